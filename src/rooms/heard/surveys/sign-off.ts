/** The hash of what is signed. */
import { createHash } from 'node:crypto';
import { signedText } from './rules.js';
import type { Survey } from './words.js';

export function signedHash(survey: Parameters<typeof signedText>[0]): Buffer {
  return createHash('sha256').update(signedText(survey)).digest();
}

/** Whether the signature is of exactly what stands there now, and of no later last day than was signed. */
export function isSigned(survey: Survey): boolean {
  const { signature, signedUntil, closesOn, movesTo } = survey;
  const isWithin = movesTo === null && (closesOn === null || (signedUntil !== null && closesOn <= signedUntil));
  return signature !== null && isWithin && signature.hash.equals(signedHash(survey));
}
