/**
 * A form that is pressed twice does its act once (docs/decisions/0028). Each page of the workspace is drawn with a mark of its own, which travels in
 * the token of its forms. The mark, the address and everything that was sent make the sign of one press; it is spent in the transaction of its act.
 * The same press again, at the same moment or later, does nothing and leads where the first one led. A page that was opened anew has another mark,
 * and what was changed makes another sign: both are new acts.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Write } from '#kit/db/gate.js';
import type { Outcome, Sent } from '#kit/page.js';

declare module '#kit/db/tables.js' {
  interface Tables {
    'kit.spent_form': { sign: Buffer; leads_to: string; spent_at: Date };
  }
}

/** Hours after which the sign of a press is forgotten: longer than any session of work, so that a page that still stands open counts. */
export const hoursSpent = 24;

/** A token for the forms of one drawn page: the session's own, and a mark that no other page has. */
export function drawnWith(csrf: string): string {
  return `${csrf}.${randomBytes(16).toString('base64url')}`;
}

/** Parts a token that came back: the session's own, and the mark of its page; null where it has none. */
export function partsOf(token: string): { readonly csrf: string; readonly mark: string | null } {
  const [session, organisation, mark] = token.split('.');
  return organisation === undefined
    ? { csrf: token, mark: null }
    : { csrf: `${session}.${organisation}`, mark: mark !== undefined && /^[\w-]{22}$/.test(mark) ? mark : null };
}

/** The sign of one press: 32 bytes that tell nothing of what was sent, for nobody can guess the mark. */
export function signOf(address: string, { fields, files }: Sent): Buffer {
  const hash = createHash('sha256');
  const put = (text: string): void => void hash.update(`${Buffer.byteLength(text)}:`).update(text);
  put(address);
  for (const name of fields.names().toSorted()) for (const value of fields.all(name)) [name, value].forEach(put);
  for (const [name, file] of Object.entries(files).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    [name, file.name].forEach(put);
    hash.update(createHash('sha256').update(file.bytes).digest());
  }
  return hash.digest();
}

/**
 * Does the act of a press, or leads where the same press led before. A second one waits for the first; what was refused, or led nowhere, is not spent
 * and may be sent again as it is.
 */
export async function actOnce(db: Write, sign: Buffer, now: Date, act: () => Promise<Outcome>): Promise<Outcome> {
  const spent = await db
    .insertInto('kit.spent_form')
    .values({ sign, leads_to: '', spent_at: now })
    .onConflict((conflict) => conflict.column('sign').doNothing())
    .returning('sign')
    .executeTakeFirst();
  if (!spent) {
    const { leads_to } = await db
      .selectFrom('kit.spent_form')
      .select('leads_to')
      .where('sign', '=', sign)
      .executeTakeFirstOrThrow();
    return { kind: 'redirect', to: leads_to };
  }
  const made = await act();
  if (made.kind === 'redirect' && made.again !== true)
    await db.updateTable('kit.spent_form').set({ leads_to: made.to }).where('sign', '=', sign).execute();
  else await db.deleteFrom('kit.spent_form').where('sign', '=', sign).execute();
  return made;
}
