import { FieldsetFrame } from '../form-group/fieldset-frame.js';
import type { FieldsetFieldProps } from '../form-group/form-group.js';
import { Hint } from '../hint/hint.js';
import { Label } from '../label/label.js';
import { classes, isGiven, type Attributes, type Content } from '../parts.js';

export interface RadiosProps extends FieldsetFieldProps {
  readonly name: string;
  /** Beginning of every id; the name unless given. */
  readonly idPrefix?: string | undefined;
  /** Value of the chosen item. */
  readonly value?: string | undefined;
  readonly items: readonly (RadioItem | Divider)[];
  readonly inline?: boolean | undefined;
  readonly small?: boolean | undefined;
}

export interface Divider {
  readonly divider: string;
}

export interface RadioItem {
  readonly value: string;
  readonly label: Content;
  readonly labelClass?: string | undefined;
  readonly labelAttributes?: Attributes | undefined;
  readonly hint?: Content;
  readonly id?: string | undefined;
  readonly checked?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** Shown only while this item is chosen; CSS does it, so it needs no script. */
  readonly conditional?: Content;
  readonly attributes?: Attributes | undefined;
}

export function Radios(props: RadiosProps) {
  const prefix = props.idPrefix ?? props.name;
  return (
    <FieldsetFrame
      field={props}
      prefix={prefix}
      controls={() => (
        <div
          class={classes(
            'govuk-radios',
            props.inline && 'govuk-radios--inline',
            props.small && 'govuk-radios--small',
            props.class,
          )}
          {...props.attributes}
          data-module="govuk-radios"
        >
          {props.items.map((item, index) =>
            'divider' in item ? (
              <div class="govuk-radios__divider">{item.divider}</div>
            ) : (
              <Radio
                item={item}
                name={props.name}
                id={item.id ?? (index === 0 ? prefix : `${prefix}-${index + 1}`)}
                chosen={props.value}
              />
            ),
          )}
        </div>
      )}
    />
  );
}

function Radio({
  item,
  name,
  id,
  chosen,
}: {
  readonly item: RadioItem;
  readonly name: string;
  readonly id: string;
  readonly chosen: string | undefined;
}) {
  const checked = item.checked ?? (chosen !== undefined && item.value === chosen);
  const hintId = isGiven(item.hint) ? `${id}-item-hint` : undefined;
  return (
    <>
      <div class="govuk-radios__item">
        <input
          class="govuk-radios__input"
          id={id}
          name={name}
          type="radio"
          value={item.value}
          checked={checked}
          disabled={item.disabled}
          data-aria-controls={isGiven(item.conditional) ? `conditional-${id}` : undefined}
          aria-describedby={hintId}
          {...item.attributes}
        />
        <Label for={id} class={classes('govuk-radios__label', item.labelClass)} attributes={item.labelAttributes}>
          {item.label}
        </Label>
        {hintId && (
          <Hint id={hintId} class="govuk-radios__hint">
            {item.hint}
          </Hint>
        )}
      </div>
      {isGiven(item.conditional) && (
        <div
          class={classes('govuk-radios__conditional', !checked && 'govuk-radios__conditional--hidden')}
          id={`conditional-${id}`}
        >
          {item.conditional}
        </div>
      )}
    </>
  );
}
