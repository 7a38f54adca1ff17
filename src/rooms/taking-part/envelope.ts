/**
 * Envelopes: answers that a browser sealed under the survey's public key while they wait to be sent, so that neither the next child nor a
 * teacher can read them on the device (reference listening 4.4). P-256, HKDF-SHA-256, AES-256-GCM: what WebCrypto has everywhere.
 * The private key is worked out from Kept's secret and stands nowhere.
 */
import { createDecipheriv, createECDH, type ECDH, hkdfSync } from 'node:crypto';
import { hmac, type KeyFor } from './sealing.js';

const curve = 'prime256v1';
const publicBytes = 65;

const pairs = new WeakMap<KeyFor, Map<string, ECDH>>();
const pairsAtMost = 100;

function pairOf(key: KeyFor, survey: string): ECDH {
  const found = pairs.get(key) ?? new Map<string, ECDH>();
  pairs.set(key, found);
  const known = found.get(survey);
  if (known) return known;
  const pair = createECDH(curve);
  for (let round = 0; ; round += 1) {
    try {
      // One number in four thousand millions is no private key of the curve: then the next.
      pair.setPrivateKey(hmac(key('intake envelope'), `${survey} ${round}`));
      break;
    } catch {
      if (round > 8) throw new Error('no private key could be worked out');
    }
  }
  if (found.size >= pairsAtMost) found.clear();
  found.set(survey, pair);
  return pair;
}

/** The survey's public key: an uncompressed point in base64url. */
export function publicKeyOf(key: KeyFor, survey: string): string {
  return pairOf(key, survey).getPublicKey('base64url');
}

/** What an envelope holds: the sender's public key, a nonce, and the sealed text with its tag. Null where it was not sealed for this survey, or was changed. */
export function openEnvelope(key: KeyFor, survey: string, envelope: string): string | null {
  const bytes = Buffer.from(envelope, 'base64url');
  if (bytes.length < publicBytes + 28) return null;
  const pair = pairOf(key, survey);
  const sender = bytes.subarray(0, publicBytes);
  try {
    const secret = pair.computeSecret(sender);
    const derived = Buffer.from(hkdfSync('sha256', secret, Buffer.concat([sender, pair.getPublicKey()]), `kept envelope ${survey}`, 32));
    const decipher = createDecipheriv('aes-256-gcm', derived, bytes.subarray(publicBytes, publicBytes + 12)).setAuthTag(bytes.subarray(-16));
    return Buffer.concat([decipher.update(bytes.subarray(publicBytes + 12, -16)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
