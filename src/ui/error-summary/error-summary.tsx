import { classes, isGiven, type Attributes, type Content, type Extra } from '../parts.js';

export interface ErrorSummaryProps extends Extra {
  readonly title?: Content;
  readonly description?: Content;
  readonly errors: readonly SummaryError[];
  readonly disableAutoFocus?: boolean | undefined;
}

export interface SummaryError {
  readonly text: Content;
  /** "#name" of the control to mend. */
  readonly href?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

/** Stands at the top of a page whose form was refused and leads to each control that needs mending. */
export function ErrorSummary({
  title = 'There is a problem',
  description,
  errors,
  disableAutoFocus,
  class: extra,
  attributes,
}: ErrorSummaryProps) {
  return (
    <div
      class={classes('govuk-error-summary', extra)}
      data-disable-auto-focus={disableAutoFocus === undefined ? undefined : String(disableAutoFocus)}
      {...attributes}
      data-module="govuk-error-summary"
    >
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title}</h2>
        <div class="govuk-error-summary__body">
          {isGiven(description) && <p>{description}</p>}
          {errors.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {errors.map((error) => (
                <li>
                  {error.href ? (
                    <a href={error.href} {...error.attributes}>
                      {error.text}
                    </a>
                  ) : (
                    error.text
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  );
}
