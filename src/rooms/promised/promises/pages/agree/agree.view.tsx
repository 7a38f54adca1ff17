import { type FieldsProps, fieldTools } from '#ui/form/form.js';
import { DateInput } from '#ui/date-input/date-input.js';
import { Input } from '#ui/input/input.js';

export function AgreeFields(props: FieldsProps) {
  const { field, date } = fieldTools(props);
  return (
    <>
      <Input
        {...field('by')}
        label="Who agreed it"
        hint="A body, not a person: “Governing body”, “School council and staff”, “Cabinet”"
      />
      <DateInput {...date('on')} legend="When it was agreed" />
      <Input
        {...field('link')}
        label="Where the decision can be read (if it is on this site)"
        hint="The address of the meeting, minutes or decision here"
        spellcheck={false}
      />
    </>
  );
}
