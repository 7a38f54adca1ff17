import { sql } from 'kysely';
import { londonDate } from '#base/london.js';
import { databaseNow } from '#kit/clock.js';
import type { Read } from '#kit/db/gate.js';
import { hoursLeft } from '#kit/retention/clock.js';
import { retentionClock } from '#kit/retention/retention.js';

export interface DateSeen {
  /** Why the date is not believed; null where it is. */
  readonly doubt: 'forward' | 'back' | null;
  /** The last day that was believed; null before the first round. */
  readonly last: string | null;
  /** What the clock said when it was no longer believed. */
  readonly jumpedTo: string | null;
  /** What the clock says now. */
  readonly now: string;
  /** An administrator has confirmed the date, and the next round looks at it. */
  readonly isConfirmed: boolean;
}

export async function dateSeen(read: Read): Promise<DateSeen> {
  const { lastRound, stopped, confirmedOn } = await retentionClock(read);
  return {
    doubt: stopped?.why ?? null,
    last: lastRound === null ? null : londonDate(lastRound),
    jumpedTo: stopped === null ? null : londonDate(stopped.at),
    now: londonDate(await databaseNow(read)),
    isConfirmed: confirmedOn !== null,
  };
}

/** Whether Kept waits for the date to be confirmed. */
export async function doubtedDate(read: Read): Promise<boolean> {
  const { stopped, confirmedOn } = await retentionClock(read);
  return stopped !== null && confirmedOn === null;
}

export interface MarkSeen {
  /** Name of the rule. */
  readonly entry: string;
  readonly many: number;
  /** The earliest day until which one of them was to be kept. */
  readonly until: string;
  /** Running hours until the first is deleted. */
  readonly hours: number;
}

/** What will be deleted of the organisation in sight and of the installation, by rule. */
export async function marksSeen(read: Read): Promise<readonly MarkSeen[]> {
  const { ran } = await retentionClock(read);
  const { rows } = await sql<{ entry: string; many: number; until: string; first: number }>`
    select entry, count(*)::integer as many, min(until)::text as until, min(marked_ran) as first from kit.retention_mark group by entry order by entry`.execute(
    read,
  );
  return rows.map(({ first, ...mark }) => ({ ...mark, hours: hoursLeft(first, ran) }));
}
