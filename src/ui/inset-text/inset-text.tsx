import { classes, type Content, type Extra } from '../parts.js';

export interface InsetTextProps extends Extra {
  readonly children: Content;
  readonly id?: string | undefined;
}

export function InsetText({ children, id, class: extra, attributes }: InsetTextProps) {
  return (
    <div id={id} class={classes('govuk-inset-text', extra)} {...attributes}>
      {children}
    </div>
  );
}
