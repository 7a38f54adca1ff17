import { FieldFrame, type FieldProps } from '../form-group/form-group.js';
import { classes, isGiven } from '../parts.js';

export interface TextareaProps extends FieldProps {
  readonly value?: string | undefined;
  readonly rows?: number | undefined;
  readonly disabled?: boolean | undefined;
  readonly autocomplete?: string | undefined;
  readonly spellcheck?: boolean | undefined;
}

export function Textarea(props: TextareaProps) {
  return (
    <FieldFrame
      field={props}
      control={(id, describedBy) => (
        <textarea
          class={classes('govuk-textarea', isGiven(props.error) && 'govuk-textarea--error', props.class)}
          id={id}
          name={props.name}
          rows={props.rows ?? 5}
          spellcheck={props.spellcheck}
          disabled={props.disabled}
          aria-describedby={describedBy}
          autocomplete={props.autocomplete}
          {...props.attributes}
        >
          {props.value}
        </textarea>
      )}
    />
  );
}
