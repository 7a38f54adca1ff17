import type { FieldProblem, Typed } from '#base/form.js';
import { Frame, type FrameProps } from '../frame.view.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { Refused, refusedField } from '#ui/error-summary/refused.js';
import { PageHeading } from '#ui/page/page.js';
import { Textarea } from '#ui/textarea/textarea.js';

export interface SayProps extends FrameProps {
  readonly action: string;
  readonly back: string;
  readonly about: { readonly id: string; readonly aim: string } | null;
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
}

export function Say(props: SayProps) {
  return (
    <Frame {...props}>
      <Refused problems={props.problems} />
      <PageHeading>Say what you think</PageHeading>
      {props.about !== null && <p>{`About: “We will ${props.about.aim}”`}</p>}
      <form method="post" action={props.action} noValidate>
        <input type="hidden" name="clause" value={props.about?.id ?? ''} />
        <Textarea
          name="body"
          label="What do you think?"
          hint="Please write no names. An adult reads it first"
          rows={5}
          value={props.typed['body'] ?? ''}
          {...refusedField(props.problems, 'body')}
        />
        <ButtonGroup>
          <Button>Send it</Button>
          <a href={props.back}>To the room</a>
        </ButtonGroup>
      </form>
    </Frame>
  );
}
