/**
 * The time that Kept goes by: the database's, carried on between two looks by a clock that nobody sets. So all processes of one Kept have the
 * same time, and a machine whose own clock is wrong changes nothing. Whether the date of the database's clock is believed is another question
 * (kit/retention).
 */
import { sql } from 'kysely';
import type { DatabasePlace } from './database.js';
import { type Gate, nobody, type Read } from './db/gate.js';
import { connectAsOwner } from './db/migrate.js';

/** A look that took longer says too little about its moment, where an earlier one is there. */
const lookAtMost = 1_000;
/** Less than this is the way to the database and back: the time is not moved to and fro by it. */
const jitter = 50;

export interface SharedClock {
  readonly now: () => Date;
  /** Looks again. Fails where the database cannot be asked; the time then goes on from the last look. */
  look(): Promise<void>;
}

/** The database's own clock. */
export async function databaseNow(read: Read): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(read);
  const first = rows[0];
  if (!first) throw new Error('The database gave no time');
  return first.now;
}

/** `ask` tells the database's time, `ticks` the milliseconds of a clock that nobody sets. */
export async function makeSharedClock(
  ask: () => Promise<Date>,
  ticks: () => number = () => performance.now(),
): Promise<SharedClock> {
  let seen: { readonly time: number; readonly ticks: number } | null = null;
  const at = (tick: number): number => (seen === null ? 0 : seen.time + tick - seen.ticks);
  async function look(): Promise<void> {
    const before = ticks();
    const time = (await ask()).getTime();
    const after = ticks();
    const middle = (before + after) / 2;
    if (seen !== null && (after - before > lookAtMost || Math.abs(at(middle) - time) < jitter)) return;
    seen = { time, ticks: middle };
  }
  await look();
  return { now: () => new Date(at(ticks())), look };
}

export function clockOfGate(gate: Gate): Promise<SharedClock> {
  return makeSharedClock(() => gate.read(nobody, databaseNow));
}

/** For a command that has no gates. */
export async function clockOfPlace(place: Pick<DatabasePlace, 'admin'>): Promise<() => Date> {
  const client = await connectAsOwner(place.admin, 'kept clock');
  try {
    const ask = async (): Promise<Date> =>
      (await client.query<{ now: Date }>('select clock_timestamp() as now')).rows[0]?.now ??
      Promise.reject(new Error('The database gave no time'));
    return (await makeSharedClock(ask)).now;
  } finally {
    await client.end();
  }
}
