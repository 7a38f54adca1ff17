import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { readConfig } from '#kit/config.js';
import { openDatabase } from '#kit/database.js';
import { nobody, reading, transact } from '#kit/db/gate.js';
import { journal, verifyJournal } from '#kit/journal.js';

/** A PostgreSQL of the machine's own, as DATABASE_URL would name it; the oldest we support is what Debian 12 has. */
const programs = ['15', '16', '17', '18'].map((version) => `/usr/lib/postgresql/${version}/bin`).find((folder) => existsSync(join(folder, 'initdb'))) ?? null;
const root = process.getuid?.() === 0;
const user = root ? { uid: 65534, gid: 65534 } : {};

async function withServer(work: (address: (user: string, password: string, database: string) => string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kept-own-'));
  chmodSync(folder, 0o700);
  if (root) chownSync(folder, 65534, 65534);
  const run = (program: string, ...parameters: string[]): void => {
    const { status, stderr, stdout } = spawnSync(join(programs ?? '', program), parameters, { ...user, cwd: folder, encoding: 'utf8', stdio: program === 'pg_ctl' ? 'ignore' : 'pipe' });
    assert.equal(status, 0, `${stdout}${stderr}`);
  };
  writeFileSync(join(folder, 'password'), 'of the keeper\n', { mode: 0o644 });
  run('initdb', '-D', join(folder, 'data'), '-U', 'keeper', `--pwfile=${join(folder, 'password')}`, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C', '--no-sync');
  run('pg_ctl', '-D', join(folder, 'data'), '-w', '-l', join(folder, 'log'), '-o', `-c listen_addresses='' -c unix_socket_directories=${folder} -c fsync=off`, 'start');
  try {
    await work((name, password, database) => `postgres://${name}:${encodeURIComponent(password)}@/${database}?host=${encodeURIComponent(folder)}`.replace('@/', '@localhost/'));
  } finally {
    run('pg_ctl', '-D', join(folder, 'data'), '-m', 'fast', '-w', 'stop');
    rmSync(folder, { recursive: true, force: true });
  }
}

async function as(url: string, ...texts: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const text of texts) await client.query(text);
  } finally {
    await client.end();
  }
}

test('a PostgreSQL of one\'s own, by a user who owns the database and may create roles', { skip: programs ? false : 'no PostgreSQL on this machine' }, async () => {
  await withServer(async (address) => {
    const open = (url: string, more: Readonly<Record<string, string>> = {}): ReturnType<typeof openDatabase> => openDatabase(readConfig({ DATABASE_URL: url, ...more }), { how: 'own', holder: 'a test', log: () => undefined });
    const keeper = address('keeper', 'of the keeper', 'postgres');
    await as(keeper, `create role council login password 'p@ss/wörd'`, 'create database kept owner council', `create database narrow owner council encoding 'LATIN1' template template0`, 'create database foreign_one');
    const url = address('council', 'p@ss/wörd', 'kept');

    await assert.rejects(open(url), /may not create roles\. Either let it \(alter role "council" createrole;\) or have the keeper of the server run once: create role kept_owner nologin; grant kept_owner to "council"; create role kept_public login;/);
    await as(keeper, 'alter role council createrole');
    const [first, second] = await Promise.all([open(url), open(url)]);
    assert.deepEqual([first.migrated.length, second.migrated.length].toSorted().at(0), 0);
    assert.deepEqual(first.key('cookies'), second.key('cookies'));
    assert.notDeepEqual(first.key('cookies'), first.key('links'));
    assert.equal(await transact(first.gates.work, nobody, (write) => journal(write, { scope: 'house', at: new Date(), who: 'kept', verb: 'record', kind: 'thing', thing: '1' })), 1);
    assert.deepEqual(await reading(second.gates.work, nobody, verifyJournal), { entries: 1, scopes: 1, faults: [] });
    await assert.rejects(reading(first.gates.public, nobody, (read) => read.selectFrom('kit.journal').selectAll().execute()), { code: '42501' });
    await assert.rejects(reading(first.gates.work, nobody, (read) => sql`set role council`.execute(read)), { code: '42501' });
    await Promise.all([first.stop(), second.stop()]);

    // Another password of the same user: the roles' passwords follow.
    await as(keeper, `alter role council password 'another'`);
    const third = await open(address('council', 'another', 'kept'));
    assert.deepEqual((await reading(third.gates.work, nobody, verifyJournal)).entries, 1);
    await third.stop();

    // Without the right to create roles it goes on, once they exist.
    await as(keeper, 'alter role council nocreaterole');
    await (await open(address('council', 'another', 'kept'))).stop();

    await assert.rejects(open(address('council', 'another', 'narrow')), /stores text as LATIN1/);
    await as(keeper, 'alter role kept_work createdb');
    await assert.rejects(open(address('council', 'another', 'kept')), /kept_work has rights over the whole server/);
    await as(keeper, 'alter role kept_work nocreatedb', 'grant kept_intake to kept_work');
    await assert.rejects(open(address('council', 'another', 'kept')), /kept_work is a member of kept_intake/);
    await as(keeper, 'revoke kept_intake from kept_work');
    await assert.rejects(open(address('council', 'another', 'foreign_one')), /does not own the database foreign_one/);
    await assert.rejects(open(address('council', 'wrong', 'kept')), /cannot reach the PostgreSQL named in DATABASE_URL: password authentication failed/);
  });
});

test('DATABASE_URL without a password asks for a secret', async () => {
  const config = readConfig({ DATABASE_URL: 'postgres://council@localhost/kept' });
  await assert.rejects(openDatabase(config, { how: 'own', holder: 'a test', log: () => undefined }), /Set KEPT_SECRET/);
});
