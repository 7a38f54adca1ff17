import type { FieldProblem, Typed } from '#base/form.js';
import { childline } from '#rooms/ground/help/index.js';
import type { Audience } from '#rooms/heard/instruments/index.js';
import type { WayInKind } from '#rooms/heard/taking-part/index.js';
import { PostForm } from '#ui/form/form.js';
import { Button } from '#ui/button/button.js';
import { Checkboxes } from '#ui/checkboxes/checkboxes.js';
import { Refused, refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { InsetText } from '#ui/inset-text/inset-text.js';
import { Input } from '#ui/input/input.js';
import { Done } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { CodeCard } from '#ui/plain/plain.js';
import { Radios } from '#ui/radios/radios.js';
import { WarningText } from '#ui/warning-text/warning-text.js';
import { audienceWords } from '../../view-words.js';
import { sessionMinutes } from './ways-in.form.js';

export interface AddWayViewProps {
  readonly action: string;
  readonly survey: string;
  readonly kind: WayInKind;
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
  readonly audiences: readonly Audience[];
  readonly settings: readonly { readonly id: string; readonly name: string }[];
}

const about: Readonly<
  Record<
    WayInKind,
    {
      readonly heading: string;
      readonly lead: string;
      readonly button: string;
      readonly places: string;
      readonly hint: string;
    }
  >
> = {
  'class session': {
    heading: 'Open a class session',
    lead: 'One code for the board. Each person who comes in takes one place; when all are taken, nobody else comes in.',
    button: 'Open the session',
    places: 'How many are present?',
    hint: 'You can raise it later',
  },
  cards: {
    heading: 'Print cards',
    lead: 'One card for each person, each with a code that works once.',
    button: 'Make the cards',
    places: 'How many cards?',
    hint: 'As many as there are people, 500 at most',
  },
  'open link': {
    heading: 'Open a link for all',
    lead: 'One code that anybody can pass on. It is not limited to one answer each, and every result says so.',
    button: 'Open the link',
    places: 'At most how many answers? (optional)',
    hint: 'A limit bounds the harm where the link gets into the wrong hands',
  },
};

export function AddWayView({ action, survey, kind, typed, problems, audiences, settings }: AddWayViewProps) {
  const { heading, lead, button, places, hint } = about[kind];
  return (
    <>
      <Refused problems={problems} />
      <PageHeading caption={survey} lead={lead}>
        {heading}
      </PageHeading>
      {kind === 'cards' && (
        <WarningText>
          The next page has the file of the cards. It can be downloaded once, within half an hour, because their codes
          are kept nowhere else. Shuffle the cards before you hand them out.
        </WarningText>
      )}
      <PostForm action={action} noValidate>
        <input type="hidden" name="id" value={typed['id'] ?? ''} />
        <Input
          name="label"
          value={typed['label'] ?? ''}
          {...refusedField(problems, 'label')}
          label={kind === 'open link' ? 'Where will it stand?' : 'For whom?'}
          hint={kind === 'open link' ? '“Our website”' : '“Year 5, Hazel”. No names'}
          class="govuk-input--width-20"
        />
        {kind !== 'open link' && settings.length > 1 && (
          <Radios
            {...refusedSet(problems, 'setting')}
            name="setting"
            legend="At which setting?"
            value={typed['setting']}
            items={settings.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <Radios
          {...refusedSet(problems, 'audience')}
          name="audience"
          legend="Who will answer?"
          hint="You choose the wording for their age; nobody is asked how old they are"
          value={typed['audience']}
          items={audiences.map((audience) => ({ value: audience, label: audienceWords[audience] }))}
        />
        <Input
          name="places"
          value={typed['places'] ?? ''}
          {...refusedField(problems, 'places')}
          label={places}
          hint={hint}
          inputmode="numeric"
          class="govuk-input--width-4"
        />
        {kind === 'class session' && (
          <Radios
            {...refusedSet(problems, 'minutes')}
            name="minutes"
            legend="How long does it last?"
            inline
            value={typed['minutes'] ?? '60'}
            items={sessionMinutes.map((one) => ({ value: String(one), label: `${one} minutes` }))}
          />
        )}
        {(problems.some(({ field }) => field === 'again') || typed['again'] === 'yes') && (
          <Checkboxes
            {...refusedSet(problems, 'again')}
            name="again"
            legend="Cards of this name exist"
            values={typed['again'] === 'yes' ? ['yes'] : []}
            items={[{ value: 'yes', label: 'I need another batch for these people' }]}
          />
        )}
        <Button>{button}</Button>
      </PostForm>
    </>
  );
}

export interface WayViewProps {
  readonly survey: string;
  readonly label: string;
  readonly kind: WayInKind;
  readonly audience: Audience;
  readonly settingName: string | null;
  /** Null for cards. */
  readonly code: string | null;
  /** Without a scheme, as it is typed. */
  readonly address: string;
  readonly link: string | null;
  /** The link as a QR code (SVG). */
  readonly qr: string | null;
  readonly places: number | null;
  readonly received: string;
  readonly until: string;
  readonly turnTo: string | null;
  readonly isOpen: boolean;
  /** Why and since when nothing comes in by it; null where it was not stopped. */
  readonly stopped: string | null;
  /** Whether places that nobody answered from can be given back. */
  readonly mayFree: boolean;
  /** Until when forms of paper are entered; null where none can be. */
  readonly paper: string | null;
  readonly withdraw: string | null;
  /** The page of all batches; null where this is none. */
  readonly cards: string | null;
  readonly done: string | null;
  readonly problems: readonly FieldProblem[];
  readonly typed: Typed;
  readonly back: string;
}

export function WayView(props: WayViewProps) {
  const { kind, code, problems, typed } = props;
  return (
    <>
      <Done>{props.done}</Done>
      <Refused problems={problems} />
      <PageHeading
        caption={props.survey}
        lead={`${audienceWords[props.audience]}${props.settingName === null ? '' : `, ${props.settingName}`}.`}
      >
        {props.label}
      </PageHeading>
      {props.stopped !== null ? (
        <InsetText>{props.stopped}</InsetText>
      ) : (
        !props.isOpen && <p>This code has ended. Whoever has begun can still send.</p>
      )}
      {code !== null && props.isOpen && (
        <CodeCard wall address={props.address} code={code} qr={props.qr ?? undefined}>
          <p>You do not have to answer. You can stop at any time.</p>
          <p>Nobody asks your name. Please do not write names.</p>
          {props.turnTo !== null && (
            <p>{`Worried about something? Talk to ${props.turnTo}. Or call ${childline.name}: ${childline.number}. It is free, day and night.`}</p>
          )}
        </CodeCard>
      )}
      {props.cards !== null && (
        <InsetText>
          The codes are only on the cards. <a href={props.cards}>See all batches of cards</a>
        </InsetText>
      )}
      {kind === 'open link' && props.isOpen && props.link !== null && (
        <InsetText>
          <p>
            The link: <a href={props.link}>{props.link}</a>
          </p>
          <p>Not limited to one each: whoever has it can answer more than once.</p>
        </InsetText>
      )}
      <p class="no-print">
        {`${props.places === null ? 'No limit of places.' : `${props.places.toLocaleString('en-GB')} ${kind === 'cards' ? 'cards' : 'places'}.`} ` +
          `Answered: ${props.received}. ${props.until}`}
      </p>
      {(props.isOpen || props.paper !== null) && kind === 'class session' && (
        <PostForm class="no-print" noValidate>
          <input type="hidden" name="act" value="places" />
          <Input
            name="places"
            value={typed['places'] ?? ''}
            {...refusedField(problems, 'places')}
            label="Raise the number of places to"
            inputmode="numeric"
            class="govuk-input--width-4"
          />
          <Button kind="secondary">Add places</Button>
        </PostForm>
      )}
      {props.mayFree && (
        <PostForm class="no-print" noValidate id="free">
          <input type="hidden" name="act" value="free" />
          <p>
            Every place is taken, but not everybody could begin? Free the places that were taken and have not answered.
            They also become free by themselves, 10 to 20 minutes after they were last used.
          </p>
          <Button kind="secondary">Free unused places</Button>
        </PostForm>
      )}
      {props.paper !== null && (
        <section class="no-print">
          <h2>Paper forms</h2>
          <p>
            {`Staff can enter forms that were filled in on paper until ${props.paper}, also after the session has ` +
              `ended. Each form takes one place. Pass on the address of the next page only to whoever enters them.`}
          </p>
          <PostForm noValidate>
            <input type="hidden" name="act" value="paper" />
            <Button kind="secondary">Enter paper forms</Button>
          </PostForm>
        </section>
      )}
      {(props.isOpen || props.withdraw !== null) && (
        <div class="govuk-button-group no-print">
          {props.isOpen && kind !== 'cards' && (
            <PostForm noValidate>
              <input type="hidden" name="act" value="end" />
              <Button kind="warning">{kind === 'class session' ? 'End the session' : 'Close the link'}</Button>
            </PostForm>
          )}
          {props.withdraw !== null && (
            <a href={props.withdraw}>{kind === 'cards' ? 'Withdraw this batch' : 'Withdraw this code'}</a>
          )}
        </div>
      )}
      <p class="no-print">
        <a href={props.back}>Back to the survey</a>
      </p>
    </>
  );
}
