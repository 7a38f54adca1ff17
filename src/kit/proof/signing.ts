/**
 * The key that signs heads: Ed25519, worked out of the secret, which no database and no backup holds. Its public half is known by itself, 43
 * characters. When the secret changes, the next key vouches for the one before (docs/decisions/0024).
 */
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type pg from 'pg';
import { deriveKey } from '#kit/postgres/index.js';

export interface Signer {
  /** The public key, in base64url. */
  readonly key: string;
  /** In base64url. */
  sign(text: string): string;
}

/** What stands before the 32 bytes of a private or public key (RFC 8410). */
const privateHead = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicHead = Buffer.from('302a300506032b6570032100', 'hex');

/** The signer of a secret: every process that knows it has the same one. */
export function signerOf(secret: Buffer): Signer {
  const made = createPrivateKey({
    key: Buffer.concat([privateHead, deriveKey(secret, 'signing heads')]),
    format: 'der',
    type: 'pkcs8',
  });
  const key = createPublicKey(made)
    .export({ format: 'der', type: 'spki' })
    .subarray(publicHead.length)
    .toString('base64url');
  return { key, sign: (text) => sign(null, Buffer.from(text), made).toString('base64url') };
}

function publicKey(key: string): KeyObject {
  return createPublicKey({
    key: Buffer.concat([publicHead, Buffer.from(key, 'base64url')]),
    format: 'der',
    type: 'spki',
  });
}

/** As other programs read it. */
export function pemOf(key: string): string {
  return publicKey(key).export({ format: 'pem', type: 'spki' }).toString();
}

export function isSignedBy(key: string, text: string, signature: string): boolean {
  try {
    return verify(null, Buffer.from(text), publicKey(key), Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
}

export interface SigningKeyRow {
  readonly number: number;
  readonly key: string;
  readonly made_at: Date;
  /** The key before, for which this one vouches. */
  readonly follows: string | null;
  readonly signature: string | null;
}

function vouching(key: string, follows: string): string {
  return `kept-key/1 ${key} follows ${follows}`;
}

/**
 * Lays the public key down. The first stands alone; a later one is laid down where the secret is changed, or lost, and vouches for the one before.
 * A start that finds other keys than its own vouches for none: somebody may have put them there. Inside a transaction of the owner.
 */
export async function keepSigningKey(client: pg.ClientBase, signer: Signer, how: 'start' | 'change'): Promise<void> {
  const { rows: there } = await client.query<{ there: boolean }>(
    `select to_regclass('published.signing_key') is not null as there`,
  );
  if (!there[0]?.there) return;
  await client.query('lock table published.signing_key in share row exclusive mode');
  const { rows } = await client.query<SigningKeyRow>('select number, key from published.signing_key order by number');
  const before = rows.at(-1);
  if (how === 'start' ? rows.some(({ key }) => key === signer.key) : before?.key === signer.key) return;
  const follows = how === 'change' ? (before?.key ?? null) : null;
  await client.query(
    'insert into published.signing_key (number, key, made_at, follows, signature) values ($1, $2, now(), $3, $4)',
    [
      (before?.number ?? 0) + 1,
      signer.key,
      follows,
      follows === null ? null : signer.sign(vouching(signer.key, follows)),
    ],
  );
}

/** The keys that can be trusted where `key` is: it, and whichever each vouches for. */
export function trustedKeys(key: string, rows: readonly SigningKeyRow[]): ReadonlySet<string> {
  const trusted = new Set([key]);
  for (const row of rows.toSorted((a, b) => b.number - a.number)) {
    if (
      trusted.has(row.key) &&
      row.follows !== null &&
      row.signature !== null &&
      isSignedBy(row.key, vouching(row.key, row.follows), row.signature)
    )
      trusted.add(row.follows);
  }
  return trusted;
}
