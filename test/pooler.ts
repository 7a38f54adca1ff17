/** PgBouncer in transaction mode before a server of the tests; skipped where the program is missing. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Address, type OwnServer, serverFolder, serverUser } from './own-server.js';

const program =
  ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer', '/usr/local/bin/pgbouncer'].find((path) => existsSync(path)) ?? null;

export const pooler: { readonly skip: string | false } = {
  skip: program === null ? 'no PgBouncer on this machine' : false,
};

export interface Pooler {
  readonly address: Address;
  stop(): Promise<void>;
}

/** As docs/settings.md shows it: roles are looked up in the server, connections are shared between transactions. */
export async function startPooler(
  server: OwnServer,
  { ignores = '', sizes = 5 }: { readonly ignores?: string; readonly sizes?: number } = {},
): Promise<Pooler> {
  const folder = serverFolder();
  const keeper = new pg.Client({ connectionString: server.address('keeper', 'of the keeper', 'kept') });
  await keeper.connect();
  await keeper.query(
    `do $$ begin create role pooler login password 'of the pooler'; exception when duplicate_object then null; end $$`,
  );
  await keeper.query('create schema if not exists pooler; grant usage on schema pooler to pooler');
  await keeper.query(
    `create or replace function pooler.look_up(text) returns table (name text, password text) language sql security
      definer set
      search_path
      = '' as 'select rolname::text, rolpassword from pg_catalog.pg_authid where rolname = $1 and rolcanlogin'`,
  );
  await keeper.query(
    'revoke all on function pooler.look_up(text) from public; grant execute on function pooler.look_up(text) to ' +
      'pooler; grant connect on database kept to pooler',
  );
  await keeper.end();
  writeFileSync(join(folder, 'users'), `"pooler" "of the pooler"\n`);
  const file = join(folder, 'pgbouncer.ini');
  writeFileSync(
    file,
    `[databases]\nkept = host=${server.folder} auth_user=pooler\n[pgbouncer]\nlisten_addr =\nlisten_port = ` +
      `6432\nunix_socket_dir = ${folder}\nauth_type = scram-sha-256\nauth_file = ` +
      `${join(folder, 'users')}\nauth_query = select name, password from pooler.look_up($1)\npool_mode = ` +
      `transaction\ndefault_pool_size = ${sizes}\nmax_client_conn = 200\nlogfile = ` +
      `${join(folder, 'log')}\n${ignores === '' ? '' : `ignore_startup_parameters = ${ignores}\n`}`,
  );
  const child = spawn(program ?? '', [file], { ...serverUser, stdio: 'ignore', cwd: folder });
  const ended = new Promise<void>((settle) => child.on('exit', () => settle()));
  const socket = join(folder, '.s.PGSQL.6432');
  for (let tries = 0; ; tries += 1) {
    const isThere = await new Promise<boolean>((settle) => {
      const probe = createConnection(socket, () => settle((probe.destroy(), true)));
      probe.on('error', () => settle(false));
    });
    if (isThere) break;
    assert.equal(child.exitCode, null, 'PgBouncer ended');
    assert.ok(tries < 600, 'PgBouncer does not listen');
    await pause(50);
  }
  return {
    address: (name, password, database) =>
      `postgres://${name}:${encodeURIComponent(password)}@/${database}?host=${folder}&port=6432`,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
