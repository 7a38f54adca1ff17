/**
 * A backup that only the holder of a private key can open, which need not be on the machine that makes it. One line says in clear what must be known
 * without it: when the file was made, which secret it needs, which keys are inside, for which public key it is sealed. Then the gzip in pieces of
 * 64 kB, each under AES-256-GCM with its number and whether it is the last as nonce, and the line as additional data: pieces cannot be left out,
 * changed round or cut off. The key of a file is agreed by X25519 with a pair that exists for it alone (HKDF-SHA-256).
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { BackupProblem } from './shape.js';

const publicName = 'kept-backup-to-';
const privateName = 'kept-backup-open-';
/** RFC 8410: what stands before the 32 bytes of a private key of X25519. */
const privatePrefix = Buffer.from('302e020100300506032b656e04220420', 'hex');

function rawOf(key: KeyObject): string {
  return key.export({ format: 'jwk' }).x ?? '';
}

function publicFrom(raw: string): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: raw }, format: 'jwk' });
}

function keyText(text: string, name: string): string | null {
  const raw = text.trim().startsWith(name) ? text.trim().slice(name.length) : '';
  return raw.length === 43 && Buffer.from(raw, 'base64url').toString('base64url') === raw ? raw : null;
}

/** A public key as KEPT_BACKUP_KEY takes it. */
export function isBackupKey(text: string): boolean {
  return keyText(text, publicName) !== null;
}

/** Says which pair a key belongs to; of the public key, with or without its first words. */
export function backupKeyMark(text: string): string {
  const publicKey = keyText(text, publicName) ?? text;
  return (
    createHash('sha256').update(`kept backup key ${publicKey}`).digest('hex').slice(0, 16).match(/.{4}/g) ?? []
  ).join('-');
}

/** A new pair: what opens, for a safe place away from the machine, and what seals, for the machine. */
export function newBackupKeys(): { readonly opens: string; readonly seals: string; readonly mark: string } {
  const seed = randomBytes(32);
  const publicKey = rawOf(
    createPublicKey(createPrivateKey({ key: Buffer.concat([privatePrefix, seed]), format: 'der', type: 'pkcs8' })),
  );
  return {
    opens: privateName + seed.toString('base64url'),
    seals: publicName + publicKey,
    mark: backupKeyMark(publicKey),
  };
}

const lineForm = z.object({
  format: z.literal('kept-backup-sealed'),
  version: z.number().int(),
  app: z.string(),
  made: z.string(),
  secret: z.string().nullable(),
  keys: z.array(z.string()),
  /** The public key for which it is sealed, and that of the file. */
  to: z.string(),
  from: z.string(),
});
export type SealedLine = z.infer<typeof lineForm>;

const sealedVersion = 1;
const pieceBytes = 64 * 1024;
const tagBytes = 16;
/** Longer is no line of ours. */
const lineAtMost = 4_000_000;

function agreed(mine: KeyObject, theirs: string, { from, to }: Pick<SealedLine, 'from' | 'to'>): Buffer {
  return Buffer.from(
    hkdfSync(
      'sha256',
      diffieHellman({ privateKey: mine, publicKey: publicFrom(theirs) }),
      Buffer.from(`${from} ${to}`),
      'kept backup',
      32,
    ),
  );
}

function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(number), 3);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/** What opens one file, and no other. */
export type FileKey = Buffer;

export interface Sealing {
  readonly line: string;
  readonly key: FileKey;
  /** Seals what flows through it; the line goes first. */
  pieces(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer>;
}

/** Begins a sealed file. Its key stays with whoever makes it, who may still try it once (drill.ts). */
export function beginSealing(seals: string, facts: Omit<SealedLine, 'format' | 'version' | 'to' | 'from'>): Sealing {
  const to = keyText(seals, publicName);
  if (to === null) throw new BackupProblem('This is no public key for backups: "kept backup key" prints a pair.');
  const own = generateKeyPairSync('x25519');
  const from = rawOf(own.publicKey);
  const line = `${JSON.stringify({ format: 'kept-backup-sealed', version: sealedVersion, ...facts, to, from })}\n`;
  const key = agreed(own.privateKey, to, { from, to });
  const bound = createHash('sha256').update(line).digest();
  const seal = (number: number, isLast: boolean, piece: Buffer): Buffer => {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, isLast)).setAAD(bound);
    return Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
  };
  return {
    line,
    key,
    async *pieces(source) {
      yield Buffer.from(line);
      let number = 0;
      let waiting: Buffer = Buffer.alloc(0);
      for await (const part of source) {
        waiting = waiting.length === 0 ? part : Buffer.concat([waiting, part]);
        // One piece is held back: only the end tells which is the last.
        for (; waiting.length > pieceBytes; number += 1) {
          yield seal(number, false, waiting.subarray(0, pieceBytes));
          waiting = Buffer.from(waiting.subarray(pieceBytes));
        }
      }
      yield seal(number, true, waiting);
    },
  };
}

/** The line of a sealed backup; null for a file that is not sealed. */
export async function sealedLine(file: string): Promise<{ readonly facts: SealedLine; readonly line: string } | null> {
  const handle = await open(file, 'r');
  try {
    const found: Buffer[] = [];
    for (let size = 0; size < lineAtMost;) {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(pieceBytes), 0, pieceBytes, size);
      const part = buffer.subarray(0, bytesRead);
      if (size === 0 && part[0] !== 0x7b) return null;
      const end = part.indexOf(10);
      found.push(end < 0 ? part : part.subarray(0, end + 1));
      if (end >= 0 || bytesRead === 0) break;
      size += bytesRead;
    }
    const line = Buffer.concat(found).toString('utf8');
    if (!line.endsWith('\n'))
      throw new BackupProblem(`${file} is no backup of Kept, or it was cut off in its first line.`);
    const facts = lineForm.safeParse(parsed(line));
    if (!facts.success) throw new BackupProblem(`${file} is not a backup of Kept.`);
    if (facts.data.version !== sealedVersion)
      throw new BackupProblem(
        `The backup ${file} is sealed in the form ${facts.data.version}, and this Kept opens form ${sealedVersion}. Restore it with a newer Kept.`,
      );
    return { facts: facts.data, line };
  } finally {
    await handle.close();
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** What may open a backup: the private key of its pair, or the key of the one file. */
export type Opener = { readonly opens: string } | { readonly fileKey: FileKey };

function keyFor(file: string, facts: SealedLine, opener: Opener | null): Buffer {
  if (opener && 'fileKey' in opener) return opener.fileKey;
  const needed = `It is sealed for the key with the mark ${backupKeyMark(facts.to)}`;
  if (opener === null)
    throw new BackupProblem(
      `The backup ${file} is sealed. ${needed}. Give the file that holds its private key: --key FILE`,
    );
  const seed = keyText(opener.opens, privateName);
  if (seed === null)
    throw new BackupProblem(`What was given is no private key for backups: it begins with ${privateName}. ${needed}.`);
  const mine = createPrivateKey({
    key: Buffer.concat([privatePrefix, Buffer.from(seed, 'base64url')]),
    format: 'der',
    type: 'pkcs8',
  });
  const publicKey = rawOf(createPublicKey(mine));
  if (publicKey !== facts.to)
    throw new BackupProblem(
      `The private key that was given does not open ${file}. ${needed}, and this one has ${backupKeyMark(publicKey)}.`,
    );
  return agreed(mine, facts.from, facts);
}

async function* openedPieces(file: string, { line }: { readonly line: string }, key: Buffer): AsyncGenerator<Buffer> {
  const bound = createHash('sha256').update(line).digest();
  const whole = pieceBytes + tagBytes;
  const piece = (number: number, isLast: boolean, sealed: Buffer): Buffer => {
    if (sealed.length < tagBytes)
      throw new BackupProblem(`The backup ${file} is cut off: it is shorter than when it was made.`);
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, isLast))
      .setAAD(bound)
      .setAuthTag(sealed.subarray(-tagBytes));
    const text = decipher.update(sealed.subarray(0, -tagBytes));
    decipher.final();
    return text;
  };
  let number = 0;
  let waiting: Buffer = Buffer.alloc(0);
  const source = createReadStream(file, { start: Buffer.byteLength(line), highWaterMark: 4 * pieceBytes });
  try {
    for await (const part of source) {
      waiting = waiting.length === 0 ? part : Buffer.concat([waiting, part]);
      for (; waiting.length > whole; number += 1) {
        yield piece(number, false, waiting.subarray(0, whole));
        waiting = Buffer.from(waiting.subarray(whole));
      }
    }
    yield piece(number, true, waiting);
  } catch (problem) {
    if (problem instanceof BackupProblem) throw problem;
    if (problem instanceof Error && 'code' in problem && problem.code !== 'ERR_OSSL_BAD_DECRYPT') throw problem;
    // A whole number of pieces is what is left of a file that was cut between two of them.
    throw new BackupProblem(`The backup ${file} was damaged or is cut off: piece ${number + 1} does not fit its seal.`);
  } finally {
    source.destroy();
  }
}

/** The bytes of a backup as they were before it was sealed; those of a plain one as they are. */
export async function openedBackup(file: string, opener: Opener | null): Promise<Readable> {
  const sealed = await sealedLine(file).catch((problem: unknown) => {
    const code = problem instanceof Error && 'code' in problem ? String(problem.code) : '';
    if (['ENOENT', 'EACCES', 'EISDIR'].includes(code))
      throw new BackupProblem(
        `The backup ${file} cannot be read (${problem instanceof Error ? problem.message : ''}).`,
        { cause: problem },
      );
    throw problem;
  });
  if (sealed === null) return createReadStream(file, { highWaterMark: 256 * 1024 });
  return Readable.from(openedPieces(file, sealed, keyFor(file, sealed.facts, opener)), { objectMode: false });
}
