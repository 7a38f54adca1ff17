import { Button, ButtonGroup } from '#ui/button/button.js';
import { Checkboxes } from '#ui/checkboxes/checkboxes.js';
import { Refused, refusedSet } from '#ui/error-summary/refused.js';
import { PageHeading } from '#ui/page/page.js';
import { Pledge } from '#ui/pledge/pledge.js';
import { Radios } from '#ui/radios/radios.js';
import type { EffectVerb, VoteAnswer } from '../../words.js';
import type { FieldProblem } from '../edit/edit.form.js';
import { Frame, type RoomProps } from './together.view.js';

export interface VoteProps extends Pick<RoomProps, 'leave' | 'safeguarding' | 'organisation'> {
  readonly action: string;
  readonly back: string;
  readonly number: number;
  readonly total: number;
  readonly clause: { readonly id: string; readonly aim: string; readonly steps: readonly string[]; readonly effect: { readonly verb: EffectVerb; readonly words: string } | null };
  readonly answer: VoteAnswer | null;
  readonly problems: readonly FieldProblem[];
}

export function Vote(props: VoteProps) {
  return (
    <Frame {...props}>
      <Refused problems={props.problems} />
      <PageHeading caption={`Vote: ${props.number} of ${props.total}`}>Should this be in our charter?</PageHeading>
      <Pledge {...props.clause} />
      <form method="post" action={props.action} noValidate>
        <input type="hidden" name="number" value={String(props.number)} />
        <input type="hidden" name="clause" value={props.clause.id} />
        <Radios name="answer" legend="Your answer" legendClass="govuk-visually-hidden" value={props.answer ?? undefined} items={[{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }, { value: 'not sure', label: 'Not sure' }]} {...refusedSet(props.problems, 'answer')} />
        <ButtonGroup>
          <Button>{props.number === props.total ? 'Vote and finish' : 'Vote and go on'}</Button>
          <Button kind="secondary" name="act" value="skip">
            Leave this one out
          </Button>
          <a href={props.back}>To the room</a>
        </ButtonGroup>
      </form>
      <p class="soft">You can change your answer until the vote is closed. Nobody can see how you voted.</p>
    </Frame>
  );
}

export interface ChooseProps extends Pick<RoomProps, 'leave' | 'safeguarding' | 'organisation'> {
  readonly action: string;
  readonly back: string;
  readonly atMost: number;
  readonly clauses: readonly { readonly id: string; readonly aim: string }[];
  readonly chosen: readonly string[];
  readonly problems: readonly FieldProblem[];
}

export function Choose(props: ChooseProps) {
  return (
    <Frame {...props}>
      <Refused problems={props.problems} />
      <PageHeading caption="Vote">{`What matters most to you? Choose up to ${props.atMost}`}</PageHeading>
      <form method="post" action={props.action} noValidate>
        <Checkboxes name="clauses" legend="We will …" values={props.chosen} items={props.clauses.map(({ id, aim }) => ({ value: id, label: aim }))} {...refusedSet(props.problems, 'clauses')} />
        <ButtonGroup>
          <Button>Vote</Button>
          <a href={props.back}>To the room</a>
        </ButtonGroup>
      </form>
      <p class="soft">You can change your choice until the vote is closed. Nobody can see how you voted.</p>
    </Frame>
  );
}
