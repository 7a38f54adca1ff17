/** What a code opens, seats, and recordings: statements to the intake gate, each whole in itself. Nothing is cached but what is asked, which never changes. */
import { sql } from 'kysely';
import { londonDate } from '#base/london.js';
import { type Gate, nobody } from '#kit/db/gate.js';
import { codeHash } from './codes.js';
import { intakeKeys, type KeyFor } from './sealing.js';
import { notedOf, surveyKeys } from './survey-keys.js';
import type { Asked, Opened, WayInState } from './words.js';

/** States that are told whether or not a card has answered (intake.code_opens). */
const beforeSpent: readonly WayInState[] = ['closed', 'voided', 'paused', 'spent'];

/** What a code opens; null where there is no such code. */
export async function whatCodeOpens(gate: Gate, key: KeyFor, code: string, now: Date): Promise<Opened | null> {
  const { rows } = await gate.read(nobody, (read) =>
    sql<{
      opened: Opened | null;
    }>`select intake.code_opens(${codeHash(intakeKeys(key).codes, code)}, ${londonDate(now)}, ${now}) as opened`.execute(
      read,
    ),
  );
  const opened = rows[0]?.opened ?? null;
  if (opened === null || opened.kind !== 'cards' || beforeSpent.includes(opened.state)) return opened;
  // That a card has answered is noted under the key of its survey, which is known only now.
  const keys = await surveyKeys(gate, key, opened.survey, now);
  if (keys === null) return { ...opened, state: 'closed' };
  const noted = notedOf(keys, codeHash(intakeKeys(key).codes, code), true);
  const { rows: spent } = await gate.read(nobody, (read) =>
    sql<{ spent: boolean }>`select intake.is_spent(${noted}) as spent`.execute(read),
  );
  return spent[0]?.spent === true ? { ...opened, state: 'spent' } : opened;
}

const remembered = new WeakMap<Gate, Map<string, Asked>>();
const rememberedAtMost = 100;

/** What a survey asks; null where there is none, or nothing comes in any more (which a process may learn late: the database decides). */
export async function askedOf(gate: Gate, survey: string): Promise<Asked | null> {
  const surveys = remembered.get(gate) ?? new Map<string, Asked>();
  remembered.set(gate, surveys);
  const found = surveys.get(survey);
  if (found) return found;
  const { rows } = await gate.read(nobody, (read) =>
    sql<{ asked: Asked | null }>`select intake.asked(${survey}) as asked`.execute(read),
  );
  const asked = rows[0]?.asked ?? null;
  if (asked) {
    if (surveys.size >= rememberedAtMost) surveys.clear();
    surveys.set(survey, asked);
  }
  return asked;
}

/** Why no seat was taken. "too many": of an open link, in this moment. */
export type SeatRefusal = Exclude<WayInState, 'open' | 'spent'> | 'unknown' | 'too many';

/**
 * Takes a seat of a class session or an open link. `seat` is the taker's own random token. Null where it is taken, or was before; else why not.
 * A seat that was issued before the end may always be taken up again; a new one after it only with `late`, which is never the sender's to say:
 * a ticket was shown (tickets.ts).
 */
export async function takeSeat(
  gate: Gate,
  key: KeyFor,
  code: string,
  seat: string,
  now: Date,
  { late = false } = {},
): Promise<SeatRefusal | null> {
  const { codes } = intakeKeys(key);
  const { rows } = await gate.read(nobody, (read) =>
    sql<{
      refusal: SeatRefusal | null;
    }>`select intake.take_seat(${codeHash(codes, code)}, ${codeHash(codes, seat)}, ${londonDate(now)}, ${now}, ${late}) as refusal`.execute(
      read,
    ),
  );
  return rows[0]?.refusal ?? null;
}

/** Gives a seat back that has not answered. */
export async function leaveSeat(gate: Gate, key: KeyFor, seat: string): Promise<void> {
  await gate.read(nobody, (read) =>
    sql`select intake.leave_seat(${codeHash(intakeKeys(key).codes, seat)})`.execute(read),
  );
}

/** The bytes of a recording of a survey that is asked now. */
export async function soundNamed(
  gate: Gate,
  sha256: string,
): Promise<{ readonly type: string; readonly bytes: Buffer } | null> {
  const { rows } = await gate.read(nobody, (read) =>
    sql<{ type: string; bytes: Buffer }>`select type, bytes from intake.sound_named(${sha256})`.execute(read),
  );
  return rows[0] ?? null;
}
