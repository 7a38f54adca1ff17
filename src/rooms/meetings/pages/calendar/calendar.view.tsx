import { longDate, plainTime } from '#base/london.js';
import { DocumentLink } from '#ui/document-link/document-link.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { MeetingCard } from '#ui/meeting-card/meeting-card.js';
import { MeetingState } from '#ui/meeting-card/meeting-state.js';
import { Cards, PageHeading } from '#ui/page/page.js';

export interface CalendarViewProps {
  readonly upcoming: readonly CalendarMeeting[];
  /** Newest year first, newest meeting first. */
  readonly past: readonly { readonly year: string; readonly meetings: readonly CalendarMeeting[] }[];
  readonly feed: string;
}

export interface CalendarMeeting {
  readonly href: string;
  readonly board: string;
  readonly date: string;
  readonly start: string | null;
  readonly place: string | null;
  readonly state: string;
}

export function CalendarView({ upcoming, past, feed }: CalendarViewProps) {
  return (
    <>
      <PageHeading lead="Meetings of all boards: what comes next, and what was.">Calendar</PageHeading>
      <DocumentLink href={feed} title="Put all meetings in my calendar" type="ICS" note="Subscribe to this address: new meetings and changes then come by themselves." />
      <section>
        <h2 id="upcoming">Next meetings</h2>
        {upcoming.length === 0 ? (
          <EmptyState title="No next meeting is known" level={3}>
            A meeting appears here when its agenda is published, or when an earlier meeting named its date.
          </EmptyState>
        ) : (
          <MeetingCards meetings={upcoming} />
        )}
      </section>
      {past.map(({ year, meetings }) => (
        <section>
          <h2 id={`year-${year}`}>Past meetings in {year}</h2>
          <MeetingCards meetings={meetings} />
        </section>
      ))}
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
