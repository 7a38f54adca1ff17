/** Limits of tries, and accounts as whoever owns the installation opens them. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { emailAddress } from '#base/email-address.js';
import type { Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { journal } from '#kit/journal.js';
import { tellSecurity } from '#kit/security.js';
import type { Role } from '#kit/visitor.js';

/** Whether one more try is allowed: `capacity` at once, then one every `seconds`. The bucket says what is limited, and in its last word for whom. */
export async function mayTry(
  write: Write,
  bucket: string,
  capacity: number,
  seconds: number,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql<{
    allowed: boolean;
  }>`select kit.take_token(${createHash('sha256').update(bucket).digest('hex')}, ${capacity}, ${1 / seconds}, ${now}) as allowed`.execute(
    write,
  );
  const allowed = rows[0]?.allowed ?? false;
  // What is limited is said, and not for whom: the last word of a bucket.
  if (!allowed) tellSecurity(write, { name: 'limit', how: bucket.slice(0, bucket.lastIndexOf(' ')) });
  return allowed;
}

export interface AccountDraft {
  readonly email: string;
  readonly name: string;
  readonly persona: string | null;
  readonly organisation: string;
  readonly role: Role;
}

/** Opens an account with one role for the whole organisation, opens a closed one again, or adds the role to it. Run by the installation's owner only. */
export async function openAccount(write: Write, draft: AccountDraft, now: Date): Promise<string> {
  const email = emailAddress(draft.email) ?? draft.email.trim().toLowerCase();
  const known = await write.selectFrom('record.account').select('id').where('email', '=', email).executeTakeFirst();
  const account = known?.id ?? newId();
  if (known)
    await write
      .updateTable('record.account')
      .set({ closed_at: null, opens_again: false })
      .where('id', '=', account)
      .execute();
  if (!known)
    await write
      .insertInto('record.account')
      .values({ id: account, email, name: draft.name, persona: draft.persona, created_at: now, closed_at: null })
      .execute();
  await write
    .insertInto('record.account_role')
    .values({ account, organisation: draft.organisation, board: null, role: draft.role, given_at: now })
    .onConflict((conflict) => conflict.constraint('account_role_once').doNothing())
    .execute();
  await journal(write, {
    scope: draft.organisation,
    at: now,
    who: 'kept',
    verb: 'invite',
    kind: 'account',
    thing: account,
    detail: { role: draft.role },
    security: 'appointment',
  });
  return account;
}
