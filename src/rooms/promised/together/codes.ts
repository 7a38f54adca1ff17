/** Codes by which a class comes in. Whose charter it is and whether its stage allows it, the room of charters has asked before. */
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { londonDate } from '#base/london.js';
import type { Write } from '#kit/db/gate.js';
import type { Who } from '#rooms/ground/people/index.js';
import { codeFrom } from './rules.js';

export interface CodeDraft {
  readonly label: string;
  readonly seats: number;
  readonly expires: string;
  readonly shared: boolean;
}

/** Opens a code. Nine letters out of 28 that nobody can guess (reference 4.2). */
export async function openCode(write: Write, who: Who, charter: string, draft: CodeDraft): Promise<string> {
  // Twenty times nine bytes: too few fair ones among them happens never in practice.
  const code = codeFrom(randomBytes(180));
  if (code === null) throw new Error('no code came out of 180 random bytes');
  await write
    .insertInto('record.together_code')
    .values({
      organisation: who.organisation,
      charter,
      code,
      label: draft.label,
      seats: draft.seats,
      shared: draft.shared,
      opened_on: londonDate(who.now),
      expires_on: draft.expires,
      closed_on: null,
    })
    .execute();
  return code;
}

/** Closes a code with its seats; false where none of that name is open. */
export async function closeCode(write: Write, who: Who, charter: string, code: string): Promise<boolean> {
  const closed = await write
    .updateTable('record.together_code')
    .set({ closed_on: londonDate(who.now) })
    .where('organisation', '=', who.organisation)
    .where('charter', '=', charter)
    .where('code', '=', code)
    .where('closed_on', 'is', null)
    .returning('code')
    .executeTakeFirst();
  if (!closed) return false;
  await sql`select record.close_seats(${code})`.execute(write);
  return true;
}
