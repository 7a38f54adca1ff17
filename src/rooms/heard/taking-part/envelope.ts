/**
 * Envelopes: answers that a browser sealed under the survey's public key while they wait to be sent, so that neither the next child nor a
 * teacher can read them on the device (reference listening 4.4). P-256, HKDF-SHA-256, AES-256-GCM: what WebCrypto has everywhere.
 * The private key follows from the survey's own and is destroyed with it: an envelope that was left on a device is opened by nobody then.
 */
import { createDecipheriv, type ECDH, hkdfSync } from 'node:crypto';
import type { SurveyKeys } from './survey-keys.js';

const publicBytes = 65;

/** The survey's public key: an uncompressed point in base64url. */
export function publicKeyOf({ envelopes }: SurveyKeys): string {
  const [pair] = envelopes;
  if (!pair) throw new Error('a survey has a pair for envelopes');
  return pair.getPublicKey('base64url');
}

function openedWith(pair: ECDH, survey: string, bytes: Buffer): string | null {
  const sender = bytes.subarray(0, publicBytes);
  try {
    const secret = pair.computeSecret(sender);
    const derived = Buffer.from(
      hkdfSync('sha256', secret, Buffer.concat([sender, pair.getPublicKey()]), `kept envelope ${survey}`, 32),
    );
    const decipher = createDecipheriv('aes-256-gcm', derived, bytes.subarray(publicBytes, publicBytes + 12)).setAuthTag(
      bytes.subarray(-16),
    );
    return Buffer.concat([decipher.update(bytes.subarray(publicBytes + 12, -16)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

/** What an envelope holds: the sender's public key, a nonce, and the sealed text with its tag. Null where it was not sealed for this survey, or was changed. */
export function openEnvelope({ envelopes }: SurveyKeys, survey: string, envelope: string): string | null {
  const bytes = Buffer.from(envelope, 'base64url');
  if (bytes.length < publicBytes + 28) return null;
  for (const pair of envelopes) {
    const text = openedWith(pair, survey, bytes);
    if (text !== null) return text;
  }
  return null;
}
