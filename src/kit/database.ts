/** The database as the application and its commands meet it: found or started, migrated, with its gates open. */
import { type Config, SettingProblem } from '#kit/config.js';
import { Connection, type Reach } from '#kit/db/client.js';
import { addressFor, readAddress } from '#kit/db/hosts.js';
import { refusePooler, refuseUnsettled, settleRoles } from '#kit/db/pooled.js';
import { type OpenGates, openGates } from '#kit/db/gate.js';
import { connectAsOwner, type Migration, prepareDatabase } from '#kit/db/migrate.js';
import { knownSuffix, signsIn, suffixFor } from '#kit/db/roles.js';
import { keepLetterKey } from '#kit/mail/key.js';
import { type Signer, signerOf } from '#kit/proof/signing.js';
import {
  connectOrStart,
  deriveKey,
  hashedSecret,
  type Postgres,
  rolePassword,
  secretFrom,
  startPostgres,
  superuser,
} from '#kit/postgres/index.js';

/** A server and a database in it, before anything is made there. */
export interface DatabasePlace {
  /** The way in for the user who owns the database: migrations, backup, restore. */
  readonly admin: Reach;
  /** The way in for the role of a gate, by its plain name: to the server itself. */
  reach(role: string): Reach;
  /** The same over the pooler in DATABASE_URL, where DATABASE_DIRECT_URL leads past it. */
  pooled?(role: string): Reach;
  readonly secret: Buffer;
  /** What the names of the database's roles end in (kit/db/roles.ts). */
  readonly roleSuffix: string;
  /** What the keys of a database were derived from that is older than its key ring. */
  earlierRoot(): Promise<Buffer>;
  /** Null for a server named by DATABASE_URL. */
  readonly postgres: Postgres | null;
  stop(how?: 'fast' | 'patient'): Promise<void>;
}

export interface Database extends DatabasePlace {
  readonly gates: OpenGates;
  /** Migrations that this start applied. */
  readonly migrated: readonly string[];
  /** A key for one purpose ("cookies", ...), the same in every process of this Kept. */
  key(purpose: string): Buffer;
  /** Of the secret that opens the keys. */
  readonly fingerprint: string;
  /** Signs heads, with the key of the secret. */
  readonly signer: Signer;
}

export interface OpenOptions {
  /** "own" refuses where another process runs on the data folder (the server); "join" uses its database (commands). */
  readonly how: 'own' | 'join';
  /** What is running, as others are told: "npm start", "kept import". */
  readonly holder: string;
  readonly log: (message: string) => void;
  /** False only in tests. */
  readonly durable?: boolean;
}

export const databaseName = 'kept';

function passwordIn(url: string): string | null {
  const address = readAddress(url);
  return address.ok ? address.value.password : null;
}

const noSecret =
  'DATABASE_URL needs a secret of its own beside it: KEPT_SECRET. Make one with "kept secret new", keep it apart from your backups, and start again with it. ' +
  'If this Kept ran without KEPT_SECRET so far, its keys were made from the password in DATABASE_URL: leave that ' +
  'password as it is for this one start, and Kept takes the keys over; nothing is lost.';

/** The roles' names of a database on a server of one's own: as it was made, else after its name. Refuses a pooler, over which nothing else here would hold. */
async function findSuffix(admin: Reach): Promise<string> {
  const client = await connectAsOwner(admin, 'kept start');
  try {
    await refusePooler(client);
    const { rows } = await client.query<{ name: string }>('select current_database()::text as name');
    return (await knownSuffix(client)) ?? suffixFor(rows[0]?.name ?? '');
  } finally {
    await client.end();
  }
}

/**
 * Until there was a key ring, the secret on a server of one's own was the hash of KEPT_SECRET or, without it, of the password in
 * DATABASE_URL. Which of them it was is told by the gates' roles: their passwords derive from it.
 */
async function earlierSecret(config: Config, url: string): Promise<Buffer> {
  const opens = (secret: Buffer): Promise<boolean> =>
    signsIn({ connectionString: addressFor(url, 'kept_public', rolePassword(secret, 'kept_public')) });
  const candidates = [config.secretBefore, config.secret, passwordIn(url)]
    .filter((text) => text !== null)
    .map(hashedSecret);
  const asked =
    config.secretBefore === null
      ? 'the secret or password with which this database was used so far'
      : 'another one than now';
  const wayOut =
    `Start once with KEPT_SECRET_BEFORE set to ${asked}, so that open codes and answers that are not mixed yet ` +
    `can be opened further on. If it is lost, start once with KEPT_SECRET_BEFORE=lost: all else stays, and those ` +
    `codes and answers cannot be opened any more.`;
  if (config.secretBefore === 'lost') return secretFrom(config.secret ?? '');
  // A server that lets everybody in tells nothing: then only what was said can be believed.
  if (await opens(hashedSecret(''))) {
    const only = config.secretBefore === null && passwordIn(url) !== null ? null : candidates[0];
    if (only) return only;
    throw new SettingProblem(
      `This database is older than this Kept, and its server lets every password in, so Kept cannot tell which secret it had. ${wayOut}`,
    );
  }
  for (const secret of candidates) if (await opens(secret)) return secret;
  throw new SettingProblem(
    `This database is older than this Kept, and its keys were made neither from KEPT_SECRET nor from the password in DATABASE_URL. ${wayOut}`,
  );
}

async function ownServer(config: Config, pooledUrl: string): Promise<DatabasePlace> {
  if (config.secret === null) throw new SettingProblem(noSecret);
  const secret = secretFrom(config.secret);
  const url = config.directUrl ?? pooledUrl;
  const admin = { connectionString: url };
  const roleSuffix = await findSuffix(admin);
  const over = (address: string) => (role: string) => ({
    connectionString: addressFor(address, `${role}${roleSuffix}`, rolePassword(secret, `${role}${roleSuffix}`)),
  });
  return {
    admin,
    reach: over(url),
    ...(config.directUrl === null ? {} : { pooled: (role: string) => ({ ...over(pooledUrl)(role), pooled: true }) }),
    secret,
    roleSuffix,
    earlierRoot: () => earlierSecret(config, url),
    postgres: null,
    stop: async () => undefined,
  };
}

async function makeDatabase(postgres: Postgres): Promise<void> {
  const client = new Connection(postgres.connection(superuser, 'postgres'), {
    name: 'kept start',
    statementTimeout: 0,
    lockTimeout: 0,
    idleInTransactionTimeout: 0,
  });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (rowCount === 0) await client.query(`create database ${databaseName}`);
  } catch (error) {
    // A command that joined a first start may be making it at the same moment.
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code !== '42P04' && code !== '23505') throw error;
  } finally {
    await client.end();
  }
}

/** What a process of ours may use, its pulse, and room for commands beside it. */
function connectionsOf({ connections }: Config): number {
  return Object.values(connections).reduce((sum, many) => sum + many, 0) + 38;
}

/** Finds or starts the server, without migrating anything. */
export async function findPlace(config: Config, options: OpenOptions): Promise<DatabasePlace> {
  if (config.databaseUrl !== null) return ownServer(config, config.databaseUrl);
  const start = options.how === 'own' ? startPostgres : connectOrStart;
  const postgres = await start({
    dataFolder: config.dataFolder,
    log: options.log,
    holder: options.holder,
    secret: config.secret,
    connections: connectionsOf(config),
    ...(options.durable === undefined ? {} : { durable: options.durable }),
  });
  try {
    await makeDatabase(postgres);
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  return {
    admin: postgres.connection(superuser, databaseName),
    reach: (role) => postgres.connection(role, databaseName),
    secret: postgres.secret,
    roleSuffix: '',
    // What the folder held was used as it was.
    earlierRoot: async () => postgres.secret,
    postgres,
    stop: (how) => postgres.stop(how),
  };
}

/** Opens the database of this Kept: starts the embedded server where there is none, migrates, opens the gates. */
export async function openDatabase(
  config: Config,
  options: OpenOptions & { readonly migrations: readonly Migration[] },
): Promise<Database> {
  const place = await findPlace(config, options);
  try {
    const { names: migrated, ring } = await prepareDatabase({
      ...place,
      migrations: options.migrations,
      log: options.log,
    });
    if (!ring) throw new Error('The migrations make no key ring');
    const key = (purpose: string): Buffer => deriveKey(ring.root, `key ${purpose}`);
    await keepLetterKey(place, key('letters'));
    if (place.pooled) {
      await settleRoles(place.reach);
      await refuseUnsettled(place.pooled, place.reach);
    }
    const gates = openGates(place.pooled ?? place.reach, options.log, {
      connections: config.connections,
      direct: place.reach,
    });
    return {
      ...place,
      gates,
      migrated,
      fingerprint: ring.fingerprint,
      signer: signerOf(place.secret),
      key,
      stop: async (how = options.how === 'join' ? 'patient' : 'fast') => {
        await gates.close();
        await place.stop(how);
      },
    };
  } catch (error) {
    await place.stop();
    throw error;
  }
}
