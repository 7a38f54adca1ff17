import { ErrorMessage } from '../error-message/error-message.js';
import { Fieldset } from '../fieldset/fieldset.js';
import { Hint } from '../hint/hint.js';
import { ids, isGiven, type Content } from '../parts.js';
import { FormGroup, type FieldsetFieldProps } from './form-group.js';

export interface FieldsetFrameProps {
  readonly field: FieldsetFieldProps;
  /** Ids of hint and message begin with it. */
  readonly prefix: string;
  readonly role?: 'group' | undefined;
  readonly controls: (describedBy: string | undefined) => Content;
}

/** The frame of a set of controls: a legend where one is given, then hint, message and controls. */
export function FieldsetFrame({ field, prefix, role, controls }: FieldsetFrameProps) {
  const hintId = isGiven(field.hint) && `${prefix}-hint`;
  const errorId = isGiven(field.error) && `${prefix}-error`;
  const describedBy = ids(field.describedBy, hintId, errorId);
  const inner = (
    <>
      {hintId && <Hint id={hintId}>{field.hint}</Hint>}
      {errorId && (
        <ErrorMessage id={errorId} prefix={field.errorPrefix}>
          {field.error}
        </ErrorMessage>
      )}
      {controls(isGiven(field.legend) ? undefined : describedBy)}
    </>
  );
  return (
    <FormGroup group={field.group} error={field.error}>
      {isGiven(field.legend) ? (
        <Fieldset
          legend={field.legend}
          legendClass={field.legendClass}
          heading={field.heading}
          describedBy={describedBy}
          role={role}
          class={field.fieldset?.class}
          attributes={field.fieldset?.attributes}
        >
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </FormGroup>
  );
}
