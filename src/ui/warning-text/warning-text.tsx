import { classes, type Content, type Extra } from '../parts.js';

export interface WarningTextProps extends Extra {
  readonly children: Content;
  /** Said instead of the icon. */
  readonly iconText?: string | undefined;
}

export function WarningText({ children, iconText, class: extra, attributes }: WarningTextProps) {
  return (
    <div class={classes('govuk-warning-text', extra)} {...attributes}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{iconText || 'Warning'}</span> {children}
      </strong>
    </div>
  );
}
