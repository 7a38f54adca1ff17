/** Signing in by a link sent to one's own e-mail address: no password to forget, to reuse or to leak. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { emailAddress } from '#base/email-address.js';
import { type Result, ok, refused } from '#base/result.js';
import type { Read, Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { journal } from '#kit/journal.js';
import { newToken, tokenHash } from '#kit/token.js';
import type { Role } from '#kit/visitor.js';

const minutesValid = 30;

/** Whether one more try is allowed: `capacity` at once, then one every `seconds`. */
export async function mayTry(write: Write, bucket: string, capacity: number, seconds: number, now: Date): Promise<boolean> {
  const { rows } = await sql<{ allowed: boolean }>`select kit.take_token(${createHash('sha256').update(bucket).digest('hex')}, ${capacity}, ${1 / seconds}, ${now}) as allowed`.execute(write);
  return rows[0]?.allowed ?? false;
}

/** Makes a link for the address and returns its token; the database keeps only the token's hash. */
export async function makeSignInLink(write: Write, email: string, returnTo: string | null, now: Date): Promise<string> {
  const token = newToken();
  await write.deleteFrom('kit.sign_in_link').where('expires_at', '<', now).execute();
  await write
    .insertInto('kit.sign_in_link')
    .values({ token_hash: tokenHash(token), email: email.trim().toLowerCase(), created_at: now, expires_at: new Date(now.getTime() + minutesValid * 60_000), used_at: null, return_to: returnTo })
    .execute();
  return token;
}

/** Whether a link would still work, without using it up: mail scanners open links, so only a button uses one. */
export async function isLinkGood(read: Read, token: string, now: Date): Promise<boolean> {
  const found = await read.selectFrom('kit.sign_in_link').select('expires_at').where('token_hash', '=', tokenHash(token)).where('used_at', 'is', null).where('expires_at', '>', now).executeTakeFirst();
  return found !== undefined;
}

/** Uses a link up: it works once, and for half an hour. */
export async function consumeLink(write: Write, token: string, now: Date): Promise<Result<{ readonly email: string; readonly returnTo: string | null }, 'link not good'>> {
  const found = await write
    .updateTable('kit.sign_in_link')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['email', 'return_to'])
    .executeTakeFirst();
  return found ? ok({ email: found.email, returnTo: found.return_to }) : refused('link not good');
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
  if (known) await write.updateTable('record.account').set({ closed_at: null, opens_again: false }).where('id', '=', account).execute();
  if (!known) await write.insertInto('record.account').values({ id: account, email, name: draft.name, persona: draft.persona, created_at: now, closed_at: null }).execute();
  await write
    .insertInto('record.account_role')
    .values({ account, organisation: draft.organisation, board: null, role: draft.role, given_at: now })
    .onConflict((conflict) => conflict.constraint('account_role_once').doNothing())
    .execute();
  await journal(write, { scope: draft.organisation, at: now, who: 'kept', verb: 'invite', kind: 'account', thing: account, detail: { role: draft.role } });
  return account;
}
