import { type FieldsProps, fieldTools } from '#ui/form/form.js';
import { Textarea } from '#ui/textarea/textarea.js';

export function PracticeFields(props: FieldsProps) {
  const { field } = fieldTools(props);
  return (
    <Textarea
      {...field('practices')}
      label="Addresses of practices published here, one on each line"
      rows={4}
      spellcheck={false}
    />
  );
}
