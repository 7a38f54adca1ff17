/** Questions to the record: the register as its keeper has it, and the entries about one's own organisation. */
import { type Selectable, sql } from 'kysely';
import type { Place } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { type Key, type Slice, slice } from '#kit/db/slice.js';
import type { EntryRow } from './tables.js';
import type { Body } from './words.js';

export type EntryRecord = Readonly<Selectable<EntryRow>>;

/** An entry of a framework that one keeps, by its short name. */
export async function keptEntry(
  read: Read,
  keeper: string,
  framework: string,
  slug: string,
): Promise<EntryRecord | undefined> {
  return read
    .selectFrom('record.register_entry')
    .selectAll()
    .where('organisation', '=', keeper)
    .where('framework', '=', framework)
    .where('slug', '=', slug)
    .executeTakeFirst();
}

/** The entry about one's own organisation, as signatory. */
export async function ownEntry(read: Read, signatory: string, framework: string): Promise<EntryRecord | undefined> {
  return read
    .selectFrom('record.register_entry')
    .selectAll()
    .where('signatory', '=', signatory)
    .where('framework', '=', framework)
    .executeTakeFirst();
}

export async function ownEntries(read: Read, signatory: string): Promise<readonly EntryRecord[]> {
  return read
    .selectFrom('record.register_entry')
    .selectAll()
    .where('signatory', '=', signatory)
    .orderBy('framework')
    .execute();
}

/** The organisation here that a body is; null where none is. */
export async function bodyHere(read: Read, { kind, authority, urn, name }: Body): Promise<string | null> {
  const { rows } = await sql<{
    id: string | null;
  }>`select record.body_of(${kind}, ${authority}, ${urn}::integer, ${name}) as id`.execute(read);
  return rows[0]?.id ?? null;
}

export interface InterestRecord extends Body {
  readonly id: string;
  readonly framework: string;
  readonly email: string;
  readonly role: string;
  readonly said_on: string;
}

const interestColumns = ['id', 'framework', 'kind', 'name', 'authority', 'urn', 'email', 'role', 'said_on'] as const;

const longestWaitingFirst: readonly Key[] = [
  { by: 'said_on', type: 'date' },
  { by: 'id', type: 'uuid' },
];

/** Who said that they are interested and waits for an answer, the longest waiting first: so many from a place on. */
export async function interestsIn(
  read: Read,
  keeper: string,
  framework: string,
  place: Place,
  count: number,
): Promise<Slice<InterestRecord>> {
  const among = read
    .selectFrom('record.register_interest')
    .select(interestColumns)
    .where('organisation', '=', keeper)
    .where('framework', '=', framework);
  return slice(among, { keys: longestWaitingFirst }, place, count);
}

/** How many wait for an answer of a keeper, by framework. */
export async function interestsWaiting(read: Read, keeper: string): Promise<ReadonlyMap<string, number>> {
  const rows = await read
    .selectFrom('record.register_interest')
    .select(({ fn }) => ['framework', fn.countAll<number>().as('many')])
    .where('organisation', '=', keeper)
    .groupBy('framework')
    .execute();
  return new Map(rows.map(({ framework, many }) => [framework, many]));
}

export async function interestRecord(
  read: Read,
  keeper: string,
  framework: string,
  id: string,
): Promise<InterestRecord | undefined> {
  return read
    .selectFrom('record.register_interest')
    .select(interestColumns)
    .where('organisation', '=', keeper)
    .where('framework', '=', framework)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Short names of a register that begin like this one. */
export async function namesLike(read: Read, framework: string, start: string): Promise<ReadonlySet<string>> {
  const rows = await read
    .selectFrom('published.register_entry')
    .select('slug')
    .where('framework', '=', framework)
    .where('slug', '>=', start)
    .where('slug', '<', `${start}\u{10ffff}`)
    .execute();
  return new Set(rows.map(({ slug }) => slug));
}

/** The entry that a register has for a body already. */
export async function entryOf(
  read: Read,
  keeper: string,
  framework: string,
  { kind, authority, urn, name }: Body,
): Promise<EntryRecord | undefined> {
  return read
    .selectFrom('record.register_entry')
    .selectAll()
    .where('organisation', '=', keeper)
    .where('framework', '=', framework)
    .where('kind', '=', kind)
    .$if(kind === 'authority', (query) => query.where('authority', '=', authority))
    .$if(kind === 'school', (query) => query.where('urn', '=', urn))
    .$if(kind === 'trust' || kind === 'group', (query) =>
      query.where(sql<boolean>`lower(name) = lower(${name}) and authority is not distinct from ${authority}`),
    )
    .executeTakeFirst();
}
