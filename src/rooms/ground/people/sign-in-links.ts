/** Signing in by a link sent to one's own e-mail address: no password to forget, to reuse or to leak. */
import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { type Result, ok, refused } from '#base/result.js';
import type { Read, Write } from '#kit/db/gate.js';
import { journal } from '#kit/journal.js';
import { postLetters } from '#kit/mail/mail.js';
import { newToken, tokenHash } from '#kit/token.js';
import { accountByEmail } from './lookups.js';
import { peoplePaths } from './paths.js';

const minutesValid = 10;
/**
 * While a letter is younger than this and its link unused, no other is sent to the address. So nobody can fill a mailbox (twelve letters an
 * hour at most), and nobody is locked out: whoever asks has a link in the mailbox that is good for five more minutes, or is sent one.
 */
const minutesBetweenLetters = 5;

function minutesFrom(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000);
}

interface LinkDraft {
  readonly account: string | null;
  readonly address: Buffer | null;
  readonly returnTo: string | null;
}

/** The database keeps only the token's hash. */
async function saveLink(write: Write, { account, address, returnTo }: LinkDraft, now: Date): Promise<string> {
  const token = newToken();
  await write.deleteFrom('kit.sign_in_link').where('expires_at', '<', now).execute();
  await write
    .insertInto('kit.sign_in_link')
    .values({
      token_hash: tokenHash(token),
      account,
      address,
      created_at: now,
      expires_at: minutesFrom(now, minutesValid),
      return_to: returnTo,
    })
    .execute();
  return token;
}

/** Makes a link for whoever has that address, to be handed over by hand by the owner of the installation, and returns its token. */
export async function makeSignInLink(write: Write, email: string, returnTo: string | null, now: Date): Promise<string> {
  const account = await accountByEmail(write, email);
  if (account)
    await journal(write, {
      scope: 'house',
      at: now,
      who: 'kept',
      verb: 'record',
      kind: 'sign-in link',
      thing: account.id,
      security: 'break-glass',
    });
  return saveLink(write, { account: account?.id ?? null, address: null, returnTo }, now);
}

export interface LinkAsked {
  readonly email: string;
  readonly returnTo: string | null;
  /** Absolute address of this site without a slash at the end. */
  readonly site: string;
  /** Kept's key for addresses: who reads the table and has a list of addresses finds none of them in it. */
  readonly key: Buffer;
}

/**
 * Asks for a letter with a link. An address without an account costs the same statements and the same work: its link belongs to nobody, and its
 * letter is thrown away where others are sent. So neither the answer nor its time tells who has an account.
 */
export async function askForLink(write: Write, { email, returnTo, site, key }: LinkAsked, now: Date): Promise<void> {
  const normal = email.trim().toLowerCase();
  const address = createHmac('sha256', key).update(normal).digest();
  // Two requests for one address come one after the other, or both would find that no letter was sent.
  await sql`select pg_advisory_xact_lock(hashtextextended(${address.toString('hex')}, 0))`.execute(write);
  const account = await accountByEmail(write, normal);
  const waiting = await write
    .selectFrom('kit.sign_in_link')
    .select('created_at')
    .where('address', '=', address)
    .where('created_at', '>', minutesFrom(now, -minutesBetweenLetters))
    .executeTakeFirst();
  if (waiting) return;
  const token = await saveLink(write, { account: account?.id ?? null, address, returnTo }, now);
  const body =
    `Hello,\n\nopen this link to sign in to Kept. It works once, for ${minutesValid} ` +
    `minutes:\n\n${site}${peoplePaths.link({ token })}\n\nIf you did not ask for it, ignore this email. Nobody can ` +
    `use the link without it.\n`;
  await postLetters(
    write,
    [
      {
        organisation: null,
        to: account ? normal : null,
        subject: 'Your link to sign in to Kept',
        body,
        until: minutesFrom(now, minutesValid),
      },
    ],
    now,
  );
}

/** Whether a link would still work, without using it up: mail scanners open links, so only a button uses one. */
export async function isLinkGood(read: Read, token: string, now: Date): Promise<boolean> {
  const found = await read
    .selectFrom('kit.sign_in_link')
    .select('expires_at')
    .where('token_hash', '=', tokenHash(token))
    .where('account', 'is not', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return found !== undefined;
}

/** Uses a link up, and with it every other link of that account. */
export async function consumeLink(
  write: Write,
  token: string,
  now: Date,
): Promise<
  Result<
    { readonly account: string; readonly returnTo: string | null; readonly provesAddress: boolean },
    'link not good'
  >
> {
  const hash = tokenHash(token);
  // One statement takes them all, so that two links of one account cannot be used at the same moment.
  const gone = await write
    .deleteFrom('kit.sign_in_link')
    .where('account', '=', (select) =>
      select
        .selectFrom('kit.sign_in_link as given')
        .select('given.account')
        .where('given.token_hash', '=', hash)
        .where('given.expires_at', '>', now),
    )
    .returning(['token_hash', 'account', 'return_to', 'address'])
    .execute();
  const used = gone.find((one) => one.token_hash.equals(hash));
  if (!used || used.account === null) return refused('link not good');
  const open = await write
    .selectFrom('record.account')
    .select('id')
    .where('id', '=', used.account)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return open
    ? ok({ account: open.id, returnTo: used.return_to, provesAddress: used.address !== null })
    : refused('link not good');
}
