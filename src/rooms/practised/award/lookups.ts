/** Questions to the record about schools: which there are, and of which one may speak. */
import { sql } from 'kysely';
import type { Read } from '#kit/db/gate.js';

/** Which of these schools are one's own to speak of. */
export async function ownSchools(read: Read, urns: readonly number[]): Promise<ReadonlySet<number>> {
  if (urns.length === 0) return new Set();
  const { rows } = await sql<{
    urn: number;
  }>`select urn from unnest(${[...urns]}::integer[]) as asked (urn) where record.may_say_award(urn)`.execute(read);
  return new Set(rows.map(({ urn }) => urn));
}

export async function knownSchools(read: Read, urns: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (urns.length === 0) return new Map();
  const rows = await read
    .selectFrom('published.school')
    .select(['urn', 'name'])
    .where('urn', 'in', [...urns])
    .execute();
  return new Map(rows.map(({ urn, name }) => [urn, name]));
}
