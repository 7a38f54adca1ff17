import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { chmodSync, closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { PostgresProblem } from './binaries.js';

/** A key for one purpose: every process that knows the secret comes to the same one, and no key tells about another. */
export function deriveKey(secret: Buffer, purpose: string): Buffer {
  return createHmac('sha256', secret).update(`kept ${purpose}`).digest();
}

/** The password of a database role. */
export function rolePassword(secret: Buffer, role: string): string {
  return deriveKey(secret, `role ${role}`).toString('base64url');
}

/** A secret that was typed or is part of an address, as key material. */
export function secretFrom(text: string): Buffer {
  return createHash('sha256').update(`kept secret ${text}`).digest();
}

/** What PostgreSQL stores of a password (RFC 5802): sent in its place, so that no password reaches a server log. */
export function scramVerifier(password: string): string {
  const salt = randomBytes(16);
  const rounds = 4096;
  const salted = pbkdf2Sync(password, salt, rounds, 32, 'sha256');
  const stored = createHash('sha256').update(createHmac('sha256', salted).update('Client Key').digest()).digest('base64');
  const server = createHmac('sha256', salted).update('Server Key').digest('base64');
  return `SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${stored}:${server}`;
}

/** Reads the secret of a data folder. */
export function readSecret(dataFolder: string): Buffer {
  const path = join(dataFolder, 'secret');
  try {
    const found = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64url');
    if (found.length === 32) return found;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EACCES') {
      throw new PostgresProblem(`Only the user who started Kept may read ${path}. Run this command as that user or as root.`);
    }
    throw error;
  }
  throw new PostgresProblem(`The file ${path} is damaged: it should hold the secret that the passwords of the database derive from. Put it back from a copy, or restore a backup into another KEPT_DATA.`);
}

/** Reads the secret, or makes it where the folder holds no database yet. The caller holds the folder's lock. */
export function keepSecret(dataFolder: string, hasDatabase: boolean): Buffer {
  const path = join(dataFolder, 'secret');
  if (existsSync(path)) return readSecret(dataFolder);
  if (hasDatabase) {
    throw new PostgresProblem(`The file ${path} is missing, and without it nobody can sign in to the database beside it. Put it back from a copy, or restore a backup into another KEPT_DATA.`);
  }
  const fresh = `${path}.new`;
  rmSync(fresh, { force: true });
  const file = openSync(fresh, 'wx', 0o600);
  writeSync(file, `${randomBytes(32).toString('base64url')}\n`);
  fsyncSync(file);
  closeSync(file);
  chmodSync(fresh, 0o600);
  renameSync(fresh, path);
  return readSecret(dataFolder);
}
