/**
 * The embedded PostgreSQL: made on the first start, started, watched, started again when it dies, stopped.
 *
 * Folder by folder, inside the data folder: `postgres` is PostgreSQL's own; `secret` derives every password; `lock` says
 * that somebody owns the folder; `run` holds the socket and the links to libraries; `postgres.log` is the server's log.
 */
import type { ChildProcess } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Binaries, findBinaries, linkLibraries, PostgresProblem } from './binaries.js';
import { type FolderLock, readHolder, takeLock } from './lock.js';
import { chooseOwner, type Owner, spawnAs } from './owner.js';
import { endOrphan, isAlive, type Postmaster, readPostmaster, signal } from './postmaster.js';
import {
  findNextSecret,
  findSecret,
  fingerprintOf,
  keepSecret,
  rolePassword,
  secretFrom,
  settleNextSecret,
  syncFolder,
} from './secret.js';

export const superuser = 'postgres';

export interface ConnectionOptions {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export interface Postgres {
  /** How a role reaches a database of this server. The superuser's password and those of our roles derive from the secret. */
  connection(role: string, database: string): ConnectionOptions;
  readonly secret: Buffer;
  /** `owned`: this process started it and ends it. `shared`: another Kept process owns it and this one only uses it. */
  readonly role: 'owned' | 'shared';
  /** A server of a killed process was found running and ended first. */
  readonly adopted: boolean;
  /** Process number of the postmaster, null between its death and its next start. */
  pid(): number | null;
  /** "fast" ends sessions; "patient" first waits for the sessions of other commands to finish. */
  stop(how?: 'fast' | 'patient'): Promise<void>;
}

export interface PostgresOptions {
  readonly dataFolder: string;
  readonly log: (message: string) => void;
  /** The secret's text where it does not lie in the folder (KEPT_SECRET). */
  readonly secret?: string | null;
  /** What the second start is told about the first. */
  readonly holder?: string;
  /** How many the server takes at once; 60 unless told otherwise. */
  readonly connections?: number;
  /** False only in tests: no fsync, so a power failure may lose everything. */
  readonly durable?: boolean;
}

interface House {
  readonly folder: string;
  readonly cluster: string;
  readonly logFile: string;
  readonly binaries: Binaries;
  readonly environment: Readonly<Record<string, string>>;
  readonly owner: Owner;
  readonly durable: boolean;
  readonly connections: number;
  readonly log: (message: string) => void;
}

function giveTo(owner: Owner, path: string): void {
  if (owner.kind === 'user') chownSync(path, owner.uid, owner.gid);
}

/** Folder by folder: asked for all at once, Node goes on for ever where the system takes no folder and says that one above is missing (/proc). */
export function makeFolders(path: string, mode: number): void {
  if (existsSync(path)) return;
  if (dirname(path) !== path) makeFolders(dirname(path), mode);
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    // Another start was quicker.
    if (!existsSync(path)) throw error;
  }
}

/** What the first start takes: the new database, and its log until the first checkpoint. */
const firstStartNeeds = 120_000_000;

/** Said instead of what PostgreSQL says in many lines. */
function refuseFullDisk(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize >= firstStartNeeds) return;
  throw new PostgresProblem(
    `There are ${Math.floor((bavail * bsize) / 1e6)} MB free on the disk of ${folder}, and the first start ` +
      `needs ${firstStartNeeds / 1e6} MB. Make room there, or choose another folder with KEPT_DATA.`,
  );
}

const wayOutOfDamage =
  'Restore a backup into another folder: KEPT_DATA=OTHER kept restore FILE. Keep this one for whoever may repair it.';

/** The data folder may be entered by PostgreSQL's user, but not listed. */
function prepareFolder(dataFolder: string): string {
  const folder = resolve(dataFolder);
  try {
    makeFolders(folder, 0o711);
    if (!statSync(folder).isDirectory()) throw new PostgresProblem(`KEPT_DATA names ${folder}, which is not a folder.`);
    makeFolders(join(folder, 'run'), 0o711);
  } catch (error) {
    if (error instanceof PostgresProblem) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new PostgresProblem(
      `Kept cannot write its data folder ${folder} (${reason}). Make it writable for the user Kept runs as, or choose another folder with KEPT_DATA.`,
    );
  }
  return folder;
}

async function finished(child: ChildProcess): Promise<{ readonly code: number | null; readonly text: string }> {
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => (text = (text + part.toString()).slice(-4000)));
  return new Promise((settle, fail) => {
    child.on('error', fail);
    child.on('close', (code) => settle({ code, text }));
  });
}

/** First start. Made beside its place and moved there whole: a start that is killed in the middle leaves nothing that looks like a database. */
async function create(house: House, secret: Buffer): Promise<void> {
  for (const name of readdirSync(house.folder)) {
    if (name.startsWith('postgres.new-'))
      rmSync(join(house.folder, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
  const workshop = mkdtempSync(join(house.folder, 'postgres.new-'));
  const passwordFile = join(workshop, 'password');
  writeFileSync(passwordFile, `${rolePassword(secret, superuser)}\n`, { mode: 0o600 });
  giveTo(house.owner, workshop);
  giveTo(house.owner, passwordFile);
  const fresh = join(workshop, 'data');
  const parameters = [
    '-D',
    fresh,
    '-U',
    superuser,
    `--pwfile=${passwordFile}`,
    '-A',
    'scram-sha-256',
    '-E',
    'UTF8',
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
  ];
  const { code, text } = await finished(
    spawnAs(house.owner, house.binaries.initdb, house.durable ? parameters : [...parameters, '--no-sync'], {
      cwd: workshop,
      env: house.environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    }),
  );
  if (code !== 0) {
    rmSync(workshop, { recursive: true, force: true });
    // It says a good deal before it comes to the point.
    const points = text.split('\n').filter((line) => /error|fatal|could not|hint/i.test(line));
    throw new PostgresProblem(
      `PostgreSQL could not make its database in ${house.folder}: ${(points.length > 0 ? points : [text.trim()]).slice(0, 3).join(' ')}`,
    );
  }
  renameSync(fresh, house.cluster);
  if (house.durable) syncFolder(house.folder);
  rmSync(workshop, { recursive: true, force: true });
}

/** A socket's path may have 107 bytes (sockaddr_un); a data folder deeper than that gets a private folder among the temporary files. */
function socketFolder(house: House, port: number): string {
  const near = join(house.folder, 'run');
  if (Buffer.byteLength(join(near, `.s.PGSQL.${port}.lock`)) <= 107) {
    giveTo(house.owner, near);
    return near;
  }
  const far = mkdtempSync(join(Buffer.byteLength(tmpdir()) < 60 ? tmpdir() : '/tmp', 'kept-'));
  chmodSync(far, 0o700);
  giveTo(house.owner, far);
  return far;
}

/** A folder that socketFolder made among the temporary files for an earlier start. */
function removeSocketFolder(house: House, folder: string): void {
  if (dirname(folder) === join(house.folder) || !basename(folder).startsWith('kept-')) return;
  if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) rmSync(folder, { recursive: true, force: true });
}

async function freePort(): Promise<number> {
  return new Promise((settle, fail) => {
    const probe = createServer();
    probe.on('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? settle(address.port) : fail(new Error('no free port')),
      );
    });
  });
}

/**
 * Small on purpose: one council's data fits in memory, and an idle server should cost little. What is not named here
 * keeps PostgreSQL's own default. One process of ours uses about 22 connections, commands a few more.
 */
function serverSettings(house: House, sockets: string, port: number): readonly string[] {
  const wanted: Readonly<Record<string, string>> = {
    port: String(port),
    ...(process.platform === 'win32'
      ? { listen_addresses: '127.0.0.1' }
      : {
          listen_addresses: '',
          unix_socket_directories: `"${sockets.replaceAll('"', '""')}"`,
          unix_socket_permissions: '0700',
        }),
    max_connections: String(house.connections),
    shared_buffers: '64MB',
    effective_cache_size: '512MB',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_logical_replication_workers: '0',
    min_wal_size: '48MB',
    // A file of the log that is used again keeps its bytes until they are written over: what was destroyed would lie in it (kit/traces.ts).
    wal_recycle: 'off',
    max_wal_size: '512MB',
    io_method: 'sync',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    log_line_prefix: '%m [%p] %q%u ',
    // Nor the row that a constraint refused.
    log_error_verbosity: 'terse',
    // Statements carry what people wrote; the log must not (architecture.md, where things run).
    log_min_error_statement: 'panic',
    log_parameter_max_length_on_error: '0',
    ...(house.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(wanted).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

interface Started {
  readonly child: ChildProcess;
  readonly watcher: ChildProcess | null;
  readonly at: Postmaster;
}

/**
 * A small shell that waits for the end of this process (its pipe closes, however the process dies) and then asks
 * PostgreSQL to stop, so that no server is left behind by a killed Kept.
 */
function watchOver(house: House, pid: number): ChildProcess | null {
  if (process.platform === 'win32') return null;
  const script = 'read -r never; read -r now < "$2/postmaster.pid" && [ "$now" = "$1" ] && kill -INT "$1"';
  const watcher = spawnAs(
    house.owner.kind === 'namespace' ? { kind: 'self' } : house.owner,
    '/bin/sh',
    ['-c', script, 'kept-watch', String(pid), house.cluster],
    {
      cwd: '/',
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    },
  );
  watcher.on('error', () =>
    house.log('No watcher could be started: a killed Kept will leave its PostgreSQL running until the next start.'),
  );
  watcher.unref();
  // The pipe must not keep this process alive either.
  if (watcher.stdin && 'unref' in watcher.stdin && typeof watcher.stdin.unref === 'function') watcher.stdin.unref();
  watcher.stdin?.on('error', () => undefined);
  return watcher;
}

function logTail(house: House, from: number): string {
  try {
    return readFileSync(house.logFile).subarray(from).toString('utf8').trim().split('\n').slice(-6).join('\n');
  } catch {
    // No log was written.
    return '';
  }
}

async function launch(house: House, sockets: string, port: number): Promise<Started> {
  if ((statSync(house.logFile, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000) truncateSync(house.logFile);
  const logged = openSync(house.logFile, 'a', 0o600);
  const logFrom = statSync(house.logFile).size;
  const child = spawnAs(
    house.owner,
    house.binaries.postgres,
    ['-D', house.cluster, ...serverSettings(house, sockets, port)],
    {
      cwd: house.folder,
      env: house.environment,
      stdio: ['ignore', logged, logged],
      // Its own process group: Ctrl+C is for us, and we stop it in order.
      detached: true,
    },
  );
  closeSync(logged);
  let ended: string | null = null;
  child.on('error', (error) => (ended = error.message));
  child.on('exit', (code, name) => (ended = `it ended with ${name ?? `code ${code}`}`));
  const deadline = Date.now() + 120_000;
  for (;;) {
    const at = readPostmaster(house.cluster);
    if (ended === null && at?.ready && at.pid === child.pid) {
      child.unref();
      return { child, watcher: watchOver(house, at.pid), at };
    }
    if (ended !== null || Date.now() > deadline) {
      if (ended === null) child.kill('SIGQUIT');
      const said = logTail(house, logFrom);
      if (/No space left|Disk quota/i.test(said))
        throw new PostgresProblem(
          `PostgreSQL cannot start, because the disk of ${house.folder} is full. Make room there and start Kept again: nothing that was confirmed is lost.`,
        );
      throw new PostgresProblem(
        `PostgreSQL did not start (${ended ?? 'no answer within two minutes'}). If its folder is damaged: ` +
          `${wayOutOfDamage} Its log ${house.logFile} says:\n${said}`,
      );
    }
    await pause(5);
  }
}

/** What the same again will not mend. */
function isLasting(error: unknown): boolean {
  return (
    error instanceof Error &&
    /is full|incompatible with server|corrupt|damaged file|could not (?:open|read) (?:file|directory)|invalid (?:data|primary checkpoint)/i.test(
      error.message.split(' says:').at(-1) ?? '',
    )
  );
}

/** A killed postmaster leaves sessions that take a moment to notice; until then the next one refuses to start. */
async function launchPatiently(
  house: House,
  sockets: string,
  port: number,
  isWanted: () => boolean,
): Promise<Started | null> {
  for (let attempt = 0; isWanted(); attempt++) {
    try {
      return await launch(house, sockets, port);
    } catch (error) {
      if (attempt >= 8 || isLasting(error)) throw error;
      await pause(Math.min(50 * 2 ** attempt, 2000));
    }
  }
  return null;
}

function refuseOtherVersion(cluster: string): void {
  const file = join(cluster, 'PG_VERSION');
  const version = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (version === '18') return;
  if (!/^\d+$/.test(version))
    throw new PostgresProblem(`The database in ${cluster} is damaged (${file} is missing or empty). ${wayOutOfDamage}`);
  throw new PostgresProblem(
    `The database in ${cluster} was made by PostgreSQL ${version}, and this Kept brings PostgreSQL 18. Make a ` +
      `backup with the Kept that made it (kept backup), then restore it with this one into an empty folder (kept ` +
      `restore).`,
  );
}

function takenMessage(folder: string): string {
  const holder = readHolder(folder);
  const who = holder
    ? `«${holder.command}» (process ${holder.pid} on ${holder.host}, since ${holder.since})`
    : 'another process';
  return `The data folder ${folder} is in use by ${who}. Stop that one first, or choose another folder with KEPT_DATA.`;
}

function connectionTo(
  sockets: string,
  port: number,
  secret: Buffer,
  role: string,
  database: string,
): ConnectionOptions {
  return {
    host: process.platform === 'win32' ? '127.0.0.1' : sockets,
    port,
    user: role,
    password: rolePassword(secret, role),
    database,
  };
}

/** Whether the server lets its superuser in with the password of a secret; a server that was just killed gets a moment. */
async function opens(at: ConnectionOptions): Promise<boolean> {
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client({ ...at, application_name: 'kept start', connectionTimeoutMillis: 30_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return true;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (code === '28P01') return false;
      // 57P03: it is starting. Whatever else a server answers it will answer again.
      if (attempt >= 40 || (/^[0-9A-Z]{5}$/.test(code) && !/^(?:57P0|53)/.test(code))) throw error;
    } finally {
      await client.end().catch(() => undefined);
    }
    await pause(250);
  }
}

/** The secret that opens the server: the folder's, or the next one where a change of secrets was killed before its end. */
async function rightSecret(folder: string, secret: Buffer, at: (secret: Buffer) => ConnectionOptions): Promise<Buffer> {
  const next = findNextSecret(folder);
  if (await opens(at(secret))) {
    if (next !== null) settleNextSecret(folder, false);
    return secret;
  }
  if (next !== null && (await opens(at(next)))) {
    settleNextSecret(folder, true);
    return next;
  }
  throw wrongSecret(folder, secret);
}

function wrongSecret(folder: string, secret: Buffer): PostgresProblem {
  return new PostgresProblem(
    `The secret that is given (fingerprint ${fingerprintOf(secret)}) does not open the database in ${folder}. ` +
      `Put the one it was made with into ${join(folder, 'secret')} or KEPT_SECRET, or restore a backup into ` +
      `another KEPT_DATA.`,
  );
}

/** A command beside a running Kept uses the same secret, and is told where it has another one. */
async function sharedSecret(
  folder: string,
  given: string | null,
  at: (secret: Buffer) => ConnectionOptions,
): Promise<Buffer> {
  const secret = given === null ? findSecret(folder) : secretFrom(given);
  if (secret === null)
    throw new PostgresProblem(
      `The file ${join(folder, 'secret')} is missing. Give the secret that the running Kept has as KEPT_SECRET.`,
    );
  if (await opens(at(secret))) return secret;
  throw wrongSecret(folder, secret);
}

async function startLocked(folder: string, lock: FolderLock, options: PostgresOptions): Promise<Postgres> {
  const binaries = findBinaries();
  const environment = linkLibraries(binaries, join(folder, 'run', 'lib'));
  const cluster = join(folder, 'postgres');
  const owner = chooseOwner(folder, cluster, binaries.postgres, environment);
  const house: House = {
    folder,
    cluster,
    logFile: join(folder, 'postgres.log'),
    binaries,
    environment,
    owner,
    durable: options.durable ?? true,
    connections: options.connections ?? 60,
    log: options.log,
  };
  let secret = keepSecret(folder, existsSync(cluster), options.secret ?? null);
  const before = readPostmaster(cluster);
  const adopted = await endOrphan(cluster);
  if (adopted) options.log('A PostgreSQL left by a killed Kept was still running: stopped it in order.');
  if (before) removeSocketFolder(house, before.socketFolder);
  if (!existsSync(cluster)) {
    refuseFullDisk(folder);
    await create(house, secret);
  }
  refuseOtherVersion(cluster);
  const port = process.platform === 'win32' ? await freePort() : 5432;

  let wanted = true;
  let current: Started | null = null;
  let stopping: Promise<void> | null = null;
  /** A start after a death, while it goes on. */
  let mending: Promise<void> | null = null;
  const halt = new AbortController();
  // Stays the same over restarts, so that pools find the server again.
  const sockets = socketFolder(house, port);

  function keepWatch(started: Started): void {
    current = started;
    started.child.on('exit', (code, name) => {
      current = null;
      started.watcher?.kill();
      if (!wanted) return;
      options.log(`PostgreSQL ended (${name ?? `code ${code}`}): starting it again.`);
      mending = again(0);
    });
    // It may have died before anybody listened.
    if ((started.child.exitCode !== null || started.child.signalCode !== null) && current)
      started.child.emit('exit', started.child.exitCode, started.child.signalCode);
  }

  async function again(round: number): Promise<void> {
    try {
      await endOrphan(cluster);
      const started = await launchPatiently(house, sockets, port, () => wanted);
      if (!started) return;
      // Also when it is wanted no more by now: stop() waits for this start, and then ends it.
      keepWatch(started);
      options.log('PostgreSQL runs again.');
    } catch (error) {
      options.log(`PostgreSQL does not start again yet: ${error instanceof Error ? error.message : String(error)}`);
      await pause(Math.min(1000 * 2 ** round, 10_000), undefined, { signal: halt.signal }).catch(() => undefined);
      if (wanted) await again(round + 1);
    }
  }

  try {
    const first = await launchPatiently(house, sockets, port, () => true);
    if (first) keepWatch(first);
  } catch (error) {
    removeSocketFolder(house, sockets);
    throw error;
  }
  try {
    secret = await rightSecret(folder, secret, (one) => connectionTo(sockets, port, one, superuser, 'postgres'));
  } catch (error) {
    await stopOnce('fast');
    if (error instanceof PostgresProblem || !(error instanceof Error)) throw error;
    throw new PostgresProblem(
      `The database in ${cluster} starts, but does not let Kept in (${error.message}), so it is damaged. ${wayOutOfDamage}`,
      { cause: error },
    );
  }

  async function stopOnce(how: 'fast' | 'patient'): Promise<void> {
    wanted = false;
    halt.abort();
    try {
      await mending;
      const running = current;
      if (!running) return;
      const { pid } = running.at;
      const over =
        running.child.exitCode !== null || running.child.signalCode !== null
          ? Promise.resolve()
          : new Promise<void>((settle) => running.child.once('exit', () => settle()));
      running.child.ref();
      const steps = how === 'patient' ? ([['SIGTERM', 600_000]] as const) : [];
      for (const [name, milliseconds] of [...steps, ['SIGINT', 30_000], ['SIGQUIT', 30_000]] as const) {
        signal(pid, name);
        const limit = new AbortController();
        const ended = await Promise.race([
          over.then(() => true),
          pause(milliseconds, false, { signal: limit.signal }).catch(() => false),
        ]);
        limit.abort();
        if (ended) return;
      }
      if (isAlive(pid)) throw new PostgresProblem(`PostgreSQL (process ${pid}) does not stop.`);
    } finally {
      removeSocketFolder(house, sockets);
      lock.release();
    }
  }

  return {
    connection: (role, database) => connectionTo(sockets, port, secret, role, database),
    secret,
    role: 'owned',
    adopted,
    pid: () => current?.at.pid ?? null,
    stop: (how = 'fast') => (stopping ??= stopOnce(how)),
  };
}

/** Starts the database of a data folder and owns it until `stop`. Refuses where another process owns it. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const folder = prepareFolder(options.dataFolder);
  const lock = takeLock(folder, options.holder ?? 'kept');
  if (!lock) throw new PostgresProblem(takenMessage(folder));
  try {
    return await startLocked(folder, lock, options);
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** For commands: uses the database of a running Kept, or starts it where none runs. */
export async function connectOrStart(options: PostgresOptions): Promise<Postgres> {
  const folder = prepareFolder(options.dataFolder);
  const deadline = Date.now() + 60_000;
  for (;;) {
    const lock = takeLock(folder, options.holder ?? 'kept');
    if (lock) {
      try {
        return await startLocked(folder, lock, options);
      } catch (error) {
        lock.release();
        throw error;
      }
    }
    const at = readPostmaster(join(folder, 'postgres'));
    if (at?.ready && isAlive(at.pid)) {
      const secret = await sharedSecret(folder, options.secret ?? null, (one) =>
        connectionTo(at.socketFolder, at.port, one, superuser, 'postgres'),
      );
      return {
        connection: (role, database) => connectionTo(at.socketFolder, at.port, secret, role, database),
        secret,
        role: 'shared',
        adopted: false,
        pid: () => readPostmaster(join(folder, 'postgres'))?.pid ?? null,
        stop: async () => undefined,
      };
    }
    if (Date.now() > deadline) throw new PostgresProblem(takenMessage(folder));
    await pause(50);
  }
}
