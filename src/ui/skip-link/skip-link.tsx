import { classes, type Content, type Extra } from '../parts.js';

export interface SkipLinkProps extends Extra {
  readonly children?: Content;
  readonly href?: string | undefined;
}

export function SkipLink({
  children = 'Skip to main content',
  href = '#content',
  class: extra,
  attributes,
}: SkipLinkProps) {
  return (
    <a href={href} class={classes('govuk-skip-link', extra)} {...attributes} data-module="govuk-skip-link">
      {children}
    </a>
  );
}
