import { type FieldsProps, fieldTools } from '#ui/form/form.js';
import { Checkboxes } from '#ui/checkboxes/checkboxes.js';
import { DateInput } from '#ui/date-input/date-input.js';
import { refusedSet } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { Radios } from '#ui/radios/radios.js';
import { Textarea } from '#ui/textarea/textarea.js';
import { evidenceWords } from '../../view-words.js';
import { evidenceKinds } from '../../words.js';

export function EvidenceFields(props: FieldsProps) {
  const { field, set, date } = fieldTools(props);
  return (
    <>
      <Radios
        {...set('kind')}
        legend="What kind of evidence it is"
        items={evidenceKinds.map((kind) => ({ value: kind, label: evidenceWords[kind] }))}
      />
      <Checkboxes
        name="faceless"
        items={[
          {
            value: 'yes',
            label: 'If it is a photo: nobody’s face can be seen in it',
            checked: props.typed['faceless'] === 'yes',
          },
        ]}
        {...refusedSet(props.problems, 'faceless')}
      />
      <Input
        {...field('title')}
        label="What it is"
        hint="With the figure where it is one: “41 of 60 pupils took part in a club, 12 more than last year”"
      />
      <Input
        {...field('url')}
        type="url"
        label="Where it can be looked up"
        hint="Its address, here or elsewhere on the web"
        spellcheck={false}
      />
      <DateInput {...date('dated')} legend="The day that it is of" />
      <Radios
        {...set('strength')}
        legend="Can others look it up?"
        items={[
          { value: 'shown', label: 'Yes: anybody can see it at that address' },
          { value: 'said', label: 'No: we say so', hint: 'Readers are told that only you say it' },
        ]}
      />
    </>
  );
}

export function TakeBackFields(props: FieldsProps & { readonly title: string }) {
  const { field } = fieldTools(props);
  return (
    <>
      <p>“{props.title}” stays in the list, marked as taken back. The link to it goes.</p>
      <Textarea {...field('why')} label="Why it is taken back" hint="Readers see it" rows={3} />
    </>
  );
}
