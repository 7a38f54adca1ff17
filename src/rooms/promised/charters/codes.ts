/** Codes by which a class comes in; what happens inside is together.ts. */
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { londonDate } from '#base/london.js';
import { ok, refused } from '#base/result.js';
import type { Write } from '#kit/db/gate.js';
import type { Who } from '#rooms/ground/people/index.js';
import { type Done, note, takeUp } from './held.js';
import { codeFrom } from './rules.js';

/** Opens a code for a class. Nine letters out of 28 that nobody can guess (reference 4.2). */
export async function recordCode(
  write: Write,
  who: Who,
  slug: string,
  draft: { readonly label: string; readonly seats: number; readonly expires: string; readonly shared: boolean },
): Promise<Done<{ readonly code: string }>> {
  const found = await takeUp(write, who, slug, 'open code');
  if (!found.ok) return found;
  // Twenty times nine bytes: too few fair ones among them happens never in practice.
  const code = codeFrom(randomBytes(180));
  if (code === null) throw new Error('no code came out of 180 random bytes');
  await write
    .insertInto('record.together_code')
    .values({
      organisation: who.organisation,
      charter: found.value.id,
      code,
      label: draft.label,
      seats: draft.seats,
      shared: draft.shared,
      opened_on: londonDate(who.now),
      expires_on: draft.expires,
      closed_on: null,
    })
    .execute();
  // The journal outlives the code and needs no way into the room.
  await note(write, who, 'invite', slug, { seats: draft.seats, shared: draft.shared });
  return ok({ code });
}

/** Closes a code: nobody comes in by it any more, and its seats are gone. */
export async function withdrawCode(write: Write, who: Who, slug: string, code: string): Promise<Done> {
  const found = await takeUp(write, who, slug, null);
  if (!found.ok) return found;
  const closed = await write
    .updateTable('record.together_code')
    .set({ closed_on: londonDate(who.now) })
    .where('organisation', '=', who.organisation)
    .where('charter', '=', found.value.id)
    .where('code', '=', code)
    .where('closed_on', 'is', null)
    .returning('code')
    .executeTakeFirst();
  if (!closed) return refused({ code: 'not there' });
  await sql`select record.close_seats(${code})`.execute(write);
  await note(write, who, 'withdraw', slug, { code: true });
  return ok(null);
}
