/** Questions to the record: an organisation's own promises, and what a group of young people was asked. */
import { sql } from 'kysely';
import type { Read, Write } from '#kit/db/gate.js';
import { isWithdrawn } from '#kit/withdrawals/withdrawals.js';
import type { PromiseRow } from './tables.js';
import type { Answer, EvidenceKind, OwnStrength } from './words.js';

export type PromiseRecord = Readonly<PromiseRow>;

/** One's own promise by the short name in its address; undefined where the organisation has no such one. */
export async function promiseRecord(
  read: Read,
  organisation: string,
  slug: string,
): Promise<PromiseRecord | undefined> {
  return read
    .selectFrom('record.promise')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('slug', '=', slug)
    .executeTakeFirst();
}

/** One's own promise, held until the transaction ends, so that two acts on it follow each other; young people may answer meanwhile. */
export async function heldPromise(write: Write, organisation: string, id: string): Promise<PromiseRecord | undefined> {
  const found = await write
    .selectFrom('record.promise')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  // What was withdrawn as published by mistake is not drawn for readers again.
  return found && (await isWithdrawn(write, 'promise', found.slug)) ? undefined : found;
}

export interface OwnPromise extends PromiseRecord {
  /** Groups that were asked and have not answered. */
  readonly waiting: number;
}

/** The promises of an organisation, newest first; `most` of them. */
export async function promisesOf(read: Read, organisation: string, most = 2000): Promise<readonly OwnPromise[]> {
  const rows = await read
    .selectFrom('record.promise as promise')
    .selectAll('promise')
    .select((of) =>
      of
        .selectFrom('record.confirmation as asked')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('asked.organisation', '=', 'promise.organisation')
        .whereRef('asked.promise', '=', 'promise.id')
        .where('asked.answer', 'is', null)
        .as('waiting'),
    )
    .where('promise.organisation', '=', organisation)
    .orderBy('promise.number', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => ({ ...row, waiting: row.waiting ?? 0 }));
}

export interface EvidenceRecord {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly url: string | null;
  readonly dated: string;
  readonly strength: OwnStrength;
  readonly added_on: string;
  readonly taken_back_on: string | null;
}

/** The evidence of one's own promise, oldest first. */
export async function evidenceOf(
  read: Read,
  organisation: string,
  promise: string,
): Promise<readonly EvidenceRecord[]> {
  return read
    .selectFrom('record.evidence')
    .select(['id', 'kind', 'title', 'url', 'dated', 'strength', 'added_on', 'taken_back_on'])
    .where('organisation', '=', organisation)
    .where('promise', '=', promise)
    .orderBy('dated')
    .orderBy('id')
    .execute();
}

export interface Group {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** Whether it belongs to whoever asks. */
  readonly isOwn: boolean;
}

/** Groups of young people that can be asked: one's own first, then those of the same area, then others. */
export async function groupsToAsk(
  read: Read,
  own: { readonly id: string; readonly slug: string; readonly authority: string | null },
  most = 40,
): Promise<readonly Group[]> {
  const rows = await read
    .selectFrom('published.organisation')
    .select(['id', 'slug', 'name', 'part_of'])
    .where('kind', '=', 'group')
    .where('id', '<>', own.id)
    .orderBy(sql`case when part_of = ${own.slug} then 0 when authority = ${own.authority} then 1 else 2 end`)
    .orderBy('name')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(({ part_of, ...group }) => ({ ...group, isOwn: part_of === own.slug }));
}

export interface AskedRecord {
  readonly id: string;
  readonly group_organisation: string;
  readonly group_name: string;
  readonly asked_on: string;
  readonly answer: Answer | null;
  readonly people: number | null;
  readonly words: string | null;
  readonly answered_on: string | null;
}

const askedColumns = [
  'id',
  'group_organisation',
  'group_name',
  'asked_on',
  'answer',
  'people',
  'words',
  'answered_on',
] as const;

/** Which groups were asked about one's own promise, and what they answered. */
export async function askedOf(read: Read, organisation: string, promise: string): Promise<readonly AskedRecord[]> {
  return read
    .selectFrom('record.confirmation')
    .select(askedColumns)
    .where('organisation', '=', organisation)
    .where('promise', '=', promise)
    .orderBy('asked_on')
    .orderBy('id')
    .execute();
}

export interface AskedOfUs extends AskedRecord {
  readonly slug: string;
  readonly aim: string;
  readonly organisation_name: string;
}

/** What a group of young people was asked, open questions first. */
export async function askedOfGroup(read: Read, group: string, id: string | null = null): Promise<readonly AskedOfUs[]> {
  return read
    .selectFrom('record.confirmation as asked')
    .innerJoin('published.promise as promise', 'promise.id', 'asked.promise')
    .select(askedColumns.map((column) => `asked.${column}` as const))
    .select(['promise.slug', 'promise.aim', 'promise.organisation_name'])
    .where('asked.group_organisation', '=', group)
    .$if(id !== null, (query) => query.where('asked.id', '=', id ?? ''))
    .orderBy((of) => of('asked.answer', 'is not', null))
    .orderBy('asked.asked_on', 'desc')
    .orderBy('asked.id')
    .limit(200)
    .execute();
}
