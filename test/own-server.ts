/** A PostgreSQL of the machine's own, as DATABASE_URL would name it; the oldest we support is what Debian 12 has. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Null where this machine has none: the tests that need it are skipped. */
export const programs = ['15', '16', '17', '18'].map((version) => `/usr/lib/postgresql/${version}/bin`).find((folder) => existsSync(join(folder, 'initdb'))) ?? null;
const root = process.getuid?.() === 0;
const user = root ? { uid: 65534, gid: 65534 } : {};

export type Address = (user: string, password: string, database: string) => string;

/** Runs a server for the time of the work: on a socket alone, its superuser is `keeper` with the password "of the keeper". */
export async function withServer(work: (address: Address, folder: string) => Promise<void>, settings = ''): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kept-own-'));
  chmodSync(folder, 0o700);
  if (root) chownSync(folder, 65534, 65534);
  const run = (program: string, ...parameters: string[]): void => {
    const { status, stderr, stdout } = spawnSync(join(programs ?? '', program), parameters, { ...user, cwd: folder, encoding: 'utf8', stdio: program === 'pg_ctl' ? 'ignore' : 'pipe' });
    assert.equal(status, 0, `${stdout}${stderr}`);
  };
  writeFileSync(join(folder, 'password'), 'of the keeper\n', { mode: 0o644 });
  run('initdb', '-D', join(folder, 'data'), '-U', 'keeper', `--pwfile=${join(folder, 'password')}`, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C', '--no-sync');
  run('pg_ctl', '-D', join(folder, 'data'), '-w', '-l', join(folder, 'log'), '-o', `-c listen_addresses='' -c unix_socket_directories=${folder} -c fsync=off ${settings}`, 'start');
  try {
    await work((name, password, database) => `postgres://${name}:${encodeURIComponent(password)}@localhost/${database}?host=${encodeURIComponent(folder)}`, folder);
  } finally {
    run('pg_ctl', '-D', join(folder, 'data'), '-m', 'fast', '-w', 'stop');
    rmSync(folder, { recursive: true, force: true });
  }
}
