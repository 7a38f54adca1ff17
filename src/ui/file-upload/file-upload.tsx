import { FieldFrame, type FieldProps } from '../form-group/form-group.js';
import { classes, isGiven } from '../parts.js';

export interface FileUploadProps extends FieldProps {
  /** Endings and media types the browser offers first: ".md,.pdf". The server decides, not this. */
  readonly accept?: string | undefined;
  readonly multiple?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}

export function FileUpload(props: FileUploadProps) {
  return (
    <FieldFrame
      field={props}
      control={(id, describedBy) => (
        <input
          class={classes('govuk-file-upload', props.class, isGiven(props.error) && 'govuk-file-upload--error')}
          id={id}
          name={props.name}
          type="file"
          accept={props.accept}
          multiple={props.multiple}
          disabled={props.disabled}
          aria-describedby={describedBy}
          {...props.attributes}
        />
      )}
    />
  );
}
