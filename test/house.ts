/**
 * The house for tests: the real PostgreSQL, one server for the whole run, one database for each test process (cloned from
 * a template that is migrated once), and each test in a transaction that is rolled back.
 */
import { hearBy } from '#kit/events.js';
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
} from 'node:fs';
import { createConnection, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { clientConfig, type Reach, type SessionSettings } from '#kit/db/client.js';
import {
  enter,
  type Gate,
  type GateName,
  gateRole,
  type Gates,
  mintRead,
  mintWrite,
  nobody,
  type OpenGates,
  openGates,
  standingCommand,
  type Write,
} from '#kit/db/gate.js';
import { type Migration, migrate, migrationsHash } from '#kit/db/migrate.js';
import { keepLetterKey } from '#kit/mail/key.js';
import { deriveKey, rolePassword, superuser } from '#kit/postgres/index.js';
import { houseMigrations } from './migrations.js';

const home = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const patient: SessionSettings = {
  name: 'kept test',
  statementTimeout: 60_000,
  lockTimeout: 60_000,
  idleInTransactionTimeout: 0,
};

/** Root and an ordinary user may both run the tests of one checkout, and a checkout may be read-only. */
function cacheFolder(): string {
  const me = process.getuid?.() ?? 0;
  try {
    mkdirSync(join(home, '.cache'), { recursive: true });
    // Where it really lies: a copy of the checkout (test/mutate) goes before the server does, and others use the server.
    const cache = realpathSync(join(home, '.cache'));
    accessSync(cache, constants.W_OK);
    return join(cache, me === 0 ? 'test-postgres' : `test-postgres-${me}`);
  } catch {
    return join(tmpdir(), `kept-test-${createHash('sha256').update(`${home} ${me}`).digest('hex').slice(0, 12)}`);
  }
}

function keeperPath(folder: string): string {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  if (process.platform === 'win32') return `\\\\.\\pipe\\kept-test-${name}`;
  const near = join(folder, 'keeper.sock');
  return Buffer.byteLength(near) < 104 ? near : join(tmpdir(), `kept-test-${name}.sock`);
}

interface Server {
  reach(role: string, database: string): Reach;
  readonly secret: Buffer;
  /** The keeper drops the database when this process ends. */
  announce(database: string): void;
}

async function connectToKeeper(path: string): Promise<{ readonly socket: Socket; readonly said: string } | null> {
  return new Promise((settle) => {
    const socket = createConnection(path);
    let said = '';
    socket.on('error', () => settle(null));
    socket.on('data', (part) => {
      said += part.toString();
      if (said.includes('\n')) settle({ socket, said });
    });
    socket.on('close', () => settle(null));
  });
}

async function findServer(): Promise<Server> {
  const folder = cacheFolder();
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const path = keeperPath(folder);
  const logFile = join(folder, 'keeper.log');
  const deadline = Date.now() + 90_000;
  let spawnedAt = 0;
  for (;;) {
    const found = await connectToKeeper(path);
    if (found) {
      // The connection lasts as long as the process and must not make it last longer.
      found.socket.unref();
      const told: { host: string; port: number; secret: string } = JSON.parse(found.said);
      const secret = Buffer.from(told.secret, 'base64');
      return {
        reach: (role, database) => ({
          host: told.host,
          port: told.port,
          user: role,
          password: rolePassword(secret, role),
          database,
        }),
        secret,
        announce: (database) => found.socket.write(`${database}\n`),
      };
    }
    if (Date.now() > deadline)
      throw new Error(
        `The database server for tests did not start. ${existsSync(logFile) ? readFileSync(logFile, 'utf8').slice(-2000) : ''}`,
      );
    if (Date.now() - spawnedAt > 10_000) {
      spawnedAt = Date.now();
      const log = openSync(logFile, 'w');
      spawn(process.execPath, ['--enable-source-maps', join(home, 'dist', 'test', 'house-keeper.js'), folder, path], {
        stdio: ['ignore', log, log],
        detached: true,
        cwd: home,
        env: { ...process.env, NODE_OPTIONS: '', NODE_TEST_CONTEXT: '' },
      }).unref();
    }
    await pause(30);
  }
}

async function asSuperuser<T>(server: Server, database: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(clientConfig(server.reach(superuser, database), patient));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The template with exactly these migrations; made by the first process that needs it while the others wait. */
async function template(server: Server, migrations: readonly Migration[]): Promise<string> {
  const name = `kept_template_${migrationsHash(migrations).slice(0, 16)}`;
  await asSuperuser(server, 'postgres', async (client) => {
    await client.query('select pg_advisory_lock(7201)');
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount) return;
    const growing = `${name}_new`;
    await client.query(`drop database if exists ${growing} with (force)`);
    await client.query(`create database ${growing}`);
    await migrate({
      admin: server.reach(superuser, growing),
      secret: server.secret,
      reach: (role) => server.reach(role, growing),
      migrations,
    });
    // A start keeps it; a template of fewer migrations has no place for it.
    if (migrations.some(({ name: one }) => one === '20261130-letters-sealed'))
      await keepLetterKey({ admin: server.reach(superuser, growing) }, testKey('letters'));
    await client.query(`alter database ${growing} rename to ${name}`);
  });
  return name;
}

let known: Promise<Server> | null = null;

/** An empty database in the server of the tests; dropped when this process ends. */
export async function emptyDatabase(): Promise<{
  readonly admin: Reach;
  reach(role: string): Reach;
  readonly secret: Buffer;
  readonly name: string;
}> {
  const server = await (known ??= findServer());
  const name = `kept_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  server.announce(name);
  await asSuperuser(server, 'postgres', (client) => client.query(`create database ${name} template template0`));
  return {
    admin: server.reach(superuser, name),
    reach: (role) => server.reach(role, name),
    secret: server.secret,
    name,
  };
}

export interface House {
  /** The real gates, with pools of their own, to this process's database. What they commit stays until the process ends. */
  readonly gates: OpenGates;
  /** The way in for the owner of the database. */
  readonly admin: Reach;
  reach(role: string): Reach;
  readonly secret: Buffer;
  key(purpose: string): Buffer;
}

/** Keys as an installation would derive them; the same in every process of the tests. */
export function testKey(purpose: string): Buffer {
  return deriveKey(Buffer.from('a secret of the tests'), `key ${purpose}`);
}

/** Cloning needs the database that it copies to itself for a moment. */
async function clone(server: Server, from: string, name: string): Promise<void> {
  await asSuperuser(server, 'postgres', async (client) => {
    await client.query('select pg_advisory_lock(7201)');
    await client.query(`create database ${name} template ${from} strategy wal_log`);
    // Rights on a database are not cloned with it.
    await client.query(
      `revoke all on database ${name}
        from public; grant connect, create on database ${name} to kept_owner; grant connect on database ${name} to
        kept_public, kept_work, kept_intake, kept_release`,
    );
  });
}

function houseAt(server: Server, name: string): House {
  const reach = (role: string): Reach => server.reach(role, name);
  return {
    gates: openGates(reach, () => undefined, { letGo: true }),
    admin: reach(superuser),
    reach,
    secret: server.secret,
    key: testKey,
  };
}

/** A database's name for this process; the keeper drops it when the process ends. */
function ownName(server: Server): string {
  const name = `kept_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  server.announce(name);
  return name;
}

/** A migrated database of one's own. `fresh` gives a new one; without it all tests of a process share one. */
export async function freshHouse(migrations: readonly Migration[] = houseMigrations()): Promise<House> {
  const server = await (known ??= findServer());
  const from = await template(server, migrations);
  const name = ownName(server);
  await clone(server, from, name);
  return houseAt(server, name);
}

/** What was compiled and what it is fed with: another line of it may fill a database otherwise. */
function codeHash(): string {
  const hash = createHash('sha256');
  for (const folder of ['dist/src', 'seeds']) {
    const names = readdirSync(join(home, folder), { recursive: true, encoding: 'utf8' }).toSorted();
    for (const name of names.filter((one) => /(?<!\.test)\.(js|sql|csv|md|json)$/.test(one)))
      hash.update(name).update(readFileSync(join(home, folder, name)));
  }
  return hash.digest('hex');
}

/** Kept beside those that are in use; more would only fill the disk. */
const filledAtMost = 4;

/**
 * A database of one's own that `fill` has filled. It is filled once in a run and copied for each process that wants the
 * same: with the same code, by the same name. Where faults are planted (test/mutate) each fills its own.
 */
export async function filledHouse(called: string, fill: (house: House) => Promise<void>): Promise<House> {
  if (process.env['KEPT_TEST_FILLED'] === 'alone') {
    const house = await freshHouse();
    await fill(house);
    return house;
  }
  const server = await (known ??= findServer());
  const from = await template(server, houseMigrations());
  const filled = `kept_filled_${createHash('sha256').update(`${from} ${codeHash()} ${called}`).digest('hex').slice(0, 24)}`;
  await asSuperuser(server, 'postgres', async (client) => {
    // Whoever comes second waits here until it is filled.
    await client.query('select pg_advisory_lock(7202)');
    const { rows } = await client.query<{ name: string }>(
      `select datname as name from pg_database where datname like 'kept\\_filled\\_%' order by oid desc`,
    );
    if (rows.some(({ name }) => name === filled)) return;
    // One that is being copied just now stays.
    for (const { name } of rows.slice(filledAtMost - 1))
      await client.query(`drop database if exists ${name}`).catch(() => undefined);
    const growing = ownName(server);
    await clone(server, from, growing);
    const house = houseAt(server, growing);
    await fill(house);
    await house.gates.close();
    await client.query(`alter database ${growing} rename to ${filled}`);
  });
  const name = ownName(server);
  await clone(server, filled, name);
  return houseAt(server, name);
}

let shared: Promise<House> | null = null;

/** The database of this test process, made when first asked for. */
export function house(): Promise<House> {
  return (shared ??= freshHouse());
}

let admins: Promise<pg.Pool> | null = null;

async function adminPool(): Promise<pg.Pool> {
  return (admins ??= house().then(({ admin }) => {
    const pool = new pg.Pool({ ...clientConfig(admin, patient), max: 4, allowExitOnIdle: true });
    pool.on('error', () => undefined);
    return pool;
  }));
}

export interface Inside {
  /** The gates as the application has them, but all in the one transaction of the test: each use is a savepoint, under the gate's own role. */
  readonly gates: Gates;
  /** The transaction itself with the owner's rights: to prepare a test, never in place of a gate. */
  readonly write: Write;
}

/** One use after the other: they share a connection, and savepoints must nest. */
function queue(): <T>(work: () => Promise<T>) => Promise<T> {
  let tail: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = tail.then(work);
    tail = next.catch(() => undefined);
    return next;
  };
}

function nestedGate(name: GateName, client: pg.PoolClient, inTurn: <T>(work: () => Promise<T>) => Promise<T>): Gate {
  async function nested<T>(opening: string, keep: boolean, work: () => Promise<T>): Promise<T> {
    await client.query(`savepoint gate; set local role ${gateRole(name)}; ${opening}`);
    try {
      const value = await work();
      // Constraints that wait for the commit speak here, as they would outside.
      await client.query(
        keep
          ? `set constraints all immediate; set constraints all deferred; reset role; ${standingCommand(nobody)}; release savepoint gate`
          : 'rollback to savepoint gate; release savepoint gate',
      );
      return value;
    } catch (error) {
      await client.query('rollback to savepoint gate; release savepoint gate');
      throw error;
    }
  }
  return {
    name,
    read: (standing, question) =>
      enter(() =>
        inTurn(() =>
          nested(`set transaction read only; ${standingCommand(standing)}`, false, () => question(mintRead(client))),
        ),
      ),
    write: (standing, act) =>
      enter(() => inTurn(() => nested(standingCommand(standing), true, () => act(mintWrite(client))))),
  };
}

/** Runs a test in one transaction and rolls it back, whatever happened. */
export async function rolledBack<T>(test: (write: Write, inside: Inside) => Promise<T>): Promise<T> {
  const pool = await adminPool();
  const client = await pool.connect();
  try {
    await client.query('begin');
    const inTurn = queue();
    const gate = (name: GateName): Gate => nestedGate(name, client, inTurn);
    const write = mintWrite(client);
    return await test(write, {
      write,
      gates: { public: gate('public'), work: gate('work'), intake: gate('intake'), release: gate('release') },
    });
  } finally {
    await client.query('rollback').catch(() => undefined);
    client.release();
  }
}

export { nobody };

// Acts tell other rooms what they did. All rooms are loaded by the first that tells, so that a test of none does not wait for them.
hearBy(async () => (await import('../src/app/rooms.js')).rooms.map(({ hears = {} }) => hears));
