/** The hash of what is signed. */
import { createHash } from 'node:crypto';
import { signedText } from './rules.js';
import type { Survey } from './words.js';

export function signedHash(survey: Parameters<typeof signedText>[0]): Buffer {
  return createHash('sha256').update(signedText(survey)).digest();
}

/** Whether the signature is of exactly what stands there now. */
export function isSigned(survey: Survey): boolean {
  return survey.signature !== null && survey.signature.hash.equals(signedHash(survey));
}
