/**
 * Forward-only migrations: `src/(any folder)/migrations/YYYYMMDD-name.sql`, applied by date, each in its own transaction, each
 * remembered with its SHA-256. A migration states its grants itself: nothing is granted by default, to nobody.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { clientConfig, type Reach } from './client.js';
import { prepareDatabase } from './roles.js';

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

/** All migrations below a folder, by date, then by the place of their wing or room in `order`. */
export function findMigrations(folder: string = sourceFolder(), order: readonly string[] = rooms): readonly Migration[] {
  const found: { readonly migration: Migration; readonly date: string; readonly place: number }[] = [];
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.sql') || basename(dirname(path)) !== 'migrations') continue;
    const name = basename(path, '.sql');
    const date = /^(\d{8})-[a-z0-9-]+$/.exec(name)?.[1];
    if (!date) throw new MigrationProblem(`The migration ${path} must be named YYYYMMDD-name.sql`);
    const sql = readFileSync(join(folder, path), 'utf8').replaceAll('\r\n', '\n');
    const place = order.indexOf(basename(dirname(dirname(path))));
    found.push({ migration: { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }, date, place: place < 0 ? order.length : place });
  }
  found.sort((a, b) => a.date.localeCompare(b.date) || a.place - b.place || a.migration.name.localeCompare(b.migration.name));
  const names = found.map(({ migration }) => migration.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new MigrationProblem(`Two migrations are named ${twice}`);
  return found.map(({ migration }) => migration);
}

/** Dependency order (house.md A.1); kit comes before every room. */
const rooms = ['kit', 'people', 'boards', 'meetings', 'reports', 'minutes', 'actions', 'packs', 'imports', 'front'];

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
    if (!file) throw new MigrationProblem(`The database was already changed by the migration ${name}, which this Kept does not have: it belongs to a newer Kept. Start that one, or restore a backup made with this one.`);
    if (file.sha256 !== sha256) throw new MigrationProblem(`The migration ${name} was edited after it had been applied to this database. Put the file back as it was and write the change as a new migration.`);
  }
}

export interface MigrateOptions {
  /** The way in for the user who owns the database. */
  readonly admin: Reach;
  /** The secret the roles' passwords derive from. */
  readonly secret: Buffer;
  readonly migrations?: readonly Migration[];
  /** Checks that each gate's role can sign in with its password. */
  readonly reach: (role: string) => Reach;
}

/** Makes roles, schemas and tables as this Kept needs them; gives the names of the migrations that were applied now. */
export async function migrate(options: MigrateOptions): Promise<readonly string[]> {
  const migrations = options.migrations ?? findMigrations();
  const client = new pg.Client(clientConfig(options.admin, { name: 'kept migration', statementTimeout: 0, lockTimeout: 0, idleInTransactionTimeout: 0 }));
  client.on('error', () => undefined);
  await client.connect();
  try {
    // Held by the session; correctness does not hang on it (each migration's row is unique), it only spares the loser an error.
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await prepareDatabase(client, options.secret, options.reach);
    const known = await applied(client);
    refuseForeign(known, migrations);
    const done: string[] = [];
    for (const migration of migrations) {
      if (known.has(migration.name)) continue;
      try {
        await client.query('begin; set local role kept_owner');
        await client.query(migration.sql);
        await client.query('insert into kit.migration (name, sha256) values ($1, $2)', [migration.name, migration.sha256]);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        const reason = error instanceof Error ? error.message : String(error);
        throw new MigrationProblem(`The migration ${migration.name} failed and changed nothing: ${reason}`, { cause: error });
      }
      done.push(migration.name);
    }
    return done;
  } finally {
    await client.end();
  }
}

/** Whether the sources of the migrations are where they are looked for. */
export function hasMigrations(): boolean {
  return existsSync(join(sourceFolder(), 'kit', 'migrations'));
}
