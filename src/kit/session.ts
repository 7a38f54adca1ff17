/**
 * Sessions live in the database under the hash of their token; the browser holds the token and nothing else. Nobody who
 * reads the table can sign in with what they find.
 */
import { createHash } from 'node:crypto';
import type { Read, Write } from '#kit/db/gate.js';
import { tellSecurity } from './security.js';
import { newToken, tokenHash } from './token.js';
import type {} from './passkeys/passkeys.js';

export interface CookieNames {
  /** Holds the token of a session. */
  readonly session: string;
  /** Holds the token of a seat: somebody without an account who came in by a code. */
  readonly seat: string;
  /** Holds what this browser has done that is done once; nothing of who did it (page.ts, SessionChange). */
  readonly once: string;
  /** Holds the key of an attempt: somebody who takes part in a survey (page.ts, AttemptChange). */
  readonly attempt: string;
}

/**
 * What our cookies are called. Over https a browser takes these names only from this very site, over https (RFC 6265bis, 4.1.3): no neighbour
 * below the same domain, and nobody on the line, can put a cookie of theirs in the place of ours. An attempt's is sent to /take alone, which
 * "__Host-" does not allow. A plain name counts for nothing there.
 */
export function cookieNames(isSecure: boolean): CookieNames {
  const [host, secure] = isSecure ? ['__Host-', '__Secure-'] : ['', ''];
  return { session: `${host}kept`, seat: `${host}kept_seat`, once: `${host}kept_once`, attempt: `${secure}kept_attempt` };
}

export const marksAtMost = 8;

/** What a cookie of marks holds (CookieNames.once): letters and digits, joined by full stops. One with anything else holds nothing. */
export function marksIn(cookie: string | undefined): readonly string[] {
  const marks = (cookie ?? '').split('.');
  return marks.length <= marksAtMost && marks.every((mark) => /^[a-z0-9]{1,64}$/.test(mark)) ? marks : [];
}

const hoursIdle = 12;
const daysAtMost = 14;

/** Goes into the forms of a session; a page of another site cannot know it. */
export function csrfOf(token: string): string {
  return createHash('sha256').update(`csrf ${token}`).digest('base64url');
}

/** A new session; `more` says which passkey was shown for it, in which organisation it goes on, and how its account came in. */
export async function beginSession(write: Write, account: string, now: Date, { by, ...more }: { readonly passkey?: string; readonly organisation?: string; readonly by?: 'invitation' | 'persona' } = {}): Promise<string> {
  const token = newToken();
  await write.deleteFrom('kit.session').where('expires_at', '<', now).execute();
  await write
    .insertInto('kit.session')
    .values({ token_hash: tokenHash(token), account, created_at: now, seen_at: now, expires_at: new Date(now.getTime() + hoursIdle * 3_600_000), ...more })
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
  /** Last seen so long ago that it is worth a write. */
  readonly isStale: boolean;
}

export async function findSession(read: Read, token: string, now: Date): Promise<FoundSession | null> {
  const row = await read
    .selectFrom('kit.session as session')
    .leftJoin('kit.passkey as passkey', (join) => join.onRef('passkey.id', '=', 'session.passkey').onRef('passkey.account', '=', 'session.account'))
    .selectAll('session')
    .select('passkey.id as shown')
    .where('session.token_hash', '=', tokenHash(token))
    .executeTakeFirst();
  if (!row || row.expires_at <= now || row.created_at.getTime() + daysAtMost * 86_400_000 <= now.getTime()) return null;
  return { account: row.account, organisation: row.organisation, hasShownPasskey: row.shown !== null, isStale: now.getTime() - row.seen_at.getTime() > 600_000 };
}

export async function seeSession(write: Write, token: string, now: Date): Promise<void> {
  await write
    .updateTable('kit.session')
    .set({ seen_at: now, expires_at: new Date(now.getTime() + hoursIdle * 3_600_000) })
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
