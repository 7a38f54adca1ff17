/**
 * Forward-only migrations: `src/(any folder)/migrations/YYYYMMDD-name.sql`, applied by date, each in its own transaction, each
 * remembered with its SHA-256. A migration states its grants itself: nothing is granted by default, to nobody.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { Connection, isServerAway, type Reach } from './client.js';
import { type KeyRing, openRing, refuseOtherSecret } from './key-ring.js';
import { keepSigningKey, signerOf } from '../proof/signing.js';
import { DatabaseProblem, ownerRole, prepareServer, type RoleParts, settlePasswords, withRoles } from './roles.js';

export class MigrationProblem extends Error {
  override readonly name = 'MigrationProblem';
}

export interface Migration {
  /** The file's name, which is unique. */
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

/** The src folder beside dist: SQL is not compiled, so it is read where it was written. */
export function sourceFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const root = join(here, '..', '..', '..');
  return basename(root) === 'dist' ? join(dirname(root), 'src') : join(root, 'src');
}

/** The house itself first, then its machinery (kit/jobs, ...), then the rooms in their order. */
function placeOf(path: string, order: readonly string[]): number {
  const [layer, folder = '', room = ''] = path.split(/[\\/]/);
  if (layer === 'kit') return folder === 'migrations' ? -2 : -1;
  const place = order.indexOf(room);
  return place < 0 ? order.length : place;
}

/** All migrations below a folder, by date, then by the place of their room in `order`: names of rooms, each after those that it uses. */
export function findMigrations(order: readonly string[], folder: string = sourceFolder()): readonly Migration[] {
  const found: { readonly migration: Migration; readonly date: string; readonly place: number }[] = [];
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.sql') || basename(dirname(path)) !== 'migrations') continue;
    const name = basename(path, '.sql');
    const date = /^(\d{8})-[a-z0-9-]+$/.exec(name)?.[1];
    if (!date) throw new MigrationProblem(`The migration ${path} must be named YYYYMMDD-name.sql`);
    const sql = readFileSync(join(folder, path), 'utf8').replaceAll('\r\n', '\n');
    found.push({
      migration: { name, sql, sha256: createHash('sha256').update(sql).digest('hex') },
      date,
      place: placeOf(path, order),
    });
  }
  found.sort(
    (a, b) => a.date.localeCompare(b.date) || a.place - b.place || a.migration.name.localeCompare(b.migration.name),
  );
  const names = found.map(({ migration }) => migration.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new MigrationProblem(`Two migrations are named ${twice}`);
  return found.map(({ migration }) => migration);
}

/** One number for a set of migrations: names a database that holds exactly them. */
export function migrationsHash(migrations: readonly Migration[]): string {
  return createHash('sha256')
    .update(migrations.map(({ name, sha256 }) => `${name} ${sha256}\n`).join(''))
    .digest('hex');
}

/** Any number, as long as every Kept takes the same: two processes that start at once migrate one after the other. */
const migrationLock = 5_461_882_013;

async function applied(client: pg.ClientBase): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from kit.migration');
  return new Map(rows.map(({ name, sha256 }) => [name, sha256]));
}

function refuseForeign(known: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const ours = new Map(migrations.map((one) => [one.name, one]));
  for (const [name, sha256] of known) {
    const file = ours.get(name);
    if (!file)
      throw new MigrationProblem(
        `The database was already changed by the migration ${name}, which this Kept does not have: it belongs ` +
          `to a newer Kept. Start that one, or restore a backup made with this one.`,
      );
    if (file.sha256 !== sha256)
      throw new MigrationProblem(
        `The migration ${name} was edited after it had been applied to this database. Put the file back as it was and write the change as a new migration.`,
      );
  }
}

export interface MigrateOptions extends RoleParts {
  /** The way in for the user who owns the database. */
  readonly admin: Reach;
  /** All that this Kept has, in their order (findMigrations). */
  readonly migrations: readonly Migration[];
  /** For a database that is older than its key ring: what its keys were derived from so far. */
  readonly earlierRoot?: () => Promise<Buffer>;
  /** Hears what a migration waits for. */
  readonly log?: (message: string) => void;
}

export interface Migrated {
  /** Names of the migrations that were applied now. */
  readonly names: readonly string[];
  readonly ring: KeyRing | null;
}

export const poolerInTheWay =
  'Between Kept and its PostgreSQL stands a connection pooler, which keeps no sessions: leave the pooler in ' +
  'DATABASE_URL and give the address of the server itself beside it as DATABASE_DIRECT_URL, for migrations, ' +
  'locks and the pulse; or give that as DATABASE_URL and do without the pooler.';

/** A session of the database's owner, without limits of time; waits a while for a server that is just starting. */
export async function connectAsOwner(admin: Reach, name: string): Promise<pg.Client> {
  for (let attempt = 0; ; attempt++) {
    const client = new Connection(admin, { name, statementTimeout: 0, lockTimeout: 0, idleInTransactionTimeout: 0 });
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (isServerAway(error) && attempt < 40) {
        await pause(250);
        continue;
      }
      if (!('connectionString' in admin)) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      if (/unsupported startup parameter/i.test(reason)) throw new DatabaseProblem(poolerInTheWay, { cause: error });
      throw new DatabaseProblem(
        `Kept cannot reach the PostgreSQL named in DATABASE_URL: ${reason}. Check its host, port, user, ` +
          `password and database, or leave DATABASE_URL out for the embedded one.`,
        { cause: error },
      );
    }
  }
}

/** Where applied migrations are remembered; inside a transaction of the caller, as the owner of all tables. */
export async function beginHistory(client: pg.ClientBase, roleSuffix = ''): Promise<void> {
  await client.query(
    `set local role ${ownerRole}${roleSuffix}; create schema if not exists kit; create table if not
      exists kit.migration (name text primary key, sha256 text not null, applied_at timestamptz not null default
      now())`,
  );
}

/** Applies one migration inside a transaction of the caller. */
export async function applyMigration(client: pg.ClientBase, migration: Migration, roleSuffix = ''): Promise<void> {
  try {
    await client.query(`set local role ${ownerRole}${roleSuffix}`);
    await client.query(withRoles(migration.sql, roleSuffix));
    await client.query('insert into kit.migration (name, sha256) values ($1, $2)', [migration.name, migration.sha256]);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationProblem(`The migration ${migration.name} failed and changed nothing: ${reason}`, {
      cause: error,
    });
  }
}

/**
 * One after the other, whoever starts at the same time. Held by the session: correctness does not hang on it (each
 * migration's row is unique), it spares the loser an error.
 */
export async function takeTurn(client: pg.ClientBase, log: (message: string) => void = () => undefined): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [migrationLock]);
    if (rows[0]?.mine) return;
    if (tries % 150 === 5) log('Another Kept is preparing or restoring this database: waiting for it to end');
    await pause(200);
  }
}

/** How long a migration stands in line for a table at a time. Whoever reads or writes it comes behind it in that line, so it steps back and tries again. */
const lockTimeout = 2_000;
const betweenTries = 3_000;

/** What holds tables of this database at the moment, by the names under which it came. */
async function whoHolds(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ who: string }>(
    `select coalesce(nullif(a.application_name, ''), 'a program without a name') || ' (process ' || a.pid ||
      ' of the database, since ' || to_char(min(a.xact_start), 'HH24:MI') || ' UTC)' as who
       from pg_stat_activity a join pg_locks l on l.pid = a.pid and l.granted and l.locktype = 'relation'
      where a.datname = current_database() and a.pid <> pg_backend_pid() and a.xact_start < now() - interval '1 second'
      group by a.application_name, a.pid order by min(a.xact_start) limit 5`,
  );
  return rows.length === 0 ? 'somebody who uses the same tables' : rows.map(({ who }) => who).join(', ');
}

/** Applies one migration, standing in line again and again, and says for whom it waits. */
async function applyPatiently(
  client: pg.ClientBase,
  migration: Migration,
  roleSuffix: string | undefined,
  log: (message: string) => void,
): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await inTransaction(client, async () => {
        await client.query(`set local lock_timeout = ${lockTimeout}`);
        await applyMigration(client, migration, roleSuffix);
      });
    } catch (error) {
      const cause = error instanceof MigrationProblem ? error.cause : null;
      if (!(cause instanceof Error && 'code' in cause && cause.code === '55P03')) throw error;
      // The first time, and then about once a minute.
      if (tries % 12 === 0)
        log(
          `The migration ${migration.name} waits for ${await whoHolds(client)}. It is tried again until they end; readers are served meanwhile`,
        );
      await pause(betweenTries);
    }
  }
}

async function inTransaction<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const value = await work();
    await client.query('commit');
    return value;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** One transaction with the rights of whoever owns the tables. */
export function asTableOwner<T>(
  client: pg.ClientBase,
  roleSuffix: string | undefined,
  work: () => Promise<T>,
): Promise<T> {
  return inTransaction(client, async () => {
    await client.query(`set local role ${ownerRole}${roleSuffix ?? ''}`);
    return work();
  });
}

const firstMigration = '20261123-house';

/** Makes roles, schemas and tables as this Kept needs them, and opens its keys. */
export async function migrate(options: MigrateOptions): Promise<readonly string[]> {
  return (await prepareDatabase(options)).names;
}

/**
 * The same, with the keys. The order matters to a start that is killed: the keys are laid down before a password of a role
 * is changed, because the passwords tell which secret an older database had.
 */
export async function prepareDatabase(options: MigrateOptions): Promise<Migrated> {
  const { secret, roleSuffix, migrations } = options;
  const client = await connectAsOwner(options.admin, 'kept migration');
  try {
    const log = options.log ?? (() => undefined);
    await takeTurn(client, log);
    const { rows } = await client.query<{ there: boolean }>(`select to_regclass('kit.migration') is not null as there`);
    const isNew = !rows[0]?.there;
    // A wrong secret is refused before anything is changed with it.
    if (!isNew) await asTableOwner(client, roleSuffix, () => refuseOtherSecret(client, secret));
    await prepareServer(client, options);
    if (isNew) await inTransaction(client, () => beginHistory(client, roleSuffix));
    const known = await applied(client);
    refuseForeign(known, migrations);
    const missing = migrations.filter(({ name }) => !known.has(name));
    for (const migration of missing) await applyPatiently(client, migration, roleSuffix, log);
    const earlier = known.has(firstMigration) ? (options.earlierRoot ?? null) : null;
    const ring = await asTableOwner(client, roleSuffix, () => openRing(client, secret, earlier));
    await asTableOwner(client, roleSuffix, () => keepSigningKey(client, signerOf(secret), 'start'));
    await settlePasswords(client, options);
    return { names: missing.map(({ name }) => name), ring };
  } finally {
    await client.end();
  }
}
