import { type FieldsProps, fieldTools } from '#ui/form/form.js';
import { plainDate } from '#base/london.js';
import { DateInput } from '#ui/date-input/date-input.js';
import { Textarea } from '#ui/textarea/textarea.js';

export function DateFields(props: FieldsProps & { readonly due: string }) {
  const { field, date } = fieldTools(props);
  return (
    <>
      <p>
        It is due on {plainDate(props.due)}. Readers will see that date beside the new one, and how often it was moved.
      </p>
      <DateInput {...date('due')} legend="New date" hint="For example, 1 9 2027" />
      <Textarea {...field('why')} label="Why it moves" hint="Readers see it" rows={3} />
    </>
  );
}
