/** What the public gate knows of actions: the published tables and nothing else. */
import type { Read } from '#kit/db/gate.js';

export interface PublishedAction {
  readonly board: string;
  readonly board_name: string;
  readonly date: string | null;
  readonly item_number: string | null;
  readonly item_title: string;
  readonly body: string;
  readonly owner: string | null;
  readonly due: string | null;
  readonly state: string;
  readonly path: string;
}

/** Actions, newest meeting first; `total` counts them all. */
export async function publishedActions(read: Read, wanted: { readonly board?: string | null; readonly from?: number; readonly count: number }): Promise<{ readonly total: number; readonly actions: readonly PublishedAction[] }> {
  const board = wanted.board ?? null;
  const among = read.selectFrom('published.action as action').$if(board !== null, (query) => query.where('action.board', '=', board ?? ''));
  const actions = await among
    .leftJoin('published.board as board', 'board.slug', 'action.board')
    .select(['action.board', 'action.date', 'action.item_number', 'action.item_title', 'action.body', 'action.owner', 'action.due', 'action.state', 'action.path'])
    .select((expression) => expression.fn.coalesce('board.name', 'action.board').as('board_name'))
    .orderBy('action.date', (order) => order.desc().nullsLast())
    .orderBy('action.publication')
    .orderBy('action.position')
    .offset(wanted.from ?? 0)
    .limit(wanted.count)
    .execute();
  const { total } = await among.select((expression) => expression.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { total, actions };
}
