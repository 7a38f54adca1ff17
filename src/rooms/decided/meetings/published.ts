/** What the public gate knows of meetings: the published tables and nothing else. */
import { sql } from 'kysely';
import { beginning, type Place } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { type Key, type Slice, slice } from '#kit/db/slice.js';

export interface PublishedMeeting {
  readonly board: string;
  readonly board_name: string;
  readonly slug: string;
  readonly date: string;
  readonly start: string | null;
  readonly place: string | null;
  readonly state: string;
  readonly changed_at: Date;
  /** How many publications (packs and minutes, all versions) speak of it: rises with every change that readers see. */
  readonly publications: number;
}

/** By day and time: what has no time yet comes first on its day. */
const inOrder: readonly Key[] = [
  { by: 'meeting.date', type: 'date' },
  { by: sql`coalesce(meeting.start, '')`, type: 'text' },
  { by: 'meeting.board', type: 'text' },
  { by: 'meeting.slug', type: 'text' },
];

export interface MeetingsWish {
  readonly board?: string | null;
  /** Days; the first counts, the second does not. */
  readonly from?: string;
  readonly until?: string;
  readonly withoutCancelled?: boolean;
  /** Newest first. */
  readonly backwards?: boolean;
  readonly place?: Place;
  readonly count: number;
}

/** Meetings of one board, or of all, by date: so many from a place on. */
export async function publishedMeetings(
  read: Read,
  { board = null, from, until, withoutCancelled = false, backwards = false, place = beginning, count }: MeetingsWish,
): Promise<Slice<PublishedMeeting>> {
  const among = read
    .selectFrom('published.meeting as meeting')
    .select([
      'meeting.board',
      'meeting.board_name',
      'meeting.slug',
      'meeting.date',
      'meeting.start',
      'meeting.place',
      'meeting.state',
      'meeting.changed_at',
      // Of what is withdrawn each counts twice, as it was published and as it went: a calendar takes over what has a higher number.
      sql<number>`(select count(*) from published.publication where publication.kind in ('pack', 'minutes')
        and publication.subject = meeting.board || '/' || meeting.slug)
        + (select 2 * count(*) from published.withdrawal gone where gone.kind in ('pack', 'minutes')
          and gone.subject = meeting.board || '/' || meeting.slug and gone.address like '/publications/%')`.as(
        'publications',
      ),
    ])
    .$if(board !== null, (query) => query.where('meeting.board', '=', board ?? ''))
    .$if(from !== undefined, (query) => query.where('meeting.date', '>=', from ?? ''))
    .$if(until !== undefined, (query) => query.where('meeting.date', '<', until ?? ''))
    .$if(withoutCancelled, (query) => query.where('meeting.state', '<>', 'cancelled'));
  return slice(among, { keys: inOrder, descending: backwards }, place, count);
}

/** The first and the last day on which a board meets, or any. */
export async function meetingDays(
  read: Read,
  board: string | null = null,
): Promise<{ readonly first: string; readonly last: string } | null> {
  const of = board === null ? sql`true` : sql`board = ${board}`;
  // Two looks at the ends of an index.
  const { rows } = await sql<{
    first: string | null;
    last: string | null;
  }>`select (select min(date) from published.meeting where ${of}) as first, (select max(date) from published.meeting where ${of}) as last`.execute(
    read,
  );
  const [found] = rows;
  return found?.first && found.last ? { first: found.first, last: found.last } : null;
}

/** Whether readers know a meeting. */
export async function isMeetingPublished(read: Read, board: string, slug: string): Promise<boolean> {
  return (
    (await read
      .selectFrom('published.meeting')
      .select('slug')
      .where('board', '=', board)
      .where('slug', '=', slug)
      .executeTakeFirst()) !== undefined
  );
}

/** Name of a published board, or undefined where there is none. */
export async function publishedBoardName(read: Read, board: string): Promise<string | undefined> {
  return (await read.selectFrom('published.board').select('name').where('slug', '=', board).executeTakeFirst())?.name;
}
