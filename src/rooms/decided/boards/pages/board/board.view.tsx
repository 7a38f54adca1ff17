import { longDate, plainTime } from '#base/london.js';
import { DocumentLink } from '#ui/document-link/document-link.js';
import { Frozen } from '#ui/frozen/frozen.js';
import { MeetingCard } from '#ui/meeting-card/meeting-card.js';
import { MeetingState } from '#ui/meeting-card/meeting-state.js';
import { Columns, PageHeading } from '#ui/page/page.js';

export interface BoardViewProps {
  readonly name: string;
  readonly organisation: string;
  /** The membership as it was published. */
  readonly html: string;
  readonly upcoming: readonly BoardMeetingProps[];
  /** Newest first. */
  readonly past: readonly BoardMeetingProps[];
  /** All of them, where not all are here. */
  readonly meetings: string | null;
  readonly calendar: string;
  readonly decisions: string;
  readonly actions: string;
  readonly publication: { readonly href: string; readonly words: string };
}

export interface BoardMeetingProps {
  readonly href: string;
  readonly date: string;
  readonly start: string | null;
  readonly place: string | null;
  readonly state: string;
}

export function BoardView(props: BoardViewProps) {
  return (
    <>
      <PageHeading caption={props.organisation === '' ? undefined : props.organisation}>{props.name}</PageHeading>
      <Columns
        asideLast
        aside={
          <>
            <h2 class="govuk-heading-m">Meetings</h2>
            {props.upcoming.length === 0 && <p>No next meeting has been published.</p>}
            <MeetingList meetings={props.upcoming} />
            {props.past.length > 0 && <h3>Past meetings</h3>}
            <MeetingList meetings={props.past} />
            {props.meetings !== null && (
              <p>
                <a href={props.meetings}>All meetings of this board</a>
              </p>
            )}
            <h2 class="govuk-heading-m">More</h2>
            <DocumentLink href={props.calendar} title="Put the meetings in my calendar" type="ICS" />
            <p>
              <a href={props.decisions}>Decisions of this board</a>
            </p>
            <p>
              <a href={props.actions}>Actions of this board</a>
            </p>
            <p class="soft">
              <a href={props.publication.href}>{props.publication.words}</a>
            </p>
          </>
        }
      >
        <Frozen html={props.html} />
      </Columns>
    </>
  );
}

function MeetingList({ meetings }: { readonly meetings: readonly BoardMeetingProps[] }) {
  return (
    <div class="meeting-stack">
      {meetings.map((meeting) => (
        <MeetingCard
          title={longDate(meeting.date)}
          href={meeting.href}
          date={meeting.date}
          when={[
            ...(meeting.start === null ? [] : [plainTime(meeting.start)]),
            ...(meeting.place === null ? [] : [meeting.place]),
          ].join(', ')}
          state={<MeetingState state={meeting.state} />}
        />
      ))}
    </div>
  );
}
