/**
 * Figures over everything published (how many, how many of each) are worked out once for each act of publishing and each day, not for each
 * reader: they change with an act of publishing and with nothing else but the day. Lists themselves never count (kit/db/slice.ts).
 */
import { sql } from 'kysely';
import type { Read } from '#kit/db/gate.js';

const keptAtMost = 2000;

interface Kept {
  readonly revision: number;
  readonly value: Promise<unknown>;
}

/** By database and question; the oldest goes first. */
const kept = new Map<string, Kept>();

/** The answer to a question that is put to what is published and to nothing else. `question` says all that the answer depends on, the day too. */
export async function tally<T>(read: Read, question: readonly unknown[], work: () => Promise<T>): Promise<T> {
  const { rows } = await sql<{ number: number; database: string; committed: boolean }>`
    select number, concat_ws(' ', pg_postmaster_start_time(), (select oid from pg_database where datname = current_database())) as database, pg_current_xact_id_if_assigned() is null as committed
      from published.revision`.execute(read);
  const [now] = rows;
  // Whoever has written in this transaction sees what nobody else sees yet.
  if (!now?.committed) return work();
  const key = JSON.stringify([now.database, ...question]);
  const known = kept.get(key);
  if (known?.revision === now.number) return known.value as Promise<T>;
  const value = work();
  kept.delete(key);
  kept.set(key, { revision: now.number, value });
  // What failed is asked again.
  value.catch(() => kept.delete(key));
  for (const oldest of kept.keys()) {
    if (kept.size <= keptAtMost) break;
    kept.delete(oldest);
  }
  return value;
}
