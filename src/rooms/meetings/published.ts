/** What the public gate knows of meetings: the published tables and nothing else. */
import { sql } from 'kysely';
import type { Read } from '#kit/db/gate.js';

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

/** Meetings of one board, or of all, by date. */
export async function publishedMeetings(read: Read, board: string | null = null): Promise<readonly PublishedMeeting[]> {
  return read
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
      sql<number>`(select count(*) from published.publication where publication.kind in ('pack', 'minutes') and publication.subject = meeting.board || '/' || meeting.slug)
        + (select 2 * count(*) from published.withdrawal gone where gone.kind in ('pack', 'minutes') and gone.subject = meeting.board || '/' || meeting.slug and gone.address like '/publications/%')`.as('publications'),
    ])
    .$if(board !== null, (query) => query.where('meeting.board', '=', board ?? ''))
    .orderBy('meeting.date')
    .orderBy('meeting.start')
    .orderBy('meeting.board_name')
    .execute();
}

/** Name of a published board, or undefined where there is none. */
export async function publishedBoardName(read: Read, board: string): Promise<string | undefined> {
  return (await read.selectFrom('published.board').select('name').where('slug', '=', board).executeTakeFirst())?.name;
}
