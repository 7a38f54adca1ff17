import { FieldsetFrame } from '../form-group/fieldset-frame.js';
import type { FieldsetFieldProps } from '../form-group/form-group.js';
import { Input } from '../input/input.js';
import { classes, type Attributes } from '../parts.js';

export interface DateInputProps extends FieldsetFieldProps {
  readonly id: string;
  /** "start" gives the names start-day, start-month and start-year. */
  readonly namePrefix?: string | undefined;
  readonly values?: Readonly<Partial<Record<string, string>>> | undefined;
  /** Day, month and year unless given: a birthday needs no year, a term no day. */
  readonly items?: readonly DatePart[] | undefined;
}

export interface DatePart {
  readonly name: string;
  readonly label?: string | undefined;
  readonly value?: string | undefined;
  readonly id?: string | undefined;
  readonly class?: string | undefined;
  /** Whether this part is the wrong one; by default a message marks them all. */
  readonly error?: boolean | undefined;
  readonly inputmode?: 'numeric' | 'text' | undefined;
  readonly autocomplete?: string | undefined;
  readonly pattern?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

const fullDate: readonly DatePart[] = [{ name: 'day' }, { name: 'month' }, { name: 'year' }];

export function DateInput(props: DateInputProps) {
  const items = props.items?.length ? props.items : fullDate;
  const isMarked = (part: DatePart) => part.error === true || (part.class ?? '').includes('govuk-input--error');
  const anyMarked = items.some(isMarked);
  return (
    <FieldsetFrame
      field={props}
      prefix={props.id}
      // JAWS does not read out the description of a fieldset of text inputs unless it is a group.
      role="group"
      controls={() => (
        <div class={classes('govuk-date-input', props.class)} {...props.attributes} id={props.id}>
          {items.map((part) => (
            <div class="govuk-date-input__item">
              <Input
                label={part.label ?? capitalised(part.name)}
                labelClass="govuk-date-input__label"
                id={part.id ?? `${props.id}-${part.name}`}
                class={classes(
                  'govuk-date-input__input',
                  !(part.class ?? '').includes('govuk-input--error') &&
                    (isMarked(part) || (part.error !== false && props.error !== undefined && !anyMarked)) &&
                    'govuk-input--error',
                  !(part.class ?? '').includes('govuk-input--width-') &&
                    `govuk-input--width-${part.name === 'year' ? 4 : 2}`,
                  part.class,
                )}
                name={props.namePrefix ? `${props.namePrefix}-${part.name}` : part.name}
                value={part.value ?? props.values?.[props.namePrefix ? `${props.namePrefix}-${part.name}` : part.name]}
                inputmode={part.inputmode ?? 'numeric'}
                autocomplete={part.autocomplete}
                pattern={part.pattern}
                attributes={part.attributes}
              />
            </div>
          ))}
        </div>
      )}
    />
  );
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}
