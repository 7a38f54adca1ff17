import { classes, type Content, type Extra } from '../parts.js';

export interface TagProps extends Extra {
  readonly children: Content;
  /** What the state means; the words always say it too. Grey: nothing to do. */
  readonly tone?: 'grey' | 'blue' | 'green' | 'yellow' | 'red' | 'purple' | undefined;
}

export function Tag({ children, tone, class: extra, attributes }: TagProps) {
  return (
    <strong class={classes('govuk-tag', tone && `govuk-tag--${tone}`, extra)} {...attributes}>
      {children}
    </strong>
  );
}
