import { longDate, plainTime } from '#base/london.js';
import { DocumentLink } from '#ui/document-link/document-link.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { JumpLinks } from '#ui/jump-links/jump-links.js';
import { MeetingCard } from '#ui/meeting-card/meeting-card.js';
import { MeetingState } from '#ui/meeting-card/meeting-state.js';
import { Cards, PageHeading } from '#ui/page/page.js';
import { Pagination, type PaginationProps } from '#ui/pagination/pagination.js';

export interface CalendarViewProps {
  /** "March 2026"; null for what comes next. */
  readonly month: string | null;
  /** Only of one board. */
  readonly board: { readonly name: string; readonly href: string; readonly everybody: string } | null;
  readonly meetings: readonly CalendarMeeting[];
  /** The last ones, newest first. */
  readonly past: readonly CalendarMeeting[];
  readonly pages: PaginationProps | null;
  /** The months before and after. */
  readonly neighbours: PaginationProps | null;
  readonly feed: string;
  readonly years: readonly CalendarChoice[];
  readonly months: readonly CalendarChoice[];
}

interface CalendarChoice {
  readonly text: string;
  readonly href: string;
  readonly current: boolean;
}

export interface CalendarMeeting {
  readonly href: string;
  readonly board: string;
  readonly date: string;
  readonly start: string | null;
  readonly place: string | null;
  readonly state: string;
}

export function CalendarView({
  month,
  board,
  meetings,
  past,
  pages,
  neighbours,
  feed,
  years,
  months,
}: CalendarViewProps) {
  return (
    <>
      <PageHeading caption={board?.name} lead={board === null ? 'Meetings of all boards.' : undefined}>
        {month === null ? 'Calendar' : `Calendar: ${month}`}
      </PageHeading>
      {board !== null && (
        <p>
          Only the <a href={board.href}>{board.name}</a>. <a href={board.everybody}>Show all boards</a>
        </p>
      )}
      <DocumentLink
        href={feed}
        title="Add these meetings to your calendar"
        type="ICS"
        note="Subscribe to this address. Your calendar updates automatically: three months back, fifteen months ahead."
      />
      <section>
        <h2 id="upcoming">{month === null ? 'Next meetings' : `Meetings in ${month}`}</h2>
        {meetings.length > 0 ? (
          <MeetingCards meetings={meetings} />
        ) : month === null ? (
          <EmptyState title="No next meeting is known" level={3}>
            A meeting appears here when its agenda is published, or when an earlier meeting named its date.
          </EmptyState>
        ) : (
          <EmptyState title={`No meetings in ${month}`} level={3}>
            Choose another month.
          </EmptyState>
        )}
        {pages && <Pagination label="More of these meetings" {...pages} />}
        {neighbours && <Pagination label="Months before and after" {...neighbours} />}
      </section>
      {past.length > 0 && (
        <section>
          <h2 id="past">Past meetings</h2>
          <MeetingCards meetings={past} />
        </section>
      )}
      {years.length > 0 && (
        <section>
          <h2 id="months">All meetings by month</h2>
          <JumpLinks label="Years" links={years} />
          {months.length > 0 && <JumpLinks label="Months" links={months} />}
        </section>
      )}
    </>
  );
}

function MeetingCards({ meetings }: { readonly meetings: readonly CalendarMeeting[] }) {
  return (
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
  );
}
