/** An authenticator without a browser: makes passkeys and shows them, honestly or with one thing wrong. */
import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

/** CBOR (RFC 8949), as much as a passkey needs. */
function head(kind: number, count: number): Buffer {
  if (count < 24) return Buffer.from([(kind << 5) | count]);
  return count < 256
    ? Buffer.from([(kind << 5) | 24, count])
    : Buffer.from([(kind << 5) | 25, count >> 8, count & 255]);
}
const bytes = (value: Buffer): Buffer => Buffer.concat([head(2, value.length), value]);
const text = (value: string): Buffer => Buffer.concat([head(3, value.length), Buffer.from(value)]);
const number = (value: number): Buffer => (value >= 0 ? head(0, value) : head(1, -1 - value));
const map = (...pairs: readonly (readonly [Buffer, Buffer])[]): Buffer =>
  Buffer.concat([head(5, pairs.length), ...pairs.flat()]);

export interface Ceremony {
  readonly challenge: string;
  readonly origin: string;
  readonly host: string;
  /** False where the person did not unlock the device. */
  readonly isVerified?: boolean;
  /** The count that it tells, in place of the next. */
  readonly count?: number;
}

export interface Authenticator {
  readonly credential: string;
  /** What the page's script would send after making the passkey. */
  made(ceremony: Ceremony): string;
  /** The same after showing it. */
  shown(ceremony: Ceremony): string;
}

const sha256 = (value: string | Buffer): Buffer => createHash('sha256').update(value).digest();

export function authenticator(id: Buffer = randomBytes(32)): Authenticator {
  const { publicKey, privateKey }: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
  });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const credential = id.toString('base64url');
  let count = 0;
  const authData = ({ host, isVerified = true, count: told }: Ceremony, more: Buffer): Buffer => {
    const flags = 0x01 | (isVerified ? 0x04 : 0) | (more.length > 0 ? 0x40 : 0);
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(told ?? (count += 1));
    return Buffer.concat([sha256(host), Buffer.from([flags]), counter, more]);
  };
  const client = (type: string, { challenge, origin }: Ceremony): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  return {
    credential,
    made(ceremony) {
      const key = map(
        [number(1), number(2)],
        [number(3), number(-7)],
        [number(-1), number(1)],
        [number(-2), bytes(Buffer.from(x, 'base64url'))],
        [number(-3), bytes(Buffer.from(y, 'base64url'))],
      );
      const data = authData(
        ceremony,
        Buffer.concat([Buffer.alloc(16), Buffer.from([id.length >> 8, id.length & 255]), id, key]),
      );
      const attestationObject = map(
        [text('fmt'), text('none')],
        [text('attStmt'), map()],
        [text('authData'), bytes(data)],
      ).toString('base64url');
      return JSON.stringify({
        id: credential,
        rawId: credential,
        type: 'public-key',
        response: {
          clientDataJSON: client('webauthn.create', ceremony).toString('base64url'),
          attestationObject,
          transports: ['internal'],
        },
      });
    },
    shown(ceremony) {
      const [data, clientData] = [authData(ceremony, Buffer.alloc(0)), client('webauthn.get', ceremony)];
      const signature = createSign('sha256')
        .update(Buffer.concat([data, sha256(clientData)]))
        .sign(privateKey);
      const response = {
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
      };
      return JSON.stringify({ id: credential, rawId: credential, type: 'public-key', response });
    },
  };
}
