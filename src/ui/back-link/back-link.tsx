import { classes, type Content, type Extra } from '../parts.js';

export interface BackLinkProps extends Extra {
  readonly href: string;
  readonly children?: Content;
}

export function BackLink({ href, children = 'Back', class: extra, attributes }: BackLinkProps) {
  return (
    <a href={href} class={classes('govuk-back-link', extra)} {...attributes}>
      {children}
    </a>
  );
}
