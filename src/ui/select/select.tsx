import { FieldFrame, type FieldProps } from '../form-group/form-group.js';
import { classes, isGiven, type Attributes } from '../parts.js';

export interface SelectProps extends FieldProps {
  readonly items: readonly SelectItem[];
  /** Value of the chosen item. */
  readonly value?: string | number | undefined;
  readonly disabled?: boolean | undefined;
}

export interface SelectItem {
  readonly text: string | number;
  /** The text, unless given. */
  readonly value?: string | number | undefined;
  readonly selected?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly attributes?: Attributes | undefined;
}

export function Select(props: SelectProps) {
  const isSelected = (item: SelectItem) =>
    item.selected ?? (props.value !== undefined && props.value !== '' && (item.value ?? item.text) === props.value);
  return (
    <FieldFrame
      field={props}
      control={(id, describedBy) => (
        <select
          class={classes('govuk-select', props.class, isGiven(props.error) && 'govuk-select--error')}
          id={id}
          name={props.name}
          disabled={props.disabled}
          aria-describedby={describedBy}
          {...props.attributes}
        >
          {props.items.map((item) => (
            <option value={item.value} selected={isSelected(item)} disabled={item.disabled} {...item.attributes}>
              {item.text}
            </option>
          ))}
        </select>
      )}
    />
  );
}
