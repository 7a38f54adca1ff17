/** What the public gate knows of boards and their people: the published tables and nothing else. */
import { sql } from 'kysely';
import { checkableWords } from '#base/search.js';
import { beginning, type Place } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { type Key, type Slice, slice } from '#kit/db/slice.js';
import { nameInLetters } from '#rooms/ground/people/index.js';
import type { PublishedPersonRow } from './tables.js';

export interface BoardLine {
  readonly slug: string;
  readonly name: string;
  readonly organisation: string;
  readonly members: number;
  /** Date of the next meeting that is known. */
  readonly next: string | null;
}

const byName: readonly Key[] = [
  { by: 'board.name', type: 'text' },
  { by: 'board.slug', type: 'text' },
];

/** Boards by name, so many from a place on; `today` decides which meeting is the next. */
export async function publishedBoards(
  read: Read,
  { today, place = beginning, count }: { readonly today: string; readonly place?: Place; readonly count: number },
): Promise<Slice<BoardLine>> {
  const among = read.selectFrom('published.board as board').select([
    'board.slug',
    'board.name',
    'board.organisation',
    sql<number>`(select count(*) from published.person where person.publication = board.publication and person.kind = 'member')`.as(
      'members',
    ),
    sql<string | null>`(select min(meeting.date) from published.meeting where meeting.board = board.slug
        and meeting.date >= ${today}::date and meeting.state not in ('cancelled', 'postponed'))`.as('next'),
  ]);
  return slice(among, { keys: byName }, place, count);
}

/** Boards to choose from by name: of one organisation, or the first of all. */
export async function boardsToChoose(
  read: Read,
  organisation: string | null,
  count: number,
): Promise<readonly { readonly slug: string; readonly name: string; readonly organisation: string }[]> {
  return read
    .selectFrom('published.board')
    .select(['slug', 'name', 'organisation'])
    .$if(organisation !== null, (query) =>
      query.where('organisation', 'in', [
        organisation ?? '',
        nameInLetters({ name: organisation ?? '', verified: false }),
      ]),
    )
    .orderBy('name')
    .orderBy('slug')
    .limit(count)
    .execute();
}

export interface PublishedBoard {
  readonly slug: string;
  readonly name: string;
  readonly organisation: string;
  readonly publication: {
    readonly id: string;
    readonly version: number;
    readonly published_at: Date;
    readonly html: string;
  };
  /** The next ones, the earliest first, and the last ones, the latest first: so many of each. */
  readonly coming: readonly BoardMeeting[];
  readonly past: readonly BoardMeeting[];
  /** Whether there are further ones. */
  readonly more: boolean;
}

export interface BoardMeeting {
  readonly slug: string;
  readonly date: string;
  readonly start: string | null;
  readonly place: string | null;
  readonly state: string;
}

/** A board with its frozen membership and the meetings around a day, or undefined where none is published under that name. */
export async function publishedBoard(
  read: Read,
  slug: string,
  today: string,
  count: number,
): Promise<PublishedBoard | undefined> {
  const found = await read
    .selectFrom('published.board as board')
    .innerJoin('published.publication as publication', 'publication.id', 'board.publication')
    .select([
      'board.slug',
      'board.name',
      'board.organisation',
      'publication.id',
      'publication.version',
      'publication.published_at',
      'publication.html',
    ])
    .where('board.slug', '=', slug)
    .executeTakeFirst();
  if (!found) return undefined;
  const meetings = read
    .selectFrom('published.meeting')
    .select(['slug', 'date', 'start', 'place', 'state'])
    .where('board', '=', slug)
    .limit(count + 1);
  const time = sql`coalesce(start, '')`;
  const coming = await meetings.where('date', '>=', today).orderBy('date').orderBy(time).orderBy('slug').execute();
  const past = await meetings
    .where('date', '<', today)
    .orderBy('date', 'desc')
    .orderBy(time, 'desc')
    .orderBy('slug', 'desc')
    .execute();
  const { id, version, published_at, html, ...board } = found;
  return {
    ...board,
    publication: { id, version, published_at, html },
    coming: coming.slice(0, count),
    past: past.slice(0, count),
    more: coming.length > count || past.length > count,
  };
}

/** What a long life in office leaves behind. */
const linesAtMost = 5000;

/** Everything published about a person, board by board; empty where nobody of that name is known. */
export async function publishedPerson(read: Read, slug: string): Promise<readonly PublishedPersonRow[]> {
  return read
    .selectFrom('published.person')
    .selectAll()
    .where('slug', '=', slug)
    .orderBy('board_name')
    .orderBy('date', 'desc')
    .orderBy('position')
    .limit(linesAtMost)
    .execute();
}

export interface PersonHit {
  readonly slug: string;
  readonly name: string;
  readonly board_name: string;
}

/** Of a name that very many bear, so many lines are looked at; six of them are shown, and whoever wants another adds to the name. */
const namesAtMost = 100;

/** People in whose name every word of the query stands, six at most: whoever holds an office first of all, else whoever was there. */
export async function peopleNamed(read: Read, query: string, board: string | null): Promise<readonly PersonHit[]> {
  const words = checkableWords(query);
  if (words.length === 0) return [];
  const among = (holdsOffice: boolean) => {
    const named = read
      .selectFrom('published.person')
      .select(['slug', 'name', 'board_name'])
      .where((expression) =>
        expression.and(words.map((word) => expression('slug', 'like', `%${word.replaceAll(' ', '-')}%`))),
      )
      // As the index says it: each of these stands once for a board, and who was where stands once for a meeting.
      .$if(holdsOffice, (asked) =>
        asked.where(sql<boolean>`kind in ('member', 'substitute', 'office', 'outside body')`),
      )
      .$if(board !== null, (asked) => asked.where('board', '=', board ?? ''))
      .limit(namesAtMost)
      .as('named');
    return read
      .selectFrom(named)
      .select(['slug', sql<string>`min(name)`.as('name'), sql<string>`min(board_name)`.as('board_name')])
      .groupBy('slug')
      .orderBy('slug')
      .limit(6)
      .execute();
  };
  const inOffice = await among(true);
  return inOffice.length > 0 ? inOffice : among(false);
}
