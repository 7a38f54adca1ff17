/** Passkeys as the database keeps them, and the challenges that are open. */
import { type ColumnType, sql } from 'kysely';
import type { Read, Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import type { NewKey } from './webauthn.js';

interface PasskeyRow {
  id: string;
  account: string;
  credential: string;
  public_key: Buffer;
  counter: ColumnType<string, number, number>;
  transports: string[];
  name: string;
  added_at: Date;
  used_at: Date | null;
}

declare module '#kit/db/tables.js' {
  interface Tables {
    'kit.passkey': PasskeyRow;
    'kit.passkey_challenge': { session: Buffer; purpose: 'add' | 'show'; challenge: string; expires_at: Date };
    'kit.passkey_reset': {
      account: string;
      organisation: string;
      asked_at: Date;
      expires_at: Date;
      confirmed_by: string | null;
      confirmed_at: Date | null;
    };
  }
}

export interface Passkey {
  readonly id: string;
  readonly credential: string;
  readonly public_key: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly name: string;
  readonly added_at: Date;
  readonly used_at: Date | null;
}

/** The passkeys of an account, the oldest first. */
export async function passkeysOf(read: Read, account: string): Promise<readonly Passkey[]> {
  const rows = await read
    .selectFrom('kit.passkey')
    .selectAll()
    .where('account', '=', account)
    .orderBy('added_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, counter: Number(row.counter) }));
}

/** What is done to the passkeys of one account happens one after the other. */
export async function lockPasskeys(write: Write, account: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`passkeys of ${account}`}, 0))`.execute(write);
}

/** Keeps a new passkey; null where that credential is known already, whosever it is. */
export async function savePasskey(
  write: Write,
  account: string,
  key: NewKey,
  name: string,
  now: Date,
): Promise<string | null> {
  const { credential, public_key, counter, transports } = key;
  const row = {
    id: newId(now),
    account,
    credential,
    public_key,
    counter,
    transports: [...transports],
    name,
    added_at: now,
    used_at: null,
  };
  const saved = await write
    .insertInto('kit.passkey')
    .values(row)
    .onConflict((conflict) => conflict.constraint('passkey_credential_once').doNothing())
    .returning('id')
    .executeTakeFirst();
  return saved?.id ?? null;
}

const minutesToAnswer = 5;

/** Opens a challenge in a session; an earlier one is void. */
export async function openChallenge(
  write: Write,
  session: Buffer,
  purpose: 'add' | 'show',
  challenge: string,
  now: Date,
): Promise<void> {
  const row = { session, purpose, challenge, expires_at: new Date(now.getTime() + minutesToAnswer * 60_000) };
  await write
    .insertInto('kit.passkey_challenge')
    .values(row)
    .onConflict((conflict) => conflict.constraint('passkey_challenge_pk').doUpdateSet(row))
    .execute();
}

/** Uses a challenge up: whatever comes of it, no second answer is taken. */
export async function takeChallenge(
  write: Write,
  session: Buffer,
  purpose: 'add' | 'show',
  now: Date,
): Promise<string | null> {
  const taken = await write
    .deleteFrom('kit.passkey_challenge')
    .where('session', '=', session)
    .returning(['purpose', 'challenge', 'expires_at'])
    .executeTakeFirst();
  return taken && taken.purpose === purpose && taken.expires_at > now ? taken.challenge : null;
}
