import { classes, type Content, type Extra } from '../parts.js';

export interface HintProps extends Extra {
  readonly children: Content;
  readonly id?: string | undefined;
}

export function Hint({ children, id, class: extra, attributes }: HintProps) {
  return (
    <div id={id} class={classes('govuk-hint', extra)} {...attributes}>
      {children}
    </div>
  );
}
