/** `kept secret`: makes one, says which one is in use, and changes it. */
import { readConfig, SettingProblem } from '#kit/config.js';
import { findPlace } from '#kit/database.js';
import { neededFingerprint } from '#kit/db/key-ring.js';
import { asTableOwner, connectAsOwner } from '#kit/db/migrate.js';
import { findSecret, fingerprintOf, newSecret, secretFrom } from '#kit/postgres/index.js';
import { pemOf, signerOf } from '#kit/proof/signing.js';
import { rotateSecret } from '#kit/rotate-secret.js';

const options = (log: (line: string) => void) => ({ how: 'join', holder: 'kept secret', log }) as const;

async function present(log: (line: string) => void): Promise<string> {
  const config = readConfig(process.env);
  const secret =
    config.secret === null
      ? config.databaseUrl === null
        ? findSecret(config.dataFolder)
        : null
      : secretFrom(config.secret);
  if (secret === null) return 'No secret is given here, and KEPT_DATA holds none.\n';
  const place = await findPlace(config, options(log));
  try {
    const client = await connectAsOwner(place.admin, 'kept secret');
    try {
      const needed = await asTableOwner(client, place.roleSuffix, () => neededFingerprint(client));
      const { key } = signerOf(place.secret);
      return (
        `Fingerprint of the secret here:        ${fingerprintOf(place.secret)}\nFingerprint that the database ` +
        `needs: ${needed ?? 'none yet'}\nPublic key of its signatures:        ${key}\n${pemOf(key)}`
      );
    } finally {
      await client.end();
    }
  } finally {
    await place.stop();
  }
}

/** Gives what is printed; what is told beside it goes to `log`. */
export async function secretCommand([what]: readonly string[], log: (line: string) => void): Promise<string> {
  switch (what) {
    case undefined:
      return present(log);
    case 'new': {
      const text = newSecret();
      log(`Its fingerprint is ${fingerprintOf(secretFrom(text))}. Keep it apart from your backups.`);
      return `${text}\n`;
    }
    case 'rotate': {
      const { before, after, place } = await rotateSecret(readConfig(process.env), options(log));
      return (
        `The secret ${before} was changed to ${after}, which stands in ${place}. Codes, answers, envelopes and ` +
        `sessions stay good.\nBackups made until now still need the secret ${before}: keep it as long as them. ` +
        `Make a new backup now.\n`
      );
    }
    default:
      throw new SettingProblem('Say what: kept secret, kept secret new or kept secret rotate');
  }
}
