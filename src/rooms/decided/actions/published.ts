/** What the public gate knows of actions: the published tables and nothing else. */
import { sql } from 'kysely';
import { beginning, type Place } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { type Key, type Slice, slice } from '#kit/db/slice.js';
import { tally } from '#kit/publications/tally.js';

export interface PublishedAction {
  readonly board: string;
  readonly board_name: string;
  readonly date: string | null;
  readonly item_number: string | null;
  readonly item_title: string;
  readonly body: string;
  readonly owner: string | null;
  readonly due: string | null;
  /** As the board said it; null where it said nothing. */
  readonly state: string | null;
  readonly path: string;
}

/** Newest meeting first; the actions of one publication in its order. */
const newestFirst: readonly Key[] = [
  { by: sql`coalesce(action.date, '0001-01-01'::date)`, type: 'date' },
  { by: 'action.publication', type: 'uuid' },
  { by: sql`(-action.position)`, type: 'integer' },
];

/** Actions, newest meeting first: so many from a place on. */
export async function publishedActions(
  read: Read,
  {
    board = null,
    place = beginning,
    count,
  }: { readonly board?: string | null; readonly place?: Place; readonly count: number },
): Promise<Slice<PublishedAction>> {
  const among = read
    .selectFrom('published.action as action')
    .leftJoin('published.board as board', 'board.slug', 'action.board')
    .select([
      'action.board',
      'action.date',
      'action.item_number',
      'action.item_title',
      'action.body',
      'action.owner',
      'action.due',
      'action.state',
      'action.path',
    ])
    .select((expression) => expression.fn.coalesce('board.name', 'action.board').as('board_name'))
    .$if(board !== null, (query) => query.where('action.board', '=', board ?? ''));
  return slice(among, { keys: newestFirst, descending: true }, place, count);
}

/** How many actions a board has published, or all boards. */
export async function countActions(read: Read, board: string | null): Promise<number> {
  return tally(read, ['actions', board], async () => {
    const { total } = await read
      .selectFrom('published.action')
      .select((expression) => expression.fn.countAll<number>().as('total'))
      .$if(board !== null, (query) => query.where('board', '=', board ?? ''))
      .executeTakeFirstOrThrow();
    return total;
  });
}
