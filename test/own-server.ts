/** A PostgreSQL of the machine's own, as DATABASE_URL would name it; the oldest we support is what Debian 12 has. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Null where this machine has none: the tests that need it are skipped. */
export const programs =
  ['15', '16', '17', '18']
    .map((version) => `/usr/lib/postgresql/${version}/bin`)
    .find((folder) => existsSync(join(folder, 'initdb'))) ?? null;
const root = process.getuid?.() === 0;
const user = root ? { uid: 65534, gid: 65534 } : {};

export type Address = (user: string, password: string, database: string) => string;

export interface OwnServer {
  /** On a socket alone; its superuser is `keeper` with the password "of the keeper". */
  readonly address: Address;
  /** Of its socket, its log and its data. */
  readonly folder: string;
  readonly process: () => number;
  /** Runs one of PostgreSQL's programs as the server's user. */
  run(program: string, ...parameters: readonly string[]): void;
  stop(how?: 'fast' | 'immediate'): void;
  /** Starts it again. */
  start(): void;
  remove(): void;
}

/** A folder that the server's user may write. */
export function serverFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kept-own-'));
  chmodSync(folder, 0o700);
  if (root) chownSync(folder, 65534, 65534);
  return folder;
}

export const serverUser: { readonly uid?: number; readonly gid?: number } = user;

/** A server in a folder, where `make` puts its data; started. */
function startIn(folder: string, make: (run: OwnServer['run'], data: string) => void, settings: string): OwnServer {
  const data = join(folder, 'data');
  const run = (program: string, ...parameters: readonly string[]): void => {
    const { status, stderr, stdout } = spawnSync(join(programs ?? '', program), parameters, {
      ...user,
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], PGPASSWORD: 'of the keeper', LC_ALL: 'C' },
      stdio: program === 'pg_ctl' ? 'ignore' : 'pipe',
    });
    assert.equal(status, 0, `${stdout}${stderr}`);
  };
  make(run, data);
  const start = (): void =>
    run(
      'pg_ctl',
      '-D',
      data,
      '-w',
      '-l',
      join(folder, 'log'),
      '-o',
      `-c listen_addresses='' -c unix_socket_directories=${folder} -c fsync=off ${settings}`,
      'start',
    );
  start();
  return {
    address: (name, password, database) =>
      `postgres://${name}:${encodeURIComponent(password)}@localhost/${database}?host=${encodeURIComponent(folder)}`,
    folder,
    process: () => Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]),
    run,
    start,
    stop: (how = 'fast') => {
      if (existsSync(join(data, 'postmaster.pid'))) run('pg_ctl', '-D', data, '-m', how, '-w', 'stop');
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }),
  };
}

export interface ServerOptions {
  readonly settings?: string;
  /** Lines of pg_hba.conf before the others. */
  readonly access?: readonly string[];
}

export function startServer({ settings = '', access = [] }: ServerOptions = {}): OwnServer {
  const folder = serverFolder();
  writeFileSync(join(folder, 'password'), 'of the keeper\n', { mode: 0o644 });
  return startIn(
    folder,
    (run, data) => {
      run(
        'initdb',
        '-D',
        data,
        '-U',
        'keeper',
        `--pwfile=${join(folder, 'password')}`,
        '-A',
        'scram-sha-256',
        '-E',
        'UTF8',
        '--locale=C',
        '--no-sync',
      );
      const file = join(data, 'pg_hba.conf');
      writeFileSync(file, `${access.map((line) => `${line}\n`).join('')}${readFileSync(file, 'utf8')}`);
    },
    settings,
  );
}

/** A standby of it that follows everything; `name` is how it calls itself there. */
export function startStandby(of: OwnServer, name: string, settings = ''): OwnServer {
  const folder = serverFolder();
  return startIn(
    folder,
    (run, data) =>
      run(
        'pg_basebackup',
        '-D',
        data,
        '-R',
        '-X',
        'stream',
        '-c',
        'fast',
        '--no-sync',
        '-d',
        `host=${of.folder} user=keeper application_name=${name}`,
      ),
    settings,
  );
}

/** Runs a server for the time of the work. */
export async function withServer(
  work: (address: Address, folder: string) => Promise<void>,
  settings = '',
): Promise<void> {
  const server = startServer({ settings });
  try {
    await work(server.address, server.folder);
  } finally {
    server.stop();
    server.remove();
  }
}
