import { type FieldsProps, fieldTools } from '#ui/form/form.js';
import { DateInput } from '#ui/date-input/date-input.js';
import { Input } from '#ui/input/input.js';
import { Radios } from '#ui/radios/radios.js';
import { Select } from '#ui/select/select.js';
import { Textarea } from '#ui/textarea/textarea.js';
import { reasonWords } from '../../view-words.js';
import { reasonKinds } from '../../words.js';

export function EndFields(
  props: FieldsProps & {
    readonly hasEvidence: boolean;
    readonly addEvidence: string;
    readonly others: readonly { readonly value: string; readonly text: string }[];
  },
) {
  const { field, set, date } = fieldTools(props);
  return (
    <>
      <Radios
        {...set('state')}
        legend="How it ends"
        items={[
          {
            value: 'kept',
            label: 'Kept',
            hint: props.hasEvidence ? (
              'Then ask young people whether they say so too'
            ) : (
              <>
                Needs at least one piece of evidence. <a href={props.addEvidence}>Add evidence first</a>
              </>
            ),
          },
          { value: 'partly kept', label: 'Partly kept' },
          { value: 'not kept', label: 'Not kept' },
          { value: 'withdrawn', label: 'Withdrawn', hint: 'You take it back before its date' },
          ...(props.others.length === 0 ? [] : [{ value: 'replaced', label: 'Replaced by another of your promises' }]),
        ]}
      />
      <DateInput {...date('on')} legend="On which day" />
      <Input
        {...field('by')}
        label="Who says so"
        hint="The role that declares it kept, or the body that decided otherwise. Never a name"
        class="govuk-input--width-20"
      />
      <h2>If it was not kept in full</h2>
      <p>The reason stays public for good, so that young people know why.</p>
      <Select
        {...field('reason')}
        label="Reason"
        items={[
          { value: '', text: 'Choose a reason' },
          ...reasonKinds.map((kind) => ({ value: kind, text: reasonWords[kind] })),
        ]}
      />
      <Textarea {...field('why')} label="Why, in plain words" rows={4} />
      {props.others.length > 0 && (
        <Select {...field('replacement')} label="Replaced by" items={[{ value: '', text: 'None' }, ...props.others]} />
      )}
    </>
  );
}
