import { sql } from 'kysely';
import type { Read } from '#kit/db/gate.js';
import { spelling, theOneMeant } from './rules.js';
import type { Authority } from './words.js';

/**
 * The authority that a printed name means ("Cheshire West and Chester Council"), through the known spellings; null
 * where it means none or two. Never a guess.
 */
export async function authorityByName(read: Read, printedName: string): Promise<Authority | null> {
  const written = spelling(printedName);
  if (written === '') return null;
  const known = await read
    .selectFrom('record.authority')
    .selectAll()
    .where(sql<boolean>`spellings @> array[${written}]::text[]`)
    .orderBy('code')
    .execute();
  return theOneMeant(known);
}
