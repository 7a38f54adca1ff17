/** What the public gate knows of boards and their people: the published tables and nothing else. */
import { sql } from 'kysely';
import type { Read } from '#kit/db/gate.js';
import type { PublishedPersonRow } from './tables.js';

export interface BoardLine {
  readonly slug: string;
  readonly name: string;
  readonly organisation: string;
  readonly members: number;
  readonly meetings: number;
  /** Date of the next meeting that is known. */
  readonly next: string | null;
}

/** All boards by name; `today` decides which meeting is the next. */
export async function publishedBoards(read: Read, today: string): Promise<readonly BoardLine[]> {
  return read
    .selectFrom('published.board as board')
    .select([
      'board.slug',
      'board.name',
      'board.organisation',
      sql<number>`(select count(*) from published.person where person.publication = board.publication and person.kind = 'member')`.as('members'),
      sql<number>`(select count(*) from published.meeting where meeting.board = board.slug and meeting.pack is not null)`.as('meetings'),
      sql<string | null>`(select min(meeting.date) from published.meeting where meeting.board = board.slug and meeting.date >= ${today}::date and meeting.state not in ('cancelled', 'postponed'))`.as('next'),
    ])
    .orderBy('board.name')
    .execute();
}

export interface PublishedBoard {
  readonly slug: string;
  readonly name: string;
  readonly organisation: string;
  readonly publication: { readonly id: string; readonly version: number; readonly published_at: Date; readonly html: string };
  readonly meetings: readonly BoardMeeting[];
}

export interface BoardMeeting {
  readonly slug: string;
  readonly date: string;
  readonly start: string | null;
  readonly place: string | null;
  readonly state: string;
}

/** A board with its frozen membership and all its meetings by date, or undefined where none is published under that name. */
export async function publishedBoard(read: Read, slug: string): Promise<PublishedBoard | undefined> {
  const found = await read
    .selectFrom('published.board as board')
    .innerJoin('published.publication as publication', 'publication.id', 'board.publication')
    .select(['board.slug', 'board.name', 'board.organisation', 'publication.id', 'publication.version', 'publication.published_at', 'publication.html'])
    .where('board.slug', '=', slug)
    .executeTakeFirst();
  if (!found) return undefined;
  const meetings = await read.selectFrom('published.meeting').select(['slug', 'date', 'start', 'place', 'state']).where('board', '=', slug).orderBy('date').orderBy('start').execute();
  const { id, version, published_at, html, ...board } = found;
  return { ...board, publication: { id, version, published_at, html }, meetings };
}

/** Everything published about a person, board by board; empty where nobody of that name is known. */
export async function publishedPerson(read: Read, slug: string): Promise<readonly PublishedPersonRow[]> {
  return read.selectFrom('published.person').selectAll().where('slug', '=', slug).orderBy('board_name').orderBy('date', 'desc').orderBy('position').execute();
}
