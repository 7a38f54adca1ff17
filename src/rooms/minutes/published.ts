/** What the public gate knows of minutes and decisions: the published tables and nothing else. */
import { sql } from 'kysely';
import type { Read } from '#kit/db/gate.js';

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
export async function publishedMinutes(read: Read, board: string, meeting: string, version: number | null = null): Promise<PublishedMinutes | undefined> {
  return read
    .selectFrom('published.publication as publication')
    .innerJoin('published.meeting as meeting', (join) => join.on('meeting.board', '=', board).on('meeting.slug', '=', meeting))
    .select(['publication.id', 'publication.version', 'publication.published_at', 'publication.title', 'publication.content', 'publication.html', 'meeting.board_name', 'meeting.date'])
    .select(sql<number>`(select max(version) from published.publication as other where other.kind = 'minutes' and other.subject = publication.subject)`.as('newest'))
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

/** Decisions, newest meeting first; `total` counts them all. */
export async function publishedDecisions(read: Read, wanted: { readonly board?: string | null; readonly from?: number; readonly count: number }): Promise<{ readonly total: number; readonly decisions: readonly PublishedDecision[] }> {
  const board = wanted.board ?? null;
  const among = read.selectFrom('published.decision as decision').$if(board !== null, (query) => query.where('decision.board', '=', board ?? ''));
  const decisions = await among
    .leftJoin('published.board as board', 'board.slug', 'decision.board')
    .select(['decision.board', 'decision.date', 'decision.item_number', 'decision.item_title', 'decision.body', 'decision.path'])
    .select((expression) => expression.fn.coalesce('board.name', 'decision.board').as('board_name'))
    .orderBy('decision.date', (order) => order.desc().nullsLast())
    .orderBy('decision.publication')
    .orderBy('decision.position')
    .offset(wanted.from ?? 0)
    .limit(wanted.count)
    .execute();
  const { total } = await among.select((expression) => expression.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { total, decisions };
}

/** The boards that have published a decision or action, for narrowing a list. */
export async function boardNames(read: Read): Promise<readonly { readonly slug: string; readonly name: string }[]> {
  return read.selectFrom('published.board').select(['slug', 'name']).orderBy('name').execute();
}
