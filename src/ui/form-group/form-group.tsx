/**
 * The frame of every form control: label, hint, message, control, in the order in which they are read out.
 * The controls use it; pages use the controls.
 */
import { ErrorMessage } from '../error-message/error-message.js';
import { Hint } from '../hint/hint.js';
import { Label } from '../label/label.js';
import { classes, ids, isGiven, type Attributes, type Content, type Extra } from '../parts.js';

/** What a page says about a single control. */
export interface FieldProps extends Extra {
  readonly name: string;
  /** The name, unless another id is needed. */
  readonly id?: string | undefined;
  readonly label: Content;
  readonly labelClass?: string | undefined;
  /** The label is the page's heading. */
  readonly heading?: boolean | undefined;
  readonly hint?: Content;
  /** The message of a refused answer, in the user's words. */
  readonly error?: Content;
  /** "Error" in the page's language, where that is not English. */
  readonly errorPrefix?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly group?: Extra | undefined;
}

export interface FormGroupProps {
  readonly group?: Extra | undefined;
  readonly error?: Content;
  readonly children: Content;
}

export function FormGroup({ group, error, children }: FormGroupProps) {
  return (
    <div
      class={classes('govuk-form-group', isGiven(error) && 'govuk-form-group--error', group?.class)}
      {...group?.attributes}
    >
      {children}
    </div>
  );
}

export interface FieldFrameProps {
  readonly field: FieldProps;
  /** Draws the control with its id and the ids of what describes it. */
  readonly control: (id: string, describedBy: string | undefined) => Content;
}

export function FieldFrame({ field, control }: FieldFrameProps) {
  const id = field.id ?? field.name;
  const hintId = isGiven(field.hint) && `${id}-hint`;
  const errorId = isGiven(field.error) && `${id}-error`;
  return (
    <FormGroup group={field.group} error={field.error}>
      <Label for={id} class={field.labelClass} heading={field.heading}>
        {field.label}
      </Label>
      {hintId && <Hint id={hintId}>{field.hint}</Hint>}
      {errorId && (
        <ErrorMessage id={errorId} prefix={field.errorPrefix}>
          {field.error}
        </ErrorMessage>
      )}
      {control(id, ids(field.describedBy, hintId, errorId))}
    </FormGroup>
  );
}

/** What a page says about a set of controls with one legend. */
export interface FieldsetFieldProps extends Extra {
  readonly legend?: Content;
  readonly legendClass?: string | undefined;
  /** The legend is the page's heading. */
  readonly heading?: boolean | undefined;
  readonly hint?: Content;
  readonly error?: Content;
  /** "Error" in the page's language, where that is not English. */
  readonly errorPrefix?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly fieldset?: { readonly class?: string | undefined; readonly attributes?: Attributes | undefined } | undefined;
  readonly group?: Extra | undefined;
}
