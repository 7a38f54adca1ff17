/** The database as the application and its commands meet it: found or started, migrated, with its gates open. */
import pg from 'pg';
import { type Config, SettingProblem } from '#kit/config.js';
import { clientConfig, type Reach } from '#kit/db/client.js';
import { type OpenGates, openGates } from '#kit/db/gate.js';
import { findMigrations, type Migration, migrate } from '#kit/db/migrate.js';
import { keepLetterKey } from '#kit/mail/key.js';
import { connectOrStart, deriveKey, type Postgres, secretFrom, startPostgres, superuser } from '#kit/postgres/index.js';

/** A server and a database in it, before anything is made there. */
export interface DatabasePlace {
  /** The way in for the user who owns the database: migrations, backup, restore. */
  readonly admin: Reach;
  reach(role: string): Reach;
  readonly secret: Buffer;
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

/** The same server and database for another user: parameters in the address come before the user named in it. */
function addressFor(url: string, user: string, password: string): Reach {
  const address = new URL(url);
  address.searchParams.set('user', user);
  address.searchParams.set('password', password);
  return { connectionString: address.href };
}

function ownServer(config: Config, url: string): DatabasePlace {
  const address = new URL(url);
  const password = config.secret ?? (decodeURIComponent(address.password) || address.searchParams.get('password'));
  if (!password) {
    throw new SettingProblem('DATABASE_URL carries no password, and Kept derives the passwords of its database roles from it. Set KEPT_SECRET to at least 32 characters that nobody can guess, for instance from `openssl rand -hex 32`.');
  }
  const secret = secretFrom(password);
  return {
    admin: { connectionString: url },
    reach: (role) => addressFor(url, role, deriveKey(secret, `role ${role}`).toString('base64url')),
    secret,
    postgres: null,
    stop: async () => undefined,
  };
}

async function makeDatabase(postgres: Postgres): Promise<void> {
  const client = new pg.Client(clientConfig(postgres.connection(superuser, 'postgres'), { name: 'kept start', statementTimeout: 0, lockTimeout: 0, idleInTransactionTimeout: 0 }));
  client.on('error', () => undefined);
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

/** Finds or starts the server, without migrating anything. */
export async function findPlace(config: Config, options: OpenOptions): Promise<DatabasePlace> {
  if (config.databaseUrl !== null) return ownServer(config, config.databaseUrl);
  const start = options.how === 'own' ? startPostgres : connectOrStart;
  const postgres = await start({ dataFolder: config.dataFolder, log: options.log, holder: options.holder, ...(options.durable === undefined ? {} : { durable: options.durable }) });
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
    postgres,
    stop: (how) => postgres.stop(how),
  };
}

/** Opens the database of this Kept: starts the embedded server where there is none, migrates, opens the gates. */
export async function openDatabase(config: Config, options: OpenOptions & { readonly migrations?: readonly Migration[] }): Promise<Database> {
  const place = await findPlace(config, options);
  try {
    const migrated = await migrate({ admin: place.admin, secret: place.secret, reach: place.reach, migrations: options.migrations ?? findMigrations(), log: options.log });
    const key = (purpose: string): Buffer => deriveKey(place.secret, `key ${purpose}`);
    await keepLetterKey(place.admin, key('letters'));
    const gates = openGates(place.reach, options.log);
    return {
      ...place,
      gates,
      migrated,
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
