import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { Refused, refusedField } from '#ui/error-summary/refused.js';
import { PageHeading } from '#ui/page/page.js';
import { Textarea } from '#ui/textarea/textarea.js';
import type { FieldProblem } from '../../view-words.js';

export interface WithdrawProps {
  readonly action: string;
  readonly back: string;
  readonly title: string;
  readonly organisation: string;
  readonly reason: string;
  readonly problems: readonly FieldProblem[];
}

export function Withdraw({ action, back, title, organisation, reason, problems }: WithdrawProps) {
  return (
    <>
      <Refused problems={problems} />
      <PageHeading
        caption={`${title}, ${organisation}`}
        lead="It leaves the library and the search, for good. Its page stays, with your reason above it, because promises and papers may name it."
      >
        Withdraw from the library
      </PageHeading>
      <PostForm action={action} noValidate>
        <Textarea
          name="reason"
          label="Why"
          hint="Everybody reads it. Name nobody"
          rows={4}
          value={reason}
          {...refusedField(problems, 'reason')}
        />
        <ButtonGroup>
          <Button kind="warning">Withdraw it</Button>
          <a href={back}>Leave it where it is</a>
        </ButtonGroup>
      </PostForm>
    </>
  );
}
