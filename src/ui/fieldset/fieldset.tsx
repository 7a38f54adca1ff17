import { classes, isGiven, type Content, type Extra } from '../parts.js';

export interface FieldsetProps extends Extra {
  readonly legend?: Content;
  readonly legendClass?: string | undefined;
  /** The legend is the page's heading. */
  readonly heading?: boolean | undefined;
  readonly describedBy?: string | undefined;
  readonly role?: 'group' | undefined;
  readonly children?: Content;
}

export function Fieldset({
  legend,
  legendClass,
  heading,
  describedBy,
  role,
  children,
  class: extra,
  attributes,
}: FieldsetProps) {
  return (
    <fieldset class={classes('govuk-fieldset', extra)} role={role} aria-describedby={describedBy} {...attributes}>
      {isGiven(legend) && (
        <legend class={classes('govuk-fieldset__legend', legendClass)}>
          {heading ? <h1 class="govuk-fieldset__heading">{legend}</h1> : legend}
        </legend>
      )}
      {children}
    </fieldset>
  );
}
