import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { PostgresProblem } from './binaries.js';

/** A key for one purpose: every process that knows the secret comes to the same one, and no key tells about another. */
export function deriveKey(secret: Buffer, purpose: string): Buffer {
  return createHmac('sha256', secret).update(`kept ${purpose}`).digest();
}

/** The password of a database role. */
export function rolePassword(secret: Buffer, role: string): string {
  return deriveKey(secret, `role ${role}`).toString('base64url');
}

/** How a text became key material before there was one form for all: whatever was typed, hashed. Older databases hold keys made so. */
export function hashedSecret(text: string): Buffer {
  return createHash('sha256').update(`kept secret ${text}`).digest();
}

/** Characters of a secret that Kept made: 32 bytes in base64url. */
const madeLength = 43;
/** The least that is taken for a secret. */
export const secretLengthAtLeast = 32;

/** A secret as key material, from the file and from KEPT_SECRET alike: what Kept made is read as its bytes, anything else is hashed. */
export function secretFrom(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64url');
  return text.length === madeLength && bytes.toString('base64url') === text ? bytes : hashedSecret(text);
}

/** A fresh secret, as the file holds it and KEPT_SECRET takes it. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Says which secret it is and tells nothing of it. */
export function fingerprintOf(secret: Buffer): string {
  return (deriveKey(secret, 'fingerprint').toString('hex').slice(0, 16).match(/.{4}/g) ?? []).join('-');
}

/** What PostgreSQL stores of a password (RFC 5802): sent in its place, so that no password reaches a server log. */
export function scramVerifier(password: string): string {
  const salt = randomBytes(16);
  const rounds = 4096;
  const salted = pbkdf2Sync(password, salt, rounds, 32, 'sha256');
  const stored = createHash('sha256')
    .update(createHmac('sha256', salted).update('Client Key').digest())
    .digest('base64');
  const server = createHmac('sha256', salted).update('Server Key').digest('base64');
  return `SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${stored}:${server}`;
}

const pathIn = (dataFolder: string): string => join(dataFolder, 'secret');
const nextIn = (dataFolder: string): string => join(dataFolder, 'secret.next');

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT') return null;
    if (code === 'EACCES')
      throw new PostgresProblem(
        `Only the user who started Kept may read ${path}. Run this command as that user or as root.`,
      );
    throw error;
  }
}

/** The secret that a data folder holds; null where it holds none yet. */
export function findSecret(dataFolder: string): Buffer | null {
  const path = pathIn(dataFolder);
  const text = readText(path);
  if (text === null || text.length >= secretLengthAtLeast) return text === null ? null : secretFrom(text);
  throw new PostgresProblem(
    `The file ${path} is damaged: it should hold the secret that opens the database. Put it back from a copy, or restore a backup into another KEPT_DATA.`,
  );
}

/** Written beside its place and moved there whole. */
function writeSecret(path: string, text: string): void {
  const fresh = `${path}.new`;
  rmSync(fresh, { force: true });
  const file = openSync(fresh, 'wx', 0o600);
  writeSync(file, `${text}\n`);
  fsyncSync(file);
  closeSync(file);
  chmodSync(fresh, 0o600);
  // A command of root beside a Kept that runs as somebody else.
  const { uid, gid } = statSync(dirname(path));
  if (process.getuid?.() === 0 && uid !== 0) chownSync(fresh, uid, gid);
  renameSync(fresh, path);
  syncFolder(dirname(path));
}

/** Makes what was renamed in a folder last. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/**
 * The secret of a data folder: the given one (KEPT_SECRET), or the file's, which is made where the folder holds no database
 * yet. The caller holds the folder's lock.
 */
export function keepSecret(dataFolder: string, hasDatabase: boolean, given: string | null): Buffer {
  const found = findSecret(dataFolder);
  if (given !== null) {
    const secret = secretFrom(given);
    if (found === null || found.equals(secret)) return secret;
    throw new PostgresProblem(
      `KEPT_SECRET (fingerprint ${fingerprintOf(secret)}) is another secret than the one in ` +
        `${pathIn(dataFolder)} (fingerprint ${fingerprintOf(found)}). Leave KEPT_SECRET out, or give the one that ` +
        `the file holds.`,
    );
  }
  if (found !== null) return found;
  if (hasDatabase) {
    throw new PostgresProblem(
      `The file ${pathIn(dataFolder)} is missing, and without it nobody can sign in to the database beside it. ` +
        `Put it back from a copy, give it as KEPT_SECRET, or restore a backup into another KEPT_DATA.`,
    );
  }
  const text = newSecret();
  writeSecret(pathIn(dataFolder), text);
  return secretFrom(text);
}

/** Lays the next secret down before the database changes to it: whatever happens in between, one of the two files opens it. */
export function layNextSecret(dataFolder: string, text: string): void {
  writeSecret(nextIn(dataFolder), text);
}

export function findNextSecret(dataFolder: string): Buffer | null {
  const text = readText(nextIn(dataFolder));
  return text === null ? null : secretFrom(text);
}

/** The database has changed to the next secret, or has not. */
export function settleNextSecret(dataFolder: string, isInUse: boolean): void {
  if (isInUse) renameSync(nextIn(dataFolder), pathIn(dataFolder));
  else rmSync(nextIn(dataFolder), { force: true });
  syncFolder(dataFolder);
}
