/**
 * Sessions live in the database under the hash of their token; the browser holds the token and nothing else. Nobody who
 * reads the table can sign in with what they find.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Read, Write } from '#kit/db/gate.js';
import { tellSecurity } from './security.js';
import { newToken, tokenHash } from './token.js';
import type {} from './passkeys/passkeys.js';

export interface CookieNames {
  /** Holds the token of a session. */
  readonly session: string;
  /** Holds the token of a pass: somebody without an account who came in by a code. */
  readonly pass: string;
  /** Holds what this browser has done that is done once; nothing of who did it (page.ts, SessionChange). */
  readonly once: string;
  /** Holds the key of an attempt: somebody who takes part in a survey (page.ts, AttemptChange). */
  readonly attempt: string;
  /** Before the name of each cookie with what the browser carries of it, sealed under that key. */
  readonly carried: string;
}

/**
 * What our cookies are called. Over https a browser takes these names only from this very site, over https (RFC 6265bis, 4.1.3): no neighbour
 * below the same domain, and nobody on the line, can put a cookie of theirs in the place of ours. What is carried of an attempt is large and sent to
 * the intake alone, which "__Host-" does not allow: it opens only under the key, which has such a name. A plain name counts for nothing there.
 */
export function cookieNames(isSecure: boolean): CookieNames {
  const [host, secure] = isSecure ? ['__Host-', '__Secure-'] : ['', ''];
  return {
    session: `${host}kept`,
    // As it was called at first: browsers hold it.
    pass: `${host}kept_seat`,
    once: `${host}kept_once`,
    attempt: `${host}kept_attempt`,
    carried: `${secure}kept_attempt_`,
  };
}

export const marksAtMost = 8;

/** What a cookie of marks holds (CookieNames.once): letters and digits, joined by full stops. One with anything else holds nothing. */
export function marksIn(cookie: string | undefined): readonly string[] {
  const marks = (cookie ?? '').split('.');
  return marks.length <= marksAtMost && marks.every((mark) => /^[a-z0-9]{1,64}$/.test(mark)) ? marks : [];
}

/**
 * Without use, and at most. Where a passkey was shown more can be read and given: NIST SP 800-63B asks for a day at
 * most there (AAL2), and for thirty elsewhere.
 */
const hours = { byLink: { idle: 12, atMost: 14 * 24 }, byPasskey: { idle: 4, atMost: 24 } } as const;
/** Minutes within which somebody has to have signed in to change how they sign in, or where they are signed in. */
const minutesFresh = 30;
/** Of one account: another one ends the one that was not used for longest. */
const sessionsAtMost = 10;

function idleUntil(now: Date, hasShownPasskey: boolean): Date {
  return new Date(now.getTime() + (hasShownPasskey ? hours.byPasskey : hours.byLink).idle * 3_600_000);
}

/**
 * Goes into the forms of a session; a page of another site cannot know it. Behind a full stop stands the organisation that the page is of: a form that
 * one tab still shows for one organisation does not act in another, whether that was chosen in a second tab or is what a role that ended has left.
 */
export function csrfOf(token: string, organisation: string): string {
  return `${sessionMark(token)}.${createHash('sha256').update(`csrf ${token} ${organisation}`).digest('base64url')}`;
}

function sessionMark(token: string): string {
  return createHash('sha256').update(`csrf ${token}`).digest('base64url');
}

/** Whether it is of this session, whichever organisation its page was of: to sign out it takes no more. */
export function isOfSession(csrf: string, token: string): boolean {
  const [given, own] = [Buffer.from(csrf.split('.')[0] ?? ''), Buffer.from(sessionMark(token))];
  return given.length === own.length && timingSafeEqual(given, own);
}

/** A new session; `more` says which passkey was shown for it, in which organisation it goes on, and how its account came in. */
export async function beginSession(
  write: Write,
  account: string,
  now: Date,
  {
    by,
    ...more
  }: { readonly passkey?: string; readonly organisation?: string; readonly by?: 'invitation' | 'persona' } = {},
): Promise<string> {
  const token = newToken();
  await write.deleteFrom('kit.session').where('expires_at', '<', now).execute();
  await write
    .insertInto('kit.session')
    .values({
      token_hash: tokenHash(token),
      account,
      created_at: now,
      seen_at: now,
      expires_at: idleUntil(now, more.passkey !== undefined),
      ...more,
    })
    .execute();
  await write
    .deleteFrom('kit.session')
    .where('account', '=', account)
    .where('token_hash', 'in', (select) =>
      select
        .selectFrom('kit.session')
        .select('token_hash')
        .where('account', '=', account)
        .where('token_hash', '!=', tokenHash(token))
        .orderBy('seen_at', 'desc')
        .orderBy('token_hash')
        .offset(sessionsAtMost - 1),
    )
    .execute();
  tellSecurity(write, { name: 'sign-in', how: by ?? (more.passkey === undefined ? 'link' : 'passkey'), account });
  return token;
}

export interface FoundSession {
  readonly account: string;
  /** Which of its organisations the account works in; null for the first. */
  readonly organisation: string | null;
  /** Whether a passkey was shown in it that the account still has. */
  readonly hasShownPasskey: boolean;
  /** Whether it began just now: whoever has it signed in themselves, a moment ago. */
  readonly isFresh: boolean;
  /** Last seen so long ago that it is worth a write. */
  readonly isStale: boolean;
}

export async function findSession(read: Read, token: string, now: Date): Promise<FoundSession | null> {
  const row = await read
    .selectFrom('kit.session as session')
    .leftJoin('kit.passkey as passkey', (join) =>
      join.onRef('passkey.id', '=', 'session.passkey').onRef('passkey.account', '=', 'session.account'),
    )
    .selectAll('session')
    .select('passkey.id as shown')
    .where('session.token_hash', '=', tokenHash(token))
    .executeTakeFirst();
  if (!row || row.expires_at <= now) return null;
  const hasShownPasskey = row.shown !== null;
  const age = now.getTime() - row.created_at.getTime();
  if (age >= (hasShownPasskey ? hours.byPasskey : hours.byLink).atMost * 3_600_000) return null;
  return {
    account: row.account,
    organisation: row.organisation,
    hasShownPasskey,
    isFresh: age < minutesFresh * 60_000,
    isStale: now.getTime() - row.seen_at.getTime() > 600_000,
  };
}

export async function seeSession(
  write: Write,
  token: string,
  { hasShownPasskey }: FoundSession,
  now: Date,
): Promise<void> {
  await write
    .updateTable('kit.session')
    .set({ seen_at: now, expires_at: idleUntil(now, hasShownPasskey) })
    .where('token_hash', '=', tokenHash(token))
    .execute();
}

/** From now on this session works in another of its account's organisations. */
export async function workIn(write: Write, token: string, organisation: string): Promise<void> {
  await write.updateTable('kit.session').set({ organisation }).where('token_hash', '=', tokenHash(token)).execute();
}

export async function endSession(write: Write, token: string): Promise<void> {
  await write.deleteFrom('kit.session').where('token_hash', '=', tokenHash(token)).execute();
}
