/** What the public gate knows of minutes and decisions: the published tables and nothing else. */
import { sql } from 'kysely';
import { beginning, type Place } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { type Key, type Slice, slice } from '#kit/db/slice.js';
import { tally } from '#kit/publications/tally.js';

export interface PublishedMinutes {
  readonly id: string;
  readonly version: number;
  readonly newest: number;
  readonly published_at: Date;
  readonly title: string;
  readonly content: string;
  readonly html: string;
  readonly board_name: string;
  readonly date: string;
}

/** One version of a meeting's minutes, the newest where none is named. */
export async function publishedMinutes(
  read: Read,
  board: string,
  meeting: string,
  version: number | null = null,
): Promise<PublishedMinutes | undefined> {
  return read
    .selectFrom('published.publication as publication')
    .innerJoin('published.meeting as meeting', (join) =>
      join.on('meeting.board', '=', board).on('meeting.slug', '=', meeting),
    )
    .select([
      'publication.id',
      'publication.version',
      'publication.published_at',
      'publication.title',
      'publication.content',
      'publication.html',
      'meeting.board_name',
      'meeting.date',
    ])
    .select(
      sql<number>`(select max(version) from published.publication as other where other.kind = 'minutes' and other.subject = publication.subject)`.as(
        'newest',
      ),
    )
    .where('publication.kind', '=', 'minutes')
    .where('publication.subject', '=', `${board}/${meeting}`)
    .$if(version !== null, (query) => query.where('publication.version', '=', version ?? 0))
    .orderBy('publication.version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export interface PublishedDecision {
  readonly board: string;
  readonly board_name: string;
  readonly date: string | null;
  readonly item_number: string | null;
  readonly item_title: string;
  readonly body: string;
  readonly path: string;
}

/** Newest meeting first; the decisions of one publication in its order. */
const newestFirst: readonly Key[] = [
  { by: sql`coalesce(decision.date, '0001-01-01'::date)`, type: 'date' },
  { by: 'decision.publication', type: 'uuid' },
  { by: sql`(-decision.position)`, type: 'integer' },
];

/** Decisions, newest meeting first: so many from a place on. */
export async function publishedDecisions(
  read: Read,
  {
    board = null,
    place = beginning,
    count,
  }: { readonly board?: string | null; readonly place?: Place; readonly count: number },
): Promise<Slice<PublishedDecision>> {
  const among = read
    .selectFrom('published.decision as decision')
    .leftJoin('published.board as board', 'board.slug', 'decision.board')
    .select([
      'decision.board',
      'decision.date',
      'decision.item_number',
      'decision.item_title',
      'decision.body',
      'decision.path',
    ])
    .select((expression) => expression.fn.coalesce('board.name', 'decision.board').as('board_name'))
    .$if(board !== null, (query) => query.where('decision.board', '=', board ?? ''));
  return slice(among, { keys: newestFirst, descending: true }, place, count);
}

/** How many decisions a board has published, or all boards. */
export async function countDecisions(read: Read, board: string | null): Promise<number> {
  return tally(read, ['decisions', board], async () => {
    const { total } = await read
      .selectFrom('published.decision')
      .select((expression) => expression.fn.countAll<number>().as('total'))
      .$if(board !== null, (query) => query.where('board', '=', board ?? ''))
      .executeTakeFirstOrThrow();
    return total;
  });
}

/** More boards than this do not go into one field of a form. */
const chosenFromAtMost = 200;

/** The boards by name, for narrowing a list; null where there are too many to choose from. */
export async function boardNames(
  read: Read,
): Promise<readonly { readonly slug: string; readonly name: string }[] | null> {
  const found = await tally(read, ['boards to choose'], () =>
    read
      .selectFrom('published.board')
      .select(['slug', 'name'])
      .orderBy('name')
      .orderBy('slug')
      .limit(chosenFromAtMost + 1)
      .execute(),
  );
  return found.length > chosenFromAtMost ? null : found;
}
