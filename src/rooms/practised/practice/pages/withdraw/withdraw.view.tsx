import { type FieldsProps, fieldTools, FormPage } from '#ui/form/form.js';
import { Textarea } from '#ui/textarea/textarea.js';

export interface WithdrawProps extends FieldsProps {
  readonly action: string;
  readonly back: string;
  readonly title: string;
  readonly organisation: string;
}

export function Withdraw({ action, back, title, organisation, ...filled }: WithdrawProps) {
  return (
    <FormPage
      action={action}
      caption={`${title}, ${organisation}`}
      heading="Withdraw from the library"
      lead="It leaves the library and the search, for good. Its page stays, with your reason above it, because promises and papers may name it."
      button="Withdraw it"
      isWarning
      back={{ href: back, text: 'Leave it where it is' }}
      problems={filled.problems}
    >
      <Textarea
        {...fieldTools(filled).field('reason')}
        label="Why"
        hint="Everybody can read it. Do not name anybody"
        rows={4}
      />
    </FormPage>
  );
}
