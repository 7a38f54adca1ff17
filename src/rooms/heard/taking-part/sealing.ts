/** Sealed bytes: AES-256-GCM under keys that the database never sees in clear (Node's own cryptography). */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomFillSync,
} from 'node:crypto';

// Chance is drawn a few kilobytes at a time: a call for twelve bytes costs as much as one for thousands.
const chance = Buffer.alloc(12 * 512);
let drawn = chance.length;

function nextNonce(): Buffer {
  if (drawn >= chance.length) {
    randomFillSync(chance);
    drawn = 0;
  }
  drawn += 12;
  return Buffer.from(chance.subarray(drawn - 12, drawn));
}

/** `for_` binds the seal to a place: what was sealed for one is not opened for another. */
export function sealBytes(key: KeyObject, for_: string, bytes: Buffer): Buffer {
  const nonce = nextNonce();
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(for_));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** Null where it was sealed under another key or for another place, or was changed. */
export function openBytes(key: KeyObject, for_: string, sealed: Buffer): Buffer | null {
  if (sealed.length < 28) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
      .setAAD(Buffer.from(for_))
      .setAuthTag(sealed.subarray(-16));
    return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
  } catch {
    return null;
  }
}

/** Blanks after the text up to a size, because the length of what is sealed is seen by everybody. What is read back is JSON, to which blanks are nothing. */
export function seal(key: KeyObject, for_: string, text: string, size = 0): Buffer {
  const bytes = Buffer.alloc(Math.max(size, Buffer.byteLength(text)), ' ');
  bytes.write(text);
  return sealBytes(key, for_, bytes);
}

export function unseal(key: KeyObject, for_: string, sealed: Buffer): string | null {
  return openBytes(key, for_, sealed)?.toString('utf8') ?? null;
}

export type KeyFor = (purpose: string) => Buffer;

/**
 * Keys that derive from Kept's secret alone, worked out once for each source of keys. As key objects: bytes are made into one at every call, which
 * costs several times the work itself. All but `codes` serve surveys that are older than keys of their own (survey-keys.ts).
 */
export interface IntakeKeys {
  readonly codes: KeyObject;
  readonly submissions: KeyObject;
  readonly receipts: KeyObject;
  readonly inbox: KeyObject;
}

const known = new WeakMap<KeyFor, IntakeKeys>();

export function intakeKeys(key: KeyFor): IntakeKeys {
  const found = known.get(key);
  if (found) return found;
  const made = {
    codes: createSecretKey(key('intake codes')),
    submissions: createSecretKey(key('intake submissions')),
    receipts: createSecretKey(key('intake receipts')),
    inbox: createSecretKey(key('intake inbox')),
  };
  known.set(key, made);
  return made;
}

export function hmac(key: KeyObject | Buffer, text: string | Buffer): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
