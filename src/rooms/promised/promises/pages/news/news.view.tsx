import { type FieldsProps, fieldTools } from '#ui/form/form.js';
import { Radios } from '#ui/radios/radios.js';
import { Textarea } from '#ui/textarea/textarea.js';

export function NewsFields(props: FieldsProps) {
  const { field, set } = fieldTools(props);
  return (
    <>
      <Textarea
        {...field('body')}
        label="What was done since"
        hint="Readers see it at once, and it stays. No names of young people"
        rows={5}
      />
      <Radios
        {...set('standing')}
        legend="Will it be kept in time?"
        items={[
          { value: 'on track', label: 'Yes, it is on track' },
          { value: 'at risk', label: 'It is at risk', hint: 'Saying so early is a strength' },
        ]}
      />
    </>
  );
}
