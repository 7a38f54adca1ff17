/** `kept retention` and `kept admin confirm-date`. */
import { isDate, londonDate, plainDate } from '#base/london.js';
import { type Result, ok, refused } from '#base/result.js';
import type { Write } from '#kit/db/gate.js';
import { keptOf, retentionOf } from '#kit/retention/catalogue.js';
import { databaseNow } from '#kit/clock.js';
import { retentionClock } from '#kit/retention/retention.js';
import { confirmDateByOwner } from '#rooms/ground/retention/index.js';
import { rooms } from './rooms.js';

interface Rule {
  readonly what: string;
  readonly howLong: string;
  readonly why: string;
  readonly tables: readonly string[];
}

/** What is kept, for how long, and why. */
export function retentionWords(): string {
  const ruleWords = ({ what, howLong, why, tables }: Rule): string =>
    `${what}\n  How long: ${howLong}\n  Why: ${why}\n${tables.length === 0 ? '' : `  Tables: ${tables.join(', ')}\n`}`;
  const part = (title: string, rules: readonly Rule[]): string => [`${title}\n`, ...rules.map(ruleWords)].join('\n');
  return `${part('Deleted after a time', retentionOf(rooms, ''))}\n${part('Kept without a date', keptOf(rooms))}`;
}

/** Without a date: which one Kept goes by. */
export async function confirmDateWords(write: Write, typed: string | null, now: Date): Promise<Result<string, string>> {
  const clock = await retentionClock(write);
  const today = londonDate(await databaseNow(write));
  const last = clock.lastRound === null ? 'not known yet' : plainDate(londonDate(clock.lastRound));
  if (typed === null) {
    const says = `The clock of the database says ${plainDate(today)}. Kept was last sure of: ${last}.\n`;
    return ok(
      clock.stopped === null
        ? `${says}Kept is sure of its date. You do not need to confirm it.\n`
        : `${says}Kept deletes nothing by date until the date is confirmed. If the clock is wrong, set it right ` +
            `first. Then: kept admin confirm-date DATE, with today's date like 2026-11-30\n`,
    );
  }
  if (!isDate(typed)) return refused("Give today's date like this: kept admin confirm-date 2026-11-30");
  const confirmed = await confirmDateByOwner(write, typed, now);
  return confirmed.ok
    ? ok(`The date ${plainDate(typed)} is confirmed. Kept goes on deleting within five minutes of running.\n`)
    : confirmed;
}
