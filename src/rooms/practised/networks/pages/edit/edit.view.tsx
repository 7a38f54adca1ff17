import { Button, ButtonGroup } from '#ui/button/button.js';
import { Checkboxes } from '#ui/checkboxes/checkboxes.js';
import { DateInput } from '#ui/date-input/date-input.js';
import { Refused, refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { PageHeading } from '#ui/page/page.js';
import { Radios } from '#ui/radios/radios.js';
import { Select } from '#ui/select/select.js';
import { Textarea } from '#ui/textarea/textarea.js';
import { kindWords } from '../../view-words.js';
import type { NetworkKind } from '../../words.js';
import type { FieldProblem, TypedEvent, TypedNetwork } from './edit.form.js';

interface Choice {
  readonly value: string;
  readonly text: string;
}

export interface EditNetworkProps {
  readonly csrf: string;
  readonly action: string;
  readonly back: string;
  readonly heading: string;
  readonly caption: string;
  readonly typed: TypedNetwork;
  /** The kind of a network that is there already: it stays. */
  readonly kindKept: NetworkKind | null;
  readonly themes: readonly Choice[];
  readonly authorities: readonly Choice[];
  readonly boards: readonly Choice[];
  readonly problems: readonly FieldProblem[];
}

export function EditNetwork(props: EditNetworkProps) {
  const { typed, problems, kindKept } = props;
  const ofGroup = (
    <>
      <Textarea
        name="terms"
        label="Terms of reference"
        hint="What it may decide, to whom it answers, how often it meets"
        rows={6}
        value={typed.terms}
        {...refusedField(problems, 'terms')}
      />
      <Input
        name="chair"
        label="Who chairs it"
        hint="A role, never a name: “Director of education, Eastmere”"
        value={typed.chair}
        {...refusedField(problems, 'chair')}
      />
      <Select
        name="board"
        id="board"
        label="Its agendas and minutes"
        hint="Where it meets as a board that is published here"
        items={[{ value: '', text: 'Not published here' }, ...props.boards]}
        value={typed.board}
        {...refusedField(problems, 'board')}
      />
    </>
  );
  return (
    <>
      <Refused problems={problems} />
      <PageHeading
        caption={props.caption}
        lead={
          kindKept === null
            ? 'Readers see it at once, with your organisation as host and first member. Others join because they want to.'
            : 'Readers see the change at once.'
        }
      >
        {props.heading}
      </PageHeading>
      <form method="post" action={props.action} noValidate>
        <input type="hidden" name="csrf" value={props.csrf} />
        {kindKept === null ? (
          <Radios
            name="kind"
            legend="What kind of network is it?"
            value={typed.kind}
            items={[
              {
                value: 'learning partnership',
                label: 'Learning partnership',
                hint: 'Organisations that share what works under some themes',
              },
              {
                value: 'steering group',
                label: 'Steering group',
                hint: 'A board of its own kind, with terms of reference and a chair',
                conditional: ofGroup,
              },
            ]}
            {...refusedSet(problems, 'kind')}
          />
        ) : (
          <p>{kindWords[kindKept]}</p>
        )}
        <Input name="name" label="Name" value={typed.name} {...refusedField(problems, 'name')} />
        <Textarea
          name="purpose"
          label="What it is for"
          rows={5}
          value={typed.purpose}
          {...refusedField(problems, 'purpose')}
        />
        {kindKept === 'steering group' && ofGroup}
        <Checkboxes
          name="themes"
          legend="Its themes"
          hint="What its members share under these themes is shown on its page"
          values={typed.themes}
          items={props.themes.map(({ value, text }) => ({ value, label: text }))}
          small
          {...refusedSet(problems, 'themes')}
        />
        <Select
          name="authority"
          id="authority"
          label="Area"
          items={[{ value: '', text: 'No area in particular' }, ...props.authorities]}
          value={typed.authority}
          {...refusedField(problems, 'authority')}
        />
        <ButtonGroup>
          <Button>{kindKept === null ? 'Found it' : 'Save'}</Button>
          <a href={props.back}>{kindKept === null ? 'Not now' : 'Leave it as it is'}</a>
        </ButtonGroup>
      </form>
    </>
  );
}

export interface EditEventProps {
  readonly csrf: string;
  readonly action: string;
  readonly back: string;
  readonly network: string;
  readonly isNew: boolean;
  readonly typed: TypedEvent;
  /** Where it is cancelled; null for one that is new. */
  readonly cancel: string | null;
  readonly problems: readonly FieldProblem[];
}

export function EditEvent({ csrf, action, back, network, isNew, typed, cancel, problems }: EditEventProps) {
  return (
    <>
      <Refused problems={problems} />
      <PageHeading
        caption={network}
        lead={
          isNew
            ? 'Readers see it at once, and so do calendars that follow the network.'
            : 'Readers see the change at once, and calendars that follow the network take it over.'
        }
      >
        {isNew ? 'Announce an event' : 'Change the event'}
      </PageHeading>
      <form method="post" action={action} noValidate>
        <input type="hidden" name="csrf" value={csrf} />
        <Input name="title" label="Name of the event" value={typed.title} {...refusedField(problems, 'title')} />
        <Textarea
          name="about"
          label="What happens there"
          rows={5}
          value={typed.about}
          {...refusedField(problems, 'about')}
        />
        <DateInput
          id="day"
          namePrefix="day"
          legend="Day"
          hint="For example, 27 3 2027"
          values={typed}
          {...refusedSet(problems, 'day-day')}
        />
        <Input
          name="starts"
          label="Begins"
          hint="London time, like 9.30am or 14:00"
          value={typed.starts}
          {...refusedField(problems, 'starts')}
        />
        <Input name="ends" label="Ends" hint="On the same day" value={typed.ends} {...refusedField(problems, 'ends')} />
        <Input
          name="place"
          label="Place"
          hint="Leave it empty where it is online only"
          value={typed.place}
          {...refusedField(problems, 'place')}
        />
        <Checkboxes
          name="online"
          items={[{ value: 'yes', label: 'It is online, or can be joined online' }]}
          values={typed.online === 'yes' ? ['yes'] : []}
          {...refusedSet(problems, 'online')}
        />
        <Input
          name="link"
          label="Link for joining online"
          hint="A web address that begins with https://. You can add it later"
          type="url"
          value={typed.link}
          {...refusedField(problems, 'link')}
        />
        <Radios
          name="link-for"
          legend="Who is shown the link?"
          value={typed['link-for'] === 'everybody' ? 'everybody' : 'members'}
          items={[
            { value: 'members', label: 'Members only', hint: 'They find it in their workspace; it is in no calendar' },
            { value: 'everybody', label: 'Everybody' },
          ]}
        />
        <Input
          name="audience"
          label="Whom it is for"
          hint="“Heads and governors of schools in Eastmere”"
          value={typed.audience}
          {...refusedField(problems, 'audience')}
        />
        <Textarea
          name="access"
          label="Access"
          hint="Steps, hearing loop, captions, quiet room; whom to tell what one needs. Say so if you do not know yet"
          rows={3}
          value={typed.access}
          {...refusedField(problems, 'access')}
        />
        <ButtonGroup>
          <Button>{isNew ? 'Announce it' : 'Save'}</Button>
          {cancel !== null && <a href={cancel}>Cancel the event</a>}
          <a href={back}>Back without saving</a>
        </ButtonGroup>
      </form>
    </>
  );
}

export interface ReasonProps {
  readonly csrf: string;
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
      <form method="post" action={props.action} noValidate>
        <input type="hidden" name="csrf" value={props.csrf} />
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
      </form>
    </>
  );
}

export interface InviteProps {
  readonly csrf: string;
  readonly action: string;
  readonly back: string;
  readonly network: string;
  readonly known: readonly Choice[];
  readonly kinds: readonly Choice[];
  readonly how: string;
  readonly organisation: string;
  readonly name: string;
  readonly kind: string;
  readonly number: string;
  readonly email: string;
  readonly problems: readonly FieldProblem[];
}

export function Invite(props: InviteProps) {
  const { problems } = props;
  return (
    <>
      <Refused problems={problems} />
      <PageHeading caption={props.network} lead="It decides itself: only its own lead can join.">
        Invite an organisation
      </PageHeading>
      <form method="post" action={props.action} noValidate>
        <input type="hidden" name="csrf" value={props.csrf} />
        <Radios
          name="how"
          legend="Is it in Kept already?"
          value={props.how}
          items={[
            {
              value: 'known',
              label: 'Yes',
              conditional: (
                <Select
                  name="organisation"
                  id="organisation"
                  label="Which organisation"
                  items={[{ value: '', text: 'Choose' }, ...props.known]}
                  value={props.organisation}
                  {...refusedField(problems, 'organisation')}
                />
              ),
            },
            {
              value: 'letter',
              label: 'No, write to somebody there',
              hint: 'A letter with a link that works once, for thirty days',
              conditional: (
                <>
                  <Input
                    name="name"
                    label="Name of the organisation"
                    value={props.name}
                    {...refusedField(problems, 'name')}
                  />
                  <Select
                    name="kind"
                    id="kind"
                    label="What it is"
                    items={[{ value: '', text: 'Choose' }, ...props.kinds]}
                    value={props.kind}
                    {...refusedField(problems, 'kind')}
                  />
                  <Input
                    name="number"
                    label="Its official number"
                    hint="GSS code of an authority, URN of a school or setting; nothing for others"
                    spellcheck={false}
                    value={props.number}
                    {...refusedField(problems, 'number')}
                  />
                  <Input
                    name="email"
                    label="E-mail address"
                    type="email"
                    spellcheck={false}
                    value={props.email}
                    {...refusedField(problems, 'email')}
                  />
                </>
              ),
            },
          ]}
          {...refusedSet(problems, 'how')}
        />
        <ButtonGroup>
          <Button>Invite</Button>
          <a href={props.back}>Not now</a>
        </ButtonGroup>
      </form>
    </>
  );
}
