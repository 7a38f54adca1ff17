/**
 * An attempt: what somebody has answered so far. It lies in no database and in no memory of ours: it travels with their own browser (attempt-in-cookies.ts),
 * sealed under a key of which the browser holds one half and Kept the other. When the attempt ends the browser forgets its half, and whoever
 * sits down next can open nothing that the browser still remembers (P1, P4).
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { Audience } from '#rooms/heard/instruments/index.js';
import type { Given } from './given-answers.js';
import type { WayInKind, WayInPlace } from './words.js';

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
  /** Place among the items (way-through-questions.ts). */
  readonly at: number;
  readonly given: Given;
  /** What was typed and cannot be taken, until it is put right. */
  readonly refused?: { readonly item: string; readonly typed: Given[string] };
  /** The item that was passed with "Continue" and no answer, which is said once; '' after that. */
  readonly passed?: string;
}

type Key = (purpose: string) => Buffer;

const ivLength = 12;
const tagLength = 16;
/** Of the sealed text that a form may bring; a survey of thirty long texts stays far below. */
const sealedAtMost = 512 * 1024;

function keyOf(key: Key, token: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key('attempt'), Buffer.from(token), 'kept attempt 1', 32));
}

/** Text, made small and sealed. `token` is the browser's half; `place` what the text is part of: sealed for one it opens for no other. */
export function sealPart(key: Key, token: string, place: string, text: string): string {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv('aes-256-gcm', keyOf(key, token), iv);
  cipher.setAAD(Buffer.from(place));
  const small = brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT, [constants.BROTLI_PARAM_QUALITY]: 6 },
  });
  return Buffer.concat([iv, cipher.update(small), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

/** Null where it was sealed under another token or for another place, or is nothing that Kept sealed. */
export function openPart(key: Key, token: string, place: string, sealed: string): string | null {
  if (sealed.length > sealedAtMost || !/^[\w-]+$/.test(sealed)) return null;
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length <= ivLength + tagLength) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(key, token), bytes.subarray(0, ivLength), {
      authTagLength: tagLength,
    });
    decipher.setAAD(Buffer.from(place));
    decipher.setAuthTag(bytes.subarray(-tagLength));
    // What opens was sealed here, whole: nothing else has the key. So it grows no further than what was once put in.
    return brotliDecompressSync(
      Buffer.concat([decipher.update(bytes.subarray(ivLength, -tagLength)), decipher.final()]),
    ).toString('utf8');
  } catch {
    return null;
  }
}

/** A whole attempt. `code` is what it came in with: a state of one code opens under no other. */
export function sealAttempt(key: Key, token: string, code: string, attempt: Attempt): string {
  return sealPart(key, token, code, JSON.stringify(attempt));
}

/** Null where it was sealed under another token or for another code, or is nothing that Kept sealed. */
export function openAttempt(key: Key, token: string, code: string, sealed: string): Attempt | null {
  const text = openPart(key, token, code, sealed);
  return text === null ? null : JSON.parse(text);
}

/** The seat of an attempt in a class session or behind an open link: it follows from the browser's half, so that starting anew can give the old one back. */
export function seatOf(key: Key, token: string): string {
  return createHmac('sha256', key('attempt')).update(`seat ${token}`).digest('base64url');
}

/** Says of which attempt a form is, and nothing else: a form that a browser remembers from before changes nothing of the present one. */
export function formOf(key: Key, token: string): string {
  return createHmac('sha256', key('attempt')).update(`form ${token}`).digest('base64url').slice(0, 16);
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
