import { classes, isGiven, type Content, type Extra } from '../parts.js';

export interface LabelProps extends Extra {
  readonly children?: Content;
  /** Id of the control that is labelled. */
  readonly for?: string | undefined;
  /** The label is the page's heading: for pages with one question. */
  readonly heading?: boolean | undefined;
}

export function Label({ children, for: control, heading, class: extra, attributes }: LabelProps) {
  if (!isGiven(children)) return null;
  const label = (
    <label class={classes('govuk-label', extra)} {...attributes} for={control}>
      {children}
    </label>
  );
  return heading ? <h1 class="govuk-label-wrapper">{label}</h1> : label;
}
