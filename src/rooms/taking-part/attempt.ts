/**
 * An attempt: what somebody has answered so far. It lies in no database and in no memory of ours: it travels in their own form, sealed under a
 * key of which the browser holds one half and Kept the other. When the attempt ends the browser forgets its half, and whoever sits down next
 * can open nothing that the browser still remembers (P1, P4).
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Audience } from '#rooms/instruments/index.js';
import type { Given, WayInKind, WayInPlace } from './words.js';

export interface Attempt {
  readonly survey: string;
  readonly audience: Audience;
  readonly kind: WayInKind;
  readonly place: WayInPlace;
  /** 128 random bits, base64url: the number of this submission (reference listening 4.3). */
  readonly submission: string;
  readonly language: string;
  /** In which ten minutes Kept last saw its seat: a seat that is not seen for a while is given to others. */
  readonly seen: number;
  /** 16 bits for the order of options. */
  readonly seed: number;
  /** Place among the items (walk.ts). */
  readonly at: number;
  readonly given: Given;
}

type Key = (purpose: string) => Buffer;

const ivLength = 12;
const tagLength = 16;
/** Of the sealed text that a form may bring; a survey of thirty long texts stays far below. */
const sealedAtMost = 512 * 1024;

function keyOf(key: Key, token: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key('attempt'), Buffer.from(token), 'kept attempt 1', 32));
}

/** `token` is the browser's half; `code` what the attempt came in with: a state of one code opens under no other. */
export function sealAttempt(key: Key, token: string, code: string, attempt: Attempt): string {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv('aes-256-gcm', keyOf(key, token), iv);
  cipher.setAAD(Buffer.from(code));
  const body = Buffer.concat([cipher.update(JSON.stringify(attempt), 'utf8'), cipher.final()]);
  return Buffer.concat([iv, body, cipher.getAuthTag()]).toString('base64url');
}

/** Null where it was sealed under another token or for another code, or is nothing that Kept sealed. */
export function openAttempt(key: Key, token: string, code: string, sealed: string): Attempt | null {
  if (sealed.length > sealedAtMost || !/^[\w-]+$/.test(sealed)) return null;
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length <= ivLength + tagLength) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(key, token), bytes.subarray(0, ivLength), { authTagLength: tagLength });
    decipher.setAAD(Buffer.from(code));
    decipher.setAuthTag(bytes.subarray(-tagLength));
    // What opens was sealed here, whole: nothing else has the key.
    return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(ivLength, -tagLength)), decipher.final()]).toString('utf8')) as Attempt;
  } catch {
    return null;
  }
}

/** The seat of an attempt in a class session or behind an open link: it follows from the browser's half, so that starting anew can give the old one back. */
export function seatOf(key: Key, token: string): string {
  return createHmac('sha256', key('attempt')).update(`seat ${token}`).digest('base64url');
}

/** Ten minutes: as finely as the database keeps when a seat was seen. */
export function turnAt(now: Date): number {
  return Math.floor(now.getTime() / 600_000) % 144;
}

export function newSubmission(): string {
  return randomBytes(16).toString('base64url');
}

export function newSeed(): number {
  return randomBytes(2).readUInt16BE();
}
