import { Button, ButtonGroup } from '#ui/button/button.js';
import { Details } from '#ui/details/details.js';
import { Refused, refusedField } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { Done } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import type { Content } from '#ui/parts.js';
import { HelpBox, Plain } from '#ui/plain/plain.js';
import { Pledge } from '#ui/pledge/pledge.js';
import { Radios } from '#ui/radios/radios.js';
import { Textarea } from '#ui/textarea/textarea.js';
import { tallyWords, voteLines } from '../../view-words.js';
import type { EffectVerb, Stage, Tally } from '../../words.js';
import type { FieldProblem, Typed } from '../edit/edit.form.js';
import { type SuggestStep, suggestSteps } from './together.form.js';

export interface FrameProps {
  readonly leave: string;
  readonly safeguarding: string;
  readonly organisation: string;
  /** Whether this code is for people who share a device, or an open code of others is. */
  readonly shared: boolean;
  readonly othersShare: boolean;
}

/** Under every page of the room: who reads what, who helps, and the way out. */
export function Frame({
  leave,
  safeguarding,
  organisation,
  shared,
  othersShare,
  children,
}: FrameProps & { readonly children: Content }) {
  return (
    <Plain>
      {shared && (
        <form method="post" action={leave}>
          <InsetText class="no-top">
            <p>You share this device with others. Is it your turn now? Then press “I am the next person”.</p>
            <Button kind="secondary" name="how" value="next">
              I am the next person
            </Button>
          </InsetText>
        </form>
      )}
      {children}
      <HelpBox>
        <p>
          <strong>Need help now?</strong> {`Talk to ${safeguarding}.`} Or call Childline:{' '}
          <a href="tel:08001111">0800 1111</a>. It is free. In danger: <a href="tel:999">999</a>.
        </p>
        <Details summary="Who reads what I write?">
          <p>{`An adult at ${organisation} reads it first. Then people with the code can see it.`}</p>
          <p>The adult may take out a name. The adult does not show it if it could hurt somebody.</p>
          <p>
            If we read that somebody is not safe, we tell the safeguarding lead. That is the adult who keeps children
            safe.
          </p>
          <p>We do not know who you are. So if you need help, please tell somebody.</p>
          <p>
            We keep what you write, and the day, for two years. Then we delete it. What the charter says stays. We do
            not keep your name.
          </p>
        </Details>
        <Details summary="Who can see my vote?">
          {voteLines({ shared, othersShare }).map((line) => (
            <p>{line}</p>
          ))}
        </Details>
        <form method="post" action={leave}>
          <Button kind="secondary">Stop and leave</Button>
        </form>
      </HelpBox>
    </Plain>
  );
}

export interface DoorProps {
  readonly action: string;
  readonly code: string;
  readonly problems: readonly FieldProblem[];
  /** What a good code opens. */
  readonly opens: { readonly title: string; readonly organisation: string } | null;
  readonly room: string | null;
  readonly leave: string;
}

export function TogetherDoor({ action, code, problems, opens, room, leave }: DoorProps) {
  return (
    <Plain>
      <Refused problems={problems} />
      <PageHeading lead="Write a charter with your school or group. A charter is a list of things you will do together.">
        Write it together
      </PageHeading>
      {room !== null && (
        <form method="post" action={leave}>
          <InsetText class="no-top">
            <p>Somebody is in a room with this browser.</p>
            <p>
              Is that you? <a href={room}>Go back to the room</a>
            </p>
            <Button kind="secondary" name="how" value="next">
              I am somebody else
            </Button>
          </InsetText>
        </form>
      )}
      {opens !== null && (
        <InsetText class="no-top">
          <p>{`This code opens: ${opens.title}, ${opens.organisation}.`}</p>
        </InsetText>
      )}
      <form method="post" action={action} noValidate>
        <Input
          name="code"
          label="Your code"
          hint="Nine letters and numbers. It is on the card or on the board"
          value={code}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          class="govuk-input--width-20"
          {...refusedField(problems, 'code')}
        />
        <Button>Go in</Button>
      </form>
      <ul>
        <li>You need no name and no account.</li>
        <li>An adult reads what you write before others see it.</li>
        <li>You can stop at any time.</li>
      </ul>
      <p>
        Need help now? Call Childline: <a href="tel:08001111">0800 1111</a>. It is free.
      </p>
    </Plain>
  );
}

export interface RoomClauseView {
  readonly id: string;
  readonly aim: string;
  readonly steps: readonly string[];
  readonly effect: { readonly verb: EffectVerb; readonly words: string } | null;
  readonly heading: string;
  readonly change: string;
  readonly say: string;
  readonly tally: Tally | null;
}

export interface RoomProps extends FrameProps {
  readonly title: string;
  readonly intro: string;
  readonly stage: Stage;
  readonly done: string | null;
  readonly suggest: string;
  readonly say: string;
  readonly vote: string;
  readonly clauses: readonly RoomClauseView[];
  readonly suggestions: readonly {
    readonly aim: string;
    readonly steps: readonly string[];
    readonly effect: { readonly verb: EffectVerb; readonly words: string } | null;
    readonly about: string | null;
    readonly edited: boolean;
    readonly used: boolean;
  }[];
  readonly words: readonly { readonly body: string; readonly about: string | null; readonly edited: boolean }[];
}

const nowWords: Readonly<Record<Stage, string>> = {
  preparing: 'The adults are working on it. Come back later.',
  suggestions: 'Now: say what should be in the charter.',
  discussion: 'Now: say what you think of the sentences.',
  vote: 'Now: vote.',
  counted: 'The vote is over. Here is what came out.',
  agreed: 'The charter is agreed. Soon everybody can read it.',
  published: 'The charter is published. Everybody can read it.',
};

export function Room(props: RoomProps) {
  const { stage } = props;
  return (
    <Frame
      leave={props.leave}
      safeguarding={props.safeguarding}
      organisation={props.organisation}
      shared={props.shared}
      othersShare={props.othersShare}
    >
      <Done>{props.done}</Done>
      <PageHeading caption={props.organisation} lead={nowWords[stage]}>
        {props.title}
      </PageHeading>
      {props.intro !== '' && <p class="as-typed">{props.intro}</p>}
      <ButtonGroup>
        {stage === 'suggestions' && <Button href={props.suggest}>Suggest something new</Button>}
        {(stage === 'suggestions' || stage === 'discussion') && (
          <Button href={props.say} kind={stage === 'suggestions' ? 'secondary' : undefined}>
            Say what you think
          </Button>
        )}
        {stage === 'vote' && <Button href={props.vote}>Vote</Button>}
      </ButtonGroup>
      <section>
        <h2>What is in it so far</h2>
        {props.clauses.length === 0 && <p>Nothing yet. You can begin.</p>}
        {props.clauses.map((clause) => (
          <>
            <Pledge
              level={3}
              caption={clause.heading === '' ? undefined : clause.heading}
              aim={clause.aim}
              steps={clause.steps}
              effect={clause.effect}
            />
            {clause.tally && <p>{`The vote: ${tallyWords(clause.tally)}.`}</p>}
            <p class="facts-line">
              {stage === 'suggestions' && (
                <a href={clause.change}>
                  Say it in other words<span class="govuk-visually-hidden">{`: ${clause.aim}`}</span>
                </a>
              )}
              {(stage === 'suggestions' || stage === 'discussion') && (
                <a href={clause.say}>
                  Say what you think of it<span class="govuk-visually-hidden">{`: ${clause.aim}`}</span>
                </a>
              )}
            </p>
          </>
        ))}
      </section>
      {props.suggestions.length > 0 && (
        <section>
          <h2>What others suggest</h2>
          {props.suggestions.map((one) => (
            <>
              <Pledge
                level={3}
                caption={one.about === null ? 'New' : 'In other words'}
                aim={one.aim}
                steps={one.steps}
                effect={one.effect}
              />
              {one.used && <p class="soft">This is in the charter now.</p>}
              {one.edited && <p class="soft">An adult took something out.</p>}
            </>
          ))}
        </section>
      )}
      {props.words.length > 0 && (
        <section>
          <h2>What others say</h2>
          <ul class="spaced">
            {props.words.map(({ body, about, edited }) => (
              <li>
                {about !== null && <span class="soft">{`On “We will ${about}”: `}</span>}
                {body}
                {edited && <span class="soft"> (an adult took something out)</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Frame>
  );
}

export interface SuggestProps extends FrameProps {
  readonly action: string;
  readonly back: string;
  /** The clause that it changes. */
  readonly about: { readonly id: string; readonly aim: string } | null;
  readonly step: SuggestStep;
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
  readonly check: {
    readonly aim: string;
    readonly steps: readonly string[];
    readonly effect: { readonly verb: EffectVerb; readonly words: string } | null;
  } | null;
}

/** One thing a page. What was typed goes along in the form: nothing is kept before it is sent. */
export function Suggest(props: SuggestProps) {
  const { step, typed, problems, about } = props;
  const field = (name: string) => ({ name, value: typed[name] ?? '', ...refusedField(problems, name) });
  const carried = (names: readonly string[]) =>
    names.map((name) => <input type="hidden" name={name} value={typed[name] ?? ''} />);
  const number = suggestSteps.indexOf(step) + 1;
  const heading = {
    aim: 'What will we do?',
    steps: 'How will we do it?',
    effect: 'What will be better?',
    check: 'Is this right?',
  }[step];
  return (
    <Frame {...props}>
      <Refused problems={problems} />
      <PageHeading caption={`${about === null ? 'Suggest something' : 'In other words'}: step ${number} of 4`}>
        {heading}
      </PageHeading>
      {about !== null && <p class="soft">{`Instead of: “We will ${about.aim}”`}</p>}
      <form method="post" action={props.action} noValidate>
        <input type="hidden" name="step" value={step} />
        <input type="hidden" name="clause" value={about?.id ?? ''} />
        {step !== 'aim' && carried(['aim'])}
        {step !== 'steps' && carried(['steps'])}
        {step !== 'effect' && carried(['verb', 'effect'])}
        {step === 'aim' && (
          <Textarea
            {...field('aim')}
            label="We will …"
            hint="For example: ask every class before a rule changes. Please write no names"
            rows={3}
          />
        )}
        {step === 'steps' && (
          <Textarea
            {...field('steps')}
            label="by …"
            hint="One step on each line. For example: putting a box in every classroom. You can leave it empty"
            rows={4}
          />
        )}
        {step === 'effect' && (
          <>
            <Radios
              name="verb"
              legend="So, you …"
              inline
              value={typed['verb'] === '' ? 'can' : (typed['verb'] ?? 'can')}
              items={[
                { value: 'can', label: 'can' },
                { value: 'feel', label: 'feel' },
              ]}
            />
            <Textarea
              {...field('effect')}
              label="What is better then?"
              hint="For example: see what your words changed"
              rows={2}
            />
          </>
        )}
        {step === 'check' && props.check && (
          <>
            <Pledge {...props.check} />
            <p>An adult reads it first. Then others see it.</p>
          </>
        )}
        <ButtonGroup>
          <Button>{step === 'check' ? 'Send it' : 'Go on'}</Button>
          {step !== 'aim' && (
            <Button kind="secondary" name="act" value="back">
              Go back
            </Button>
          )}
          <a href={props.back}>To the room</a>
        </ButtonGroup>
      </form>
    </Frame>
  );
}

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

export function SeatGone({ door }: { readonly door: string }) {
  return (
    <Plain>
      <PageHeading lead="The code was closed, or your browser forgot your seat.">You are not in a room</PageHeading>
      <p>
        <a href={door}>Type the code again</a>
      </p>
      <p>
        Need help now? Call Childline: <a href="tel:08001111">0800 1111</a>. It is free.
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

export function Left({ door }: { readonly door: string }) {
  return (
    <Plain>
      <PageHeading lead="We did not keep your name. What you sent stays.">You have left</PageHeading>
      <p>
        Need help now? Call Childline: <a href="tel:08001111">0800 1111</a>. It is free. In danger:{' '}
        <a href="tel:999">999</a>.
      </p>
      <p>
        <a href={door}>Go in again with the code</a>
      </p>
    </Plain>
  );
}
