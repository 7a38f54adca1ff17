/** Questions to the record: an organisation's own offers. */
import { sql } from 'kysely';
import type { Read } from '#kit/db/gate.js';
import type { OfferAct, OfferDraft, OfferState, WrittenOffer } from './words.js';

export interface OfferRecord {
  readonly id: string;
  readonly slug: string;
  readonly state: OfferState;
  readonly draft: OfferDraft;
  /** As readers see it; null for a draft. */
  readonly shown: OfferDraft | null;
  readonly ended_on: string | null;
  readonly ended_reason: string | null;
  readonly changed_at: Date;
}

/** A draft as store.ts wrote it; what was asked only later is not known of an older one. */
function draftOf(row: WrittenOffer): OfferDraft {
  return { cost: 'not known', ...row };
}

function recordOf<Row extends { readonly draft: WrittenOffer; readonly shown: WrittenOffer | null }>(row: Row) {
  return { ...row, draft: draftOf(row.draft), shown: row.shown === null ? null : draftOf(row.shown) };
}

const columns = ['id', 'slug', 'state', 'draft', 'shown', 'ended_on', 'ended_reason', 'changed_at'] as const;

/** One of an organisation's own offers; undefined where it has no such one. */
export async function offerRecord(read: Read, organisation: string, id: string): Promise<OfferRecord | undefined> {
  const row = await read
    .selectFrom('record.offer')
    .select(columns)
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && recordOf(row);
}

/** An organisation's own offers, drafts first, so many from a place on; and how many there are in each state. */
export async function offersOf(
  read: Read,
  organisation: string,
  from: number,
  count: number,
): Promise<{ readonly offers: readonly OfferRecord[]; readonly counts: Readonly<Record<OfferState, number>> }> {
  const rows = await read
    .selectFrom('record.offer')
    .select(columns)
    .where('organisation', '=', organisation)
    .orderBy(sql`array_position(array['draft', 'live', 'ended'], state)`)
    .orderBy(sql`draft ->> 'title'`)
    .orderBy('id')
    .offset(from)
    .limit(count)
    .execute();
  const found = await read
    .selectFrom('record.offer')
    .select(['state', (expression) => expression.fn.countAll<number>().as('count')])
    .where('organisation', '=', organisation)
    .groupBy('state')
    .execute();
  const of = (state: OfferState) => Number(found.find((one) => one.state === state)?.count ?? 0);
  return { offers: rows.map(recordOf), counts: { draft: of('draft'), live: of('live'), ended: of('ended') } };
}

/** An organisation's own offers with one of these titles, however they are written: drafts and live ones, the last changed first. */
export async function offersTitled(
  read: Read,
  organisation: string,
  titles: readonly string[],
): Promise<readonly OfferRecord[]> {
  const rows = await read
    .selectFrom('record.offer')
    .select(columns)
    .where('organisation', '=', organisation)
    .where('state', 'in', ['draft', 'live'])
    .where(
      sql<boolean>`lower(trim(draft ->> 'title')) in (select lower(trim(one)) from unnest(${titles}::text[]) as one)`,
    )
    .orderBy('changed_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(recordOf);
}

/** What was done to an offer, newest first. */
export async function offerHistory(
  read: Read,
  organisation: string,
  offer: string,
): Promise<readonly { readonly at: Date; readonly act: OfferAct; readonly note: string | null }[]> {
  return read
    .selectFrom('record.offer_event')
    .select(['at', 'act', 'note'])
    .where('organisation', '=', organisation)
    .where('offer', '=', offer)
    .orderBy('number', 'desc')
    .execute();
}
