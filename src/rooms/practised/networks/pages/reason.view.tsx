/** The form of a reason: why a network ends, why an event is cancelled. */
import { fieldTools, type FieldsProps } from '#ui/form/form.js';
import { Textarea } from '#ui/textarea/textarea.js';

/** A reason that readers see. */
export function Reason(props: FieldsProps) {
  return (
    <Textarea
      {...fieldTools(props).field('reason')}
      label="Why"
      hint="Everybody can read it. Do not name anybody"
      rows={4}
    />
  );
}
