import type { FieldProblem } from '#base/form.js';
import { childline, emergency } from '#rooms/ground/help/index.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { Checkboxes } from '#ui/checkboxes/checkboxes.js';
import { Refused, refusedSet } from '#ui/error-summary/refused.js';
import { PageHeading } from '#ui/page/page.js';
import { Plain } from '#ui/plain/plain.js';
import { Pledge } from '#ui/pledge/pledge.js';
import { Radios } from '#ui/radios/radios.js';
import { finishLines, voteAgain, whoShares } from '../../view-words.js';
import type { EffectVerb } from '#rooms/promised/promises/index.js';

import { Frame, type FrameProps } from '../frame.view.js';

/** Under a vote: until when it can be changed, and that devices are shared where they are. */
function Fair({ shared, othersShare }: Pick<FrameProps, 'shared' | 'othersShare'>) {
  const sharing = whoShares({ shared, othersShare });
  return (
    <>
      <p class="soft">{voteAgain}</p>
      {sharing !== null && <p class="soft">{sharing}</p>}
    </>
  );
}

export interface VoteProps extends FrameProps {
  readonly action: string;
  readonly back: string;
  /** Which vote it is: an answer counts for the words on this page and for no others. */
  readonly vote: string;
  readonly number: number;
  readonly total: number;
  readonly clause: {
    readonly id: string;
    readonly aim: string;
    readonly steps: readonly string[];
    readonly effect: { readonly verb: EffectVerb; readonly words: string } | null;
  };
  readonly problems: readonly FieldProblem[];
}

/** An answer that was given is not shown again: the next person may sit here. */
export function Vote(props: VoteProps) {
  return (
    <Frame {...props}>
      <Refused problems={props.problems} />
      <PageHeading caption={`Vote: ${props.number} of ${props.total}`}>Should this be in our charter?</PageHeading>
      <Pledge {...props.clause} />
      <form method="post" action={props.action} noValidate>
        <input type="hidden" name="vote" value={props.vote} />
        <input type="hidden" name="clause" value={props.clause.id} />
        <Radios
          name="answer"
          legend="Your answer"
          legendClass="govuk-visually-hidden"
          items={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
            { value: 'not sure', label: 'Not sure' },
          ]}
          {...refusedSet(props.problems, 'answer')}
        />
        <ButtonGroup>
          <Button>Vote and go on</Button>
          <Button kind="secondary" name="act" value="skip">
            Leave this one out
          </Button>
          <a href={props.back}>To the room</a>
        </ButtonGroup>
      </form>
      <Fair {...props} />
    </Frame>
  );
}

export interface ChooseProps extends FrameProps {
  readonly action: string;
  readonly back: string;
  readonly vote: string;
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
        <input type="hidden" name="vote" value={props.vote} />
        <Checkboxes
          name="clauses"
          legend="We will …"
          values={props.chosen}
          items={props.clauses.map(({ id, aim }) => ({ value: id, label: aim }))}
          {...refusedSet(props.problems, 'clauses')}
        />
        <ButtonGroup>
          <Button>Vote and go on</Button>
          <a href={props.back}>To the room</a>
        </ButtonGroup>
      </form>
      <Fair {...props} />
    </Frame>
  );
}

export interface FinishProps extends FrameProps {
  readonly again: string;
  readonly back: string;
}

/** After the last answer: finishing ends the seat, so that whoever comes next begins anew. */
export function Finish(props: FinishProps) {
  return (
    <Frame {...props}>
      <PageHeading lead="Every vote that you gave is saved.">Have you finished?</PageHeading>
      {finishLines.map((line) => (
        <p>{line}</p>
      ))}
      <form method="post" action={props.leave}>
        <ButtonGroup>
          <Button name="how" value="finished">
            I have finished
          </Button>
          <a href={props.again}>Vote again</a>
          <a href={props.back}>To the room</a>
        </ButtonGroup>
      </form>
    </Frame>
  );
}

/** `next`: where devices are shared, the way in for whoever comes next. */
export function Finished({ next }: { readonly next: string | null }) {
  return (
    <Plain>
      <PageHeading lead="Every vote that you gave is saved. When the vote has ended, type the code again to read the result.">
        Thank you
      </PageHeading>
      {next !== null && <Button href={next}>Next person: start here</Button>}
      <p>
        Need help now? Call {childline.name}: <a href={childline.href}>{childline.number}</a>. It is free. In danger:{' '}
        <a href={emergency.href}>{emergency.number}</a>.
      </p>
    </Plain>
  );
}

export function OtherWords({ room }: { readonly room: string }) {
  return (
    <Plain>
      <PageHeading lead="So your answer was not kept. Please read the new words, then vote.">
        The words have changed
      </PageHeading>
      <p>
        <a href={room}>Go to the room</a>
      </p>
    </Plain>
  );
}
