import { longDate, plainDate, plainTime } from '#base/london.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { Entries, Entry } from '#ui/entry/entry.js';
import { MeetingCard } from '#ui/meeting-card/meeting-card.js';
import { MeetingState } from '#ui/meeting-card/meeting-state.js';
import { Cards, Columns, PageHeading } from '#ui/page/page.js';
import { SearchForm } from '#ui/search-form/search-form.js';
import { Stat } from '#ui/stat/stat.js';
import { Timeline } from '#ui/timeline/timeline.js';

export interface HomeViewProps {
  readonly search: string;
  readonly calendar: string;
  readonly decisionsHref: string;
  readonly next: readonly HomeMeeting[];
  /** The last meeting that was, shown where no next one is known. */
  readonly latest: readonly HomeMeeting[];
  readonly publications: readonly {
    readonly title: string;
    readonly href: string;
    readonly when: string;
    readonly datetime: string;
    readonly version: number;
  }[];
  readonly boards: readonly { readonly name: string; readonly href: string; readonly organisation: string }[];
  /** Where all boards stand, when not all are here. */
  readonly moreBoards: string | null;
  readonly decisions: readonly {
    readonly body: string;
    readonly path: string;
    readonly board_name: string;
    readonly date: string | null;
  }[];
  readonly promised: Promised;
}

/** What became of what young people said: how much of it there is, and where. */
interface Promised {
  /** `open`: what has not ended yet. */
  readonly promises: Counted & { readonly open: number };
  readonly overdue: Counted;
  readonly kept: Counted;
  readonly charters: Counted;
  readonly practices: Counted;
  readonly offers: Counted & { readonly find: string };
}

interface Counted {
  readonly href: string;
  readonly total: number;
}

export interface HomeMeeting {
  readonly href: string;
  readonly board: string;
  readonly date: string;
  readonly start: string | null;
  readonly place: string | null;
  readonly state: string;
}

export function HomeView(props: HomeViewProps) {
  const isEmpty = props.boards.length === 0 && props.publications.length === 0 && props.promised.promises.total === 0;
  return (
    <>
      <PageHeading
        lead={
          'Kept shows what boards of councils were told, what they decided and what young people were promised. What ' +
          'is published here stays as it was, word for word, so that anybody can hold a board to it.'
        }
      >
        What was said, decided and promised
      </PageHeading>
      <SearchForm action={props.search} label="Search everything published here" />
      {isEmpty ? (
        <EmptyState title="Nothing is published yet">
          The first meeting appears here as soon as a clerk publishes it.
        </EmptyState>
      ) : (
        <>
          <MeetingCards {...props} />
          <PromisedFigures {...props.promised} />
          <Columns
            asideLast
            aside={
              <>
                <h2 class="govuk-heading-m">Just published</h2>
                <Timeline
                  entries={props.publications.map((publication) => ({
                    what: <a href={publication.href}>{publication.title}</a>,
                    when: publication.when,
                    datetime: publication.datetime,
                    detail: publication.version > 1 ? `version ${publication.version}` : null,
                  }))}
                />
                <h2 class="govuk-heading-m">Boards</h2>
                <ul class="govuk-list">
                  {props.boards.map((board) => (
                    <li>
                      <a href={board.href}>{board.name}</a>
                      {board.organisation !== '' && <span class="soft">, {board.organisation}</span>}
                    </li>
                  ))}
                </ul>
                {props.moreBoards !== null && (
                  <p>
                    <a href={props.moreBoards}>All boards</a>
                  </p>
                )}
              </>
            }
          >
            <h2>Latest decisions</h2>
            {props.decisions.length === 0 ? (
              <p>Decisions appear here when minutes are published.</p>
            ) : (
              <>
                <Entries>
                  {props.decisions.map((decision) => (
                    <Entry
                      level={3}
                      title={decision.body}
                      href={decision.path}
                      facts={[decision.board_name, ...(decision.date === null ? [] : [plainDate(decision.date)])].join(
                        ', ',
                      )}
                    />
                  ))}
                </Entries>
                <p>
                  <a href={props.decisionsHref}>All decisions</a>
                </p>
              </>
            )}
          </Columns>
        </>
      )}
    </>
  );
}

function PromisedFigures({ promises, overdue, kept, charters, practices, offers }: Promised) {
  const figures = [
    promises.total > 0 && (
      <Stat
        value={promises.open}
        label={promises.open === 1 ? 'promise not ended yet' : 'promises not ended yet'}
        note={<a href={promises.href}>All promises</a>}
      />
    ),
    promises.total > 0 && (
      <Stat
        value={overdue.total}
        label={overdue.total === 1 ? 'promise overdue' : 'promises overdue'}
        note={<a href={overdue.href}>Those overdue</a>}
      />
    ),
    promises.total > 0 && (
      <Stat
        value={kept.total}
        label={kept.total === 1 ? 'promise kept' : 'promises kept'}
        note={<a href={kept.href}>Those kept</a>}
      />
    ),
    charters.total > 0 && (
      <Stat
        value={charters.total}
        label={charters.total === 1 ? 'charter written together' : 'charters written together'}
        note={<a href={charters.href}>All charters</a>}
      />
    ),
    practices.total > 0 && (
      <Stat
        value={practices.total}
        label={practices.total === 1 ? 'practice to learn from' : 'practices to learn from'}
        note={<a href={practices.href}>The practice library</a>}
      />
    ),
    offers.total > 0 && (
      <Stat
        value={offers.total}
        label={offers.total === 1 ? 'offer for care leavers' : 'offers for care leavers'}
        note={<a href={offers.find}>What can I get?</a>}
      />
    ),
  ].filter((figure) => figure !== false);
  if (figures.length === 0) return null;
  return (
    <section>
      <h2>For young people</h2>
      <Cards small>{figures}</Cards>
    </section>
  );
}

function MeetingCards({ next, latest, calendar }: HomeViewProps) {
  const meetings = next.length > 0 ? next : latest;
  if (meetings.length === 0) return null;
  return (
    <section>
      <h2>{next.length === 0 ? 'Latest meeting' : next.length === 1 ? 'Next meeting' : 'Next meetings'}</h2>
      <Cards>
        {meetings.map((meeting) => (
          <MeetingCard
            title={meeting.board}
            href={meeting.href}
            date={meeting.date}
            when={[longDate(meeting.date), ...(meeting.start === null ? [] : [plainTime(meeting.start)])].join(', ')}
            note={meeting.place}
            state={<MeetingState state={meeting.state} />}
          />
        ))}
      </Cards>
      {next.length === 0 && (
        <p>
          No next meeting is known yet. <a href={calendar}>All meetings in the calendar</a>
        </p>
      )}
    </section>
  );
}
