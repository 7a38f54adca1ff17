import { sql } from 'kysely';
import { londonDate } from '#base/london.js';
import { type Result, ok, refused } from '#base/result.js';
import type { Write } from '#kit/db/gate.js';
import { journal } from '#kit/journal.js';
import { databaseNow } from '#kit/clock.js';
import type { Who } from '#rooms/ground/people/index.js';
import { dateProblem } from './rules.js';

/** An administrator says which day it is. Kept goes on deleting with its next round, if its clock still says the same. */
export async function confirmDate(write: Write, who: Who, typed: string | null): Promise<Result<null, string>> {
  const problem = dateProblem(typed, londonDate(await databaseNow(write)));
  if (problem !== null || typed === null) return refused(problem ?? '');
  await sql`select kit.confirm_date(${typed}::date)`.execute(write);
  await journal(write, {
    scope: who.organisation,
    at: who.now,
    who: who.account,
    verb: 'agree',
    kind: 'date',
    thing: 'retention',
    detail: { date: typed },
  });
  return ok(null);
}

/** The same, by whoever owns the installation: from the command line, with the rights of the tables' owner. */
export async function confirmDateByOwner(write: Write, typed: string | null, now: Date): Promise<Result<null, string>> {
  const problem = dateProblem(typed, londonDate(await databaseNow(write)));
  if (problem !== null || typed === null) return refused(problem ?? '');
  await write.updateTable('kit.retention_clock').set({ confirmed_on: typed, confirmed_by: null }).execute();
  await journal(write, {
    scope: 'house',
    at: now,
    who: 'kept',
    verb: 'agree',
    kind: 'date',
    thing: 'retention',
    detail: { date: typed },
  });
  return ok(null);
}
