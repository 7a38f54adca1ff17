/**
 * Letters wait sealed: whoever posts one needs only the public key, which lies in the database; to open one takes the private key, which is
 * worked out from Kept's secret and stands nowhere. X25519, HKDF-SHA-256, AES-256-GCM, a new pair for each letter.
 */
import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

/** RFC 8410: what stands before the 32 bytes of a private key of X25519. */
const privatePrefix = Buffer.from('302e020100300506032b656e04220420', 'hex');
const publicBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

export interface LetterPair {
  readonly publicKey: Buffer;
  readonly privateKey: KeyObject;
}

function rawOf(key: KeyObject): Buffer {
  return Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url');
}

/** The pair that follows from 32 bytes of key material. */
export function letterPair(seed: Buffer): LetterPair {
  const privateKey = createPrivateKey({ key: Buffer.concat([privatePrefix, seed]), format: 'der', type: 'pkcs8' });
  return { privateKey, publicKey: rawOf(createPublicKey(privateKey)) };
}

function publicKeyFrom(raw: Buffer): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: raw.toString('base64url') }, format: 'jwk' });
}

function sharedKey(privateKey: KeyObject, publicKey: KeyObject, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', diffieHellman({ privateKey, publicKey }), salt, 'kept letter', 32));
}

/** Seals a text for the holder of the private key. `id` is bound to it: a sealed text cannot be put under another letter. */
export function sealLetter(publicKey: Buffer, id: string, text: string): Buffer {
  const own = generateKeyPairSync('x25519');
  const sender = rawOf(own.publicKey);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(
    'aes-256-gcm',
    sharedKey(own.privateKey, publicKeyFrom(publicKey), Buffer.concat([sender, publicKey])),
    nonce,
  ).setAAD(Buffer.from(id));
  return Buffer.concat([sender, nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** The text; null where it was sealed under another secret, or was changed. */
export function openLetter({ privateKey, publicKey }: LetterPair, id: string, sealed: Buffer): string | null {
  if (sealed.length < publicBytes + nonceBytes + tagBytes) return null;
  const sender = sealed.subarray(0, publicBytes);
  const [nonce, text, tag] = [
    sealed.subarray(publicBytes, publicBytes + nonceBytes),
    sealed.subarray(publicBytes + nonceBytes, -tagBytes),
    sealed.subarray(-tagBytes),
  ];
  try {
    const key = sharedKey(privateKey, publicKeyFrom(sender), Buffer.concat([sender, publicKey]));
    const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(id)).setAuthTag(tag);
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
