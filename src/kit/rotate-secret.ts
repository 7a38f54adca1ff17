/**
 * Another secret for the same keys. One transaction seals the keys anew and changes the passwords of all roles; a kill leaves
 * the database with the secret before or with the next one, and somebody has both: the folder in two files, or whoever gave
 * KEPT_SECRET and KEPT_SECRET_BEFORE.
 */
import pg from 'pg';
import { type Config, SettingProblem } from './config.js';
import { type DatabasePlace, findPlace, type OpenOptions } from './database.js';
import { neededFingerprint, rewrapRing, SecretProblem } from './db/key-ring.js';
import { asTableOwner, connectAsOwner } from './db/migrate.js';
import { changePasswords, ownerRole } from './db/roles.js';
import { keepSigningKey, signerOf } from './proof/signing.js';
import {
  fingerprintOf,
  layNextSecret,
  newSecret,
  rolePassword,
  scramVerifier,
  secretFrom,
  settleNextSecret,
  superuser,
} from './postgres/index.js';

export interface Rotated {
  readonly before: string;
  readonly after: string;
  /** Where the secret stands that is to be used from now on, as it is said to people. */
  readonly place: string;
}

/** Processes of this Kept that are at the database now, other than this one. */
async function refuseOthers(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ many: number }>(
    `select count(*)::int as many from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
      and application_name like 'kept %'
      and application_name not in ('kept start', 'kept secret', 'kept password check')`,
  );
  if ((rows[0]?.many ?? 0) > 0)
    throw new SecretProblem(
      'Kept still runs at this database, and would be locked out by another secret. Stop every process of it, ' +
        'change the secret, then start them with the new one.',
    );
}

function noKeys(): SecretProblem {
  return new SecretProblem(
    'This database holds no keys yet: start this Kept once (kept start), then change the secret.',
  );
}

async function change(place: DatabasePlace, next: Buffer): Promise<void> {
  const client = await connectAsOwner(place.admin, 'kept secret');
  try {
    const { rowCount: started } = await client.query('select from pg_roles where rolname = $1', [
      `${ownerRole}${place.roleSuffix}`,
    ]);
    if (started === 0) throw noKeys();
    await asTableOwner(client, place.roleSuffix, async () => {
      await refuseOthers(client);
      if ((await neededFingerprint(client)) === null) throw noKeys();
      await rewrapRing(client, place.secret, next);
      await keepSigningKey(client, signerOf(next), 'change');
      const what = [`the secret ${fingerprintOf(place.secret)}`, `the secret ${fingerprintOf(next)}`];
      await client.query(`select kit.append_journal('house', now(), 'kept', 'record', 'secret', $1, null, $2)`, [
        fingerprintOf(next),
        JSON.stringify({ from: what[0], to: what[1] }),
      ]);
      await client.query('reset role');
      await changePasswords(client, place, next);
      if (place.postgres)
        await client.query(
          `alter role ${superuser} password ${pg.escapeLiteral(scramVerifier(rolePassword(next, superuser)))}`,
        );
      await client.query(`set local role ${ownerRole}${place.roleSuffix}`);
    });
  } finally {
    await client.end();
  }
}

/** The folder makes its own next secret. */
async function rotateFile(config: Config, options: OpenOptions): Promise<Rotated> {
  const place = await findPlace(config, { ...options, how: 'own' });
  try {
    const text = newSecret();
    layNextSecret(config.dataFolder, text);
    try {
      await change(place, secretFrom(text));
    } catch (problem) {
      // A connection that was lost over the commit leaves it open: then the next start finds out.
      if (problem instanceof SecretProblem) settleNextSecret(config.dataFolder, false);
      throw problem;
    }
    settleNextSecret(config.dataFolder, true);
    return {
      before: fingerprintOf(place.secret),
      after: fingerprintOf(secretFrom(text)),
      place: `${config.dataFolder}/secret`,
    };
  } finally {
    await place.stop();
  }
}

/** Changes the secret: the file's by itself, or from KEPT_SECRET_BEFORE to KEPT_SECRET. Refuses while another process runs. */
export async function rotateSecret(config: Config, options: OpenOptions): Promise<Rotated> {
  if (config.secret === null && config.databaseUrl === null) return rotateFile(config, options);
  if (config.secret === null || config.secretBefore === null) {
    throw new SettingProblem(
      'Give the next secret as KEPT_SECRET ("kept secret new" prints one) and the present one as ' +
        'KEPT_SECRET_BEFORE. Write the next one down first: nothing else opens the keys afterwards.',
    );
  }
  const next = secretFrom(config.secret);
  const place = await findPlace({ ...config, secret: config.secretBefore }, { ...options, how: 'own' });
  try {
    if (!place.secret.equals(next)) await change(place, next);
    return { before: fingerprintOf(place.secret), after: fingerprintOf(next), place: 'KEPT_SECRET' };
  } finally {
    await place.stop();
  }
}
