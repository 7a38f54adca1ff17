/** A meeting as its clerk prepares it: what is known, the agenda so far, and which overdue promises are suggested for it. */
import type { FieldProblem } from '#base/form.js';
import { longDate, plainDate, plainTime } from '#base/london.js';
import { PostForm } from '#ui/form/form.js';
import { Button } from '#ui/button/button.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { Refused, refusedField } from '#ui/error-summary/refused.js';
import { Input } from '#ui/input/input.js';
import { MeetingState } from '#ui/meeting-card/meeting-state.js';
import { Done } from '#ui/notification-banner/notification-banner.js';
import { Columns, PageHeading } from '#ui/page/page.js';
import { SummaryList } from '#ui/summary-list/summary-list.js';
import { Tag } from '#ui/tag/tag.js';

export interface ClerkProps {
  readonly action: string;
  readonly board: string;
  readonly meeting: {
    readonly date: string;
    readonly start: string | null;
    readonly place: string | null;
    readonly mode: string | null;
    readonly state: string;
  };
  readonly done: string | null;
  readonly mayKeep: boolean;
  readonly isOver: boolean;
  /** The meeting before which suggestions are decided on, where it is another one. */
  readonly next: { readonly href: string; readonly date: string } | null;
  readonly page: string | null;
  readonly items: readonly { readonly number: string; readonly title: string; readonly purpose: string | null }[];
  readonly suggestions: readonly SuggestionProps[];
  readonly settled: readonly {
    readonly promise: string;
    readonly aim: string;
    readonly organisation_name: string;
    readonly href: string;
    readonly outcome: string;
    readonly reason: string | null;
    readonly done_on: string;
  }[];
  readonly problems: readonly FieldProblem[];
  /** Reasons that were typed, by promise. */
  readonly typed: Readonly<Record<string, string>>;
}

export interface SuggestionProps {
  readonly id: string;
  readonly aim: string;
  readonly organisation_name: string;
  readonly owner: string;
  readonly due: string;
  readonly first_due: string;
  readonly moves: number;
  readonly href: string;
}

const modeWords: Readonly<Record<string, string>> = {
  'in person': 'In person',
  remote: 'Online',
  hybrid: 'In person and online',
};

export function Clerk(props: ClerkProps) {
  const { meeting, done, board, isOver, items, page } = props;
  return (
    <>
      <Refused problems={props.problems} />
      <Done>{done}</Done>
      <PageHeading caption={board}>{`Meeting of ${plainDate(meeting.date)}`}</PageHeading>
      <Columns
        asideLast
        aside={
          <>
            <SummaryList
              rows={[
                { key: 'Day', value: longDate(meeting.date) },
                { key: 'Time', value: meeting.start === null ? 'Not known yet' : plainTime(meeting.start) },
                { key: 'Place', value: meeting.place ?? 'Not known yet' },
                {
                  key: 'How people meet',
                  value: meeting.mode === null ? 'Not known yet' : (modeWords[meeting.mode] ?? meeting.mode),
                },
                { key: 'State', value: <MeetingState state={meeting.state} /> },
              ]}
            />
            {page !== null && (
              <p>
                <a href={page}>How readers see it</a>
              </p>
            )}
          </>
        }
      >
        <section>
          <h2 id="suggested">Suggested for this meeting</h2>
          <Suggested {...props} />
        </section>
        <section>
          <h2 id="agenda">Agenda so far</h2>
          {items.length === 0 ? (
            <p>
              {isOver ? 'No agenda is known.' : 'Nothing yet. It comes with the pack, or with what you take up above.'}
            </p>
          ) : (
            <ol class="plain-list">
              {items.map((item) => (
                <li>
                  {item.number}. {item.title}
                  {item.purpose !== null && <span class="soft"> (for {item.purpose})</span>}
                </li>
              ))}
            </ol>
          )}
        </section>
      </Columns>
    </>
  );
}

function Suggested({ action, mayKeep, isOver, next, suggestions, settled, problems, typed }: ClerkProps) {
  return (
    <>
      {isOver ? (
        settled.length === 0 && <p>Nothing was suggested for it.</p>
      ) : next !== null ? (
        <p>
          Overdue promises are suggested for the next meeting: <a href={next.href}>{longDate(next.date)}</a>.
        </p>
      ) : suggestions.length === 0 && settled.length === 0 ? (
        <EmptyState title="No overdue promises" level={3}>
          A promise for which this board is responsible is suggested here on the day after its date, until it is kept,
          moved or ended.
        </EmptyState>
      ) : (
        suggestions.length > 0 && (
          <p>
            These promises name this board as responsible and are overdue. Take them up as an item, or set them aside
            for this meeting and say why.
          </p>
        )
      )}
      {suggestions.map((one) => (
        <article class="suggestion">
          <h3>
            <a href={one.href}>We will {one.aim}</a>
          </h3>
          <p>
            {one.organisation_name}. Owner: {one.owner}. Was due {plainDate(one.due)}
            {one.moves > 0 && ` (at first ${plainDate(one.first_due)})`}.{' '}
            <a href={`${one.href}#history`}>
              What happened<span class="govuk-visually-hidden"> to: {one.aim}</span>
            </a>
          </p>
          {mayKeep && (
            <>
              <PostForm action={action} noValidate>
                <input type="hidden" name="promise" value={one.id} />
                <Button name="outcome" value="taken up">
                  Take it up<span class="govuk-visually-hidden">: {one.aim}</span>
                </Button>
              </PostForm>
              {/* A form of its own: Enter in the reason must not take it up. */}
              <PostForm action={action} noValidate>
                <input type="hidden" name="promise" value={one.id} />
                <Input
                  id={`reason-${one.id}`}
                  name="reason"
                  label="Or why it is set aside for this meeting"
                  value={typed[one.id] ?? ''}
                  {...refusedField(problems, `reason-${one.id}`)}
                />
                <Button name="outcome" value="set aside" kind="secondary">
                  Set it aside<span class="govuk-visually-hidden">: {one.aim}</span>
                </Button>
              </PostForm>
            </>
          )}
        </article>
      ))}
      {settled.length > 0 && (
        <ul class="spaced">
          {settled.map((one) => (
            <li>
              <Tag tone={one.outcome === 'taken up' ? 'green' : 'grey'}>
                {one.outcome === 'taken up' ? 'Taken up' : 'Set aside'}
              </Tag>{' '}
              <a href={one.href}>We will {one.aim}</a>
              <br />
              <span class="soft">
                {one.organisation_name}, {plainDate(one.done_on)}
                {one.reason !== null && `: ${one.reason}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
