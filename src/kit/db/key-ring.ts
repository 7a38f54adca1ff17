/**
 * The keys of this Kept lie in its database, numbered, sealed under a key from the secret: whoever has the secret opens them,
 * and a change of the secret seals the same keys anew, so that cards, answers and envelopes stay good (docs/decisions/0018).
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { deriveKey, fingerprintOf } from '#kit/postgres/index.js';
import { DatabaseProblem } from './roles.js';

/** The secret is not the one that the database or a backup needs; the message names both by their fingerprints. */
export class SecretProblem extends DatabaseProblem {}

interface RingRow {
  readonly number: number;
  readonly wrapped: Buffer;
  readonly fingerprint: string;
}

/** What every purpose's key is derived from. */
export interface KeyRing {
  readonly root: Buffer;
  readonly fingerprint: string;
}

function wrap(secret: Buffer, number: number, key: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', deriveKey(secret, 'key ring'), nonce).setAAD(
    Buffer.from(`key ${number}`),
  );
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
}

function unwrap(secret: Buffer, { number, wrapped }: RingRow): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', deriveKey(secret, 'key ring'), wrapped.subarray(0, 12))
      .setAAD(Buffer.from(`key ${number}`))
      .setAuthTag(wrapped.subarray(-16));
    return Buffer.concat([decipher.update(wrapped.subarray(12, -16)), decipher.final()]);
  } catch {
    throw new SecretProblem(
      `The key ${number} of this database is damaged (kit.key_ring): the right secret does not open it. Restore a backup.`,
    );
  }
}

async function isThere(client: pg.ClientBase): Promise<boolean> {
  const { rows: there } = await client.query<{ there: boolean }>(
    `select to_regclass('kit.key_ring') is not null as there`,
  );
  return there[0]?.there ?? false;
}

async function rows(client: pg.ClientBase): Promise<readonly RingRow[]> {
  if (!(await isThere(client))) return [];
  return (await client.query<RingRow>('select number, wrapped, fingerprint from kit.key_ring order by number')).rows;
}

/** The fingerprint of the secret that a database needs; null where it holds no keys yet. Inside a transaction of the owner. */
export async function neededFingerprint(client: pg.ClientBase): Promise<string | null> {
  return (await rows(client))[0]?.fingerprint ?? null;
}

/** Refuses another secret than the database's, before anything is changed with it. Inside a transaction of the owner. */
export async function refuseOtherSecret(client: pg.ClientBase, secret: Buffer): Promise<void> {
  const needed = await neededFingerprint(client);
  const given = fingerprintOf(secret);
  if (needed === null || needed === given) return;
  throw new SecretProblem(
    `This database needs the secret with the fingerprint ${needed}, and the one given here has ${given}. Put ` +
      `the right one into KEPT_SECRET (or the file KEPT_DATA/secret); if it was changed with "kept secret rotate", ` +
      `that is the new one.`,
  );
}

/**
 * Opens the keys, or makes the first: what `earlier` gives where the database is older than its key ring, else by chance.
 * Null where the migrations that were asked for make no ring. Inside a transaction of the owner, while nobody else starts.
 */
export async function openRing(
  client: pg.ClientBase,
  secret: Buffer,
  earlier: (() => Promise<Buffer>) | null,
): Promise<KeyRing | null> {
  if (!(await isThere(client))) return null;
  await refuseOtherSecret(client, secret);
  const newest = (await rows(client)).at(-1);
  const fingerprint = fingerprintOf(secret);
  if (newest) return { root: unwrap(secret, newest), fingerprint };
  const root = earlier ? await earlier() : randomBytes(32);
  await client.query('insert into kit.key_ring (number, wrapped, fingerprint, made_at) values (1, $1, $2, now())', [
    wrap(secret, 1, root),
    fingerprint,
  ]);
  return { root, fingerprint };
}

/** Seals every key under the next secret in place of the present one. Inside a transaction of the owner. */
export async function rewrapRing(client: pg.ClientBase, present: Buffer, next: Buffer): Promise<void> {
  await client.query('lock table kit.key_ring in access exclusive mode');
  await refuseOtherSecret(client, present);
  for (const row of await rows(client)) {
    await client.query('update kit.key_ring set wrapped = $2, fingerprint = $3 where number = $1', [
      row.number,
      wrap(next, row.number, unwrap(present, row)),
      fingerprintOf(next),
    ]);
  }
}
