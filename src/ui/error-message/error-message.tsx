import { classes, type Content, type Extra } from '../parts.js';

export interface ErrorMessageProps extends Extra {
  readonly children: Content;
  readonly id?: string | undefined;
  /** Said before the message to those who cannot see its colour; empty for nothing. */
  readonly prefix?: string | undefined;
}

export function ErrorMessage({ children, id, prefix = 'Error', class: extra, attributes }: ErrorMessageProps) {
  return (
    <p id={id} class={classes('govuk-error-message', extra)} {...attributes}>
      {prefix !== '' && <span class="govuk-visually-hidden">{prefix}:</span>} {children}
    </p>
  );
}
