import { longDate, plainTime } from '#base/london.js';
import { Button } from '#ui/button/button.js';
import { Details } from '#ui/details/details.js';
import { EmptyState } from '#ui/empty-state/empty-state.js';
import { MeetingCard } from '#ui/meeting-card/meeting-card.js';
import { MeetingState } from '#ui/meeting-card/meeting-state.js';
import { Cards, PageHeading } from '#ui/page/page.js';
import { Pagination, type PaginationProps } from '#ui/pagination/pagination.js';

export interface WorkBoardsProps {
  readonly boards: readonly {
    readonly name: string;
    readonly slug: string;
    readonly add: string;
    /** The next one first. */
    readonly coming: readonly WorkMeetingProps[];
    /** The latest first. */
    readonly past: readonly WorkMeetingProps[];
    /** Where all meetings of the board are; null where they are all here. */
    readonly all: string | null;
  }[];
  readonly pages: PaginationProps | null;
}

export interface WorkMeetingProps {
  readonly href: string;
  readonly date: string;
  readonly start: string | null;
  readonly place: string | null;
  readonly state: string;
}

/** A clerk's boards with their meetings. */
export function WorkBoards({ boards, pages }: WorkBoardsProps) {
  return (
    <>
      <PageHeading lead="Upcoming and past meetings of your boards, with what is suggested for their agendas.">
        Your boards
      </PageHeading>
      {boards.length === 0 && (
        <EmptyState title="No boards yet">A board appears here with the first pack that is imported for it.</EmptyState>
      )}
      {boards.map((board) => (
        <section>
          <h2 id={board.slug}>{board.name}</h2>
          {board.coming.length === 0 ? <p>No upcoming meetings.</p> : <Meetings meetings={board.coming} />}
          <p>
            <Button href={board.add} kind="secondary">
              Announce a meeting<span class="govuk-visually-hidden"> of the {board.name}</span>
            </Button>
          </p>
          {board.past.length > 0 && (
            <Details summary="Past meetings">
              <Meetings meetings={board.past} />
            </Details>
          )}
          {board.all !== null && (
            <p>
              <a href={board.all}>
                All meetings<span class="govuk-visually-hidden"> of the {board.name}</span>
              </a>
            </p>
          )}
        </section>
      ))}
      {pages && <Pagination {...pages} />}
    </>
  );
}

export interface BoardMeetingsProps {
  readonly name: string;
  readonly add: string;
  /** The latest first. */
  readonly meetings: readonly WorkMeetingProps[];
  readonly pages: PaginationProps | null;
}

/** All meetings of a board. */
export function BoardMeetings({ name, add, meetings, pages }: BoardMeetingsProps) {
  return (
    <>
      <PageHeading caption={name} lead="Every meeting of this board, newest first.">
        Meetings
      </PageHeading>
      <p>
        <Button href={add} kind="secondary">
          Announce a meeting
        </Button>
      </p>
      {meetings.length === 0 ? (
        <EmptyState title="No meetings yet">A meeting appears here with its pack, or when you announce it.</EmptyState>
      ) : (
        <Meetings meetings={meetings} />
      )}
      {pages && <Pagination {...pages} />}
    </>
  );
}

function Meetings({ meetings }: { readonly meetings: readonly WorkMeetingProps[] }) {
  return (
    <Cards>
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
    </Cards>
  );
}
