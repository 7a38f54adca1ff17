import type { FieldProblem, Typed } from '#base/form.js';
import { plainDate } from '#base/london.js';
import { PostForm } from '#ui/form/form.js';
import { Button, ButtonGroup } from '#ui/button/button.js';
import { DateInput } from '#ui/date-input/date-input.js';
import { Details } from '#ui/details/details.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { Refused, refusedField, refusedSet } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { Done } from '#ui/notification-banner/notification-banner.js';
import { PageHeading } from '#ui/page/page.js';
import { Pagination, type PaginationProps } from '#ui/pagination/pagination.js';
import { Radios } from '#ui/radios/radios.js';
import { Select } from '#ui/select/select.js';
import { SummaryList } from '#ui/summary-list/summary-list.js';
import { Table } from '#ui/table/table.js';
import { Textarea } from '#ui/textarea/textarea.js';
import { conversationKinds, type Phase, phases, type Who, whos } from '../../words.js';
import { type QuoteLine, QuoteLines, type ThemeItem } from '../quotes/quote-lines.view.js';

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

export interface ConversationsProps {
  readonly begin: string;
  readonly quotes: string;
  readonly lines: readonly {
    readonly href: string;
    readonly kind: string;
    readonly who: Who;
    readonly phase: Phase;
    readonly day: string;
    readonly present: number;
  }[];
  /** How many took part, by kind, in all conversations. */
  readonly tookPart: ReadonlyMap<string, number>;
  readonly pages: PaginationProps | null;
}

export function Conversations({ begin, quotes, lines, tookPart, pages }: ConversationsProps) {
  return (
    <>
      <PageHeading
        lead={
          'Conversations that you led with students, families and colleagues. Nobody who took part is named. Your ' +
          'notes stay with your organisation. A quote can be used once a second person has read it.'
        }
      >
        Focus groups and interviews
      </PageHeading>
      <ButtonGroup>
        <Button href={begin}>Record a conversation</Button>
        <a href={quotes}>Quotes by theme</a>
      </ButtonGroup>
      {lines.length === 0 ? (
        <EmptyState title="No conversations yet" />
      ) : (
        <>
          <p>
            {`${(tookPart.get('focus group') ?? 0).toLocaleString('en-GB')} people in focus groups, ` +
              `${(tookPart.get('interview') ?? 0).toLocaleString('en-GB')} in interviews.`}
          </p>
          <Table
            narrow="stack"
            caption="Conversations, newest first"
            head={[
              { content: 'Day' },
              { content: 'Kind' },
              { content: 'Who' },
              { content: 'Phase' },
              { content: 'Took part', numeric: true },
            ]}
            rows={lines.map((one) => [
              { content: <a href={one.href}>{plainDate(one.day)}</a> },
              { content: capital(one.kind) },
              { content: capital(one.who) },
              { content: capital(one.phase) },
              { content: one.present, numeric: true },
            ])}
          />
          {pages && <Pagination {...pages} />}
        </>
      )}
    </>
  );
}

export interface EditConversationProps {
  readonly action: string;
  readonly back: string;
  readonly isNew: boolean;
  readonly surveys: readonly { readonly id: string; readonly name: string }[];
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
}

export function EditConversation({ action, back, isNew, surveys, typed, problems }: EditConversationProps) {
  const field = (name: string) => ({ name, value: typed[name] ?? '', ...refusedField(problems, name) });
  const choice = (name: string, legend: string, items: readonly string[]) => (
    <Radios
      name={name}
      legend={legend}
      small
      value={typed[name]}
      items={items.map((value) => ({ value, label: capital(value) }))}
      {...refusedSet(problems, name)}
    />
  );
  return (
    <>
      <Refused problems={problems} />
      <PageHeading lead="Write no names, neither here nor in the notes.">
        {isNew ? 'Record a conversation' : 'Change a conversation'}
      </PageHeading>
      <PostForm action={action} noValidate>
        {choice('kind', 'Kind', conversationKinds)}
        {choice('who', 'Who took part', whos)}
        {choice('phase', 'Phase', phases)}
        <DateInput
          id="day"
          namePrefix="day"
          legend="Day"
          values={typed}
          error={problems.find((one) => one.field === 'day-day')?.message}
        />
        <Input {...field('present')} label="How many took part" inputmode="numeric" class="govuk-input--width-4" />
        <Input
          {...field('eligible')}
          label="How many could have been asked in this phase"
          hint="The year groups or schools that you chose from. Quotes need ten or more. Leave it empty if nobody has counted"
          inputmode="numeric"
          class="govuk-input--width-5"
        />
        <Input
          {...field('facilitator')}
          label="Who led it, as a role"
          hint="“Youth worker”, not a name"
          class="govuk-input--width-20"
        />
        <Input
          {...field('setting')}
          label="Where (you may leave it empty)"
          hint="For your own people only. It never stands beside a quote"
          class="govuk-input--width-20"
        />
        {surveys.length > 0 && (
          <Select
            {...field('survey')}
            label="Beside which survey (you may leave it empty)"
            items={[{ value: '', text: 'None' }, ...surveys.map(({ id, name }) => ({ value: id, text: name }))]}
          />
        )}
        <Textarea
          {...field('notes')}
          label="Notes (you may leave them empty)"
          hint={
            'For your own people only. Deleted two years after the conversation. If somebody may not be safe, do ' +
            'not write it here: tell the safeguarding lead at once'
          }
          rows={8}
        />
        <ButtonGroup>
          <Button>Save</Button>
          <a href={back}>Back</a>
        </ButtonGroup>
      </PostForm>
    </>
  );
}

export interface ConversationProps {
  readonly done: string | null;
  readonly action: string;
  readonly edit: string;
  readonly back: string;
  readonly title: string;
  readonly phase: Phase;
  readonly day: string;
  readonly present: number;
  readonly eligible: number | null;
  readonly facilitator: string;
  readonly setting: string | null;
  readonly survey: string | null;
  readonly notes: string;
  readonly quotes: readonly QuoteLine[];
  readonly themes: readonly ThemeItem[];
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
}

export function ConversationView(props: ConversationProps) {
  return (
    <>
      <Refused problems={props.problems} />
      <Done>{props.done}</Done>
      <PageHeading>{props.title}</PageHeading>
      <SummaryList
        rows={[
          { key: 'Day', value: plainDate(props.day) },
          { key: 'Phase', value: capital(props.phase) },
          { key: 'Took part', value: props.present },
          { key: 'Could have been asked', value: props.eligible ?? 'nobody has counted' },
          { key: 'Led by', value: props.facilitator },
          { key: 'Where', value: props.setting ?? 'not said' },
          { key: 'Beside', value: props.survey ?? 'no survey' },
        ]}
      />
      <p>Notes, the place and quotes that may not be used are deleted two years after the conversation.</p>
      {props.notes !== '' && (
        <Details summary="Notes">
          <p class="as-typed">{props.notes}</p>
        </Details>
      )}
      <p>
        <a href={props.edit}>Change this</a>
      </p>
      <h2>Quotes</h2>
      {props.quotes.length === 0 ? <p>None yet.</p> : <QuoteLines lines={props.quotes} />}
      <h2>Write a quote down</h2>
      <PostForm action={props.action} noValidate>
        <QuoteFields typed={props.typed} problems={props.problems} themes={props.themes} hasWords />
        <Button>Write it down</Button>
      </PostForm>
    </>
  );
}

/** What was said, and what it is about. */
export function QuoteFields({
  typed,
  problems,
  themes,
  hasWords,
}: {
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
  readonly themes: readonly ThemeItem[];
  readonly hasWords: boolean;
}) {
  const field = (name: string) => ({ name, value: typed[name] ?? '', ...refusedField(problems, name) });
  return (
    <>
      {hasWords && (
        <Textarea
          {...field('words')}
          label="What was said"
          hint="Word for word, without names and without what shows who is meant"
          rows={4}
        />
      )}
      {themes.length > 0 && (
        <Select {...field('theme')} label="Theme of a framework" items={[{ value: '', text: 'None' }, ...themes]} />
      )}
      <Input {...field('own')} label="Your own words for the theme" hint="Several with commas between them" />
    </>
  );
}
