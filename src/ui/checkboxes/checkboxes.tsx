import { FieldsetFrame } from '../form-group/fieldset-frame.js';
import type { FieldsetFieldProps } from '../form-group/form-group.js';
import { Hint } from '../hint/hint.js';
import { Label } from '../label/label.js';
import { classes, ids, isGiven, type Attributes, type Content } from '../parts.js';
import type { Divider } from '../radios/radios.js';

export interface CheckboxesProps extends FieldsetFieldProps {
  readonly name: string;
  /** Beginning of every id; the name unless given. */
  readonly idPrefix?: string | undefined;
  /** Values of the ticked items. */
  readonly values?: readonly string[] | undefined;
  readonly items: readonly (CheckboxItem | Divider)[];
  readonly small?: boolean | undefined;
}

export interface CheckboxItem {
  readonly value: string;
  readonly label: Content;
  readonly labelClass?: string | undefined;
  readonly labelAttributes?: Attributes | undefined;
  readonly hint?: Content;
  readonly id?: string | undefined;
  /** The name of the set, unless this item has its own. */
  readonly name?: string | undefined;
  readonly checked?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** "None of these": unticks the others where a script runs; the form checks it in any case. */
  readonly behaviour?: 'exclusive' | undefined;
  readonly conditional?: Content;
  readonly attributes?: Attributes | undefined;
}

export function Checkboxes(props: CheckboxesProps) {
  const prefix = props.idPrefix ?? props.name;
  return (
    <FieldsetFrame
      field={props}
      prefix={prefix}
      controls={(describedBy) => (
        <div
          class={classes('govuk-checkboxes', props.small && 'govuk-checkboxes--small', props.class)}
          {...props.attributes}
          data-module="govuk-checkboxes"
        >
          {props.items.map((item, index) =>
            'divider' in item ? (
              <div class="govuk-checkboxes__divider">{item.divider}</div>
            ) : (
              <Checkbox
                item={item}
                name={item.name ?? props.name}
                id={item.id ?? (index === 0 ? prefix : `${prefix}-${index + 1}`)}
                ticked={item.checked ?? props.values?.includes(item.value) ?? false}
                describedBy={describedBy}
              />
            ),
          )}
        </div>
      )}
    />
  );
}

interface CheckboxProps {
  readonly item: CheckboxItem;
  readonly name: string;
  readonly id: string;
  readonly ticked: boolean;
  readonly describedBy: string | undefined;
}

function Checkbox({ item, name, id, ticked, describedBy }: CheckboxProps) {
  const hintId = isGiven(item.hint) ? `${id}-item-hint` : undefined;
  return (
    <>
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          id={id}
          name={name}
          type="checkbox"
          value={item.value}
          checked={ticked}
          disabled={item.disabled}
          data-aria-controls={isGiven(item.conditional) ? `conditional-${id}` : undefined}
          data-behaviour={item.behaviour}
          aria-describedby={ids(describedBy, hintId)}
          {...item.attributes}
        />
        <Label for={id} class={classes('govuk-checkboxes__label', item.labelClass)} attributes={item.labelAttributes}>
          {item.label}
        </Label>
        {hintId && (
          <Hint id={hintId} class="govuk-checkboxes__hint">
            {item.hint}
          </Hint>
        )}
      </div>
      {isGiven(item.conditional) && (
        <div
          class={classes('govuk-checkboxes__conditional', !ticked && 'govuk-checkboxes__conditional--hidden')}
          id={`conditional-${id}`}
        >
          {item.conditional}
        </div>
      )}
    </>
  );
}
