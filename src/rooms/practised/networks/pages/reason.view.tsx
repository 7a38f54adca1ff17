/** The form of a reason: why a network ends, why an event is cancelled. */
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { Refused, refusedField } from '#ui/error-summary/refused.js';
import { PageHeading } from '#ui/page/page.js';
import { Textarea } from '#ui/textarea/textarea.js';
import type { FieldProblem } from './edit/edit.form.js';

export interface ReasonProps {
  readonly action: string;
  readonly back: string;
  readonly heading: string;
  readonly caption: string;
  readonly lead: string;
  readonly button: string;
  readonly stay: string;
  readonly reason: string;
  readonly problems: readonly FieldProblem[];
}

/** Ending something, with a reason that readers see. */
export function Reason(props: ReasonProps) {
  return (
    <>
      <Refused problems={props.problems} />
      <PageHeading caption={props.caption} lead={props.lead}>
        {props.heading}
      </PageHeading>
      <PostForm action={props.action} noValidate>
        <Textarea
          name="reason"
          label="Why"
          hint="Everybody reads it. Name nobody"
          rows={4}
          value={props.reason}
          {...refusedField(props.problems, 'reason')}
        />
        <ButtonGroup>
          <Button kind="warning">{props.button}</Button>
          <a href={props.back}>{props.stay}</a>
        </ButtonGroup>
      </PostForm>
    </>
  );
}
