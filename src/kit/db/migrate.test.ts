import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import pg from 'pg';
import { clientConfig, type Reach } from '#kit/db/client.js';
import { findMigrations, type Migration, migrate } from '#kit/db/migrate.js';
import { emptyDatabase } from '#test/house.js';
import { houseMigrations } from '#test/migrations.js';

const folder = mkdtempSync(join(tmpdir(), 'kept-migrations-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function migration(name: string, sql: string): Migration {
  return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
}

async function ask(reach: Reach, text: string): Promise<readonly unknown[]> {
  const client = new pg.Client(
    clientConfig(reach, { name: 'kept test', statementTimeout: 0, lockTimeout: 0, idleInTransactionTimeout: 0 }),
  );
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows.flatMap((row) => Object.values(row));
  } finally {
    await client.end();
  }
}

test('migrations are found below the wings and rooms: by date, then kit before rooms, rooms in their order', () => {
  for (const path of [
    'rooms/decided/packs/migrations/20250101-packs.sql',
    'rooms/decided/boards/migrations/20250101-seats.sql',
    'kit/migrations/20250101-zebra.sql',
    'kit/jobs/migrations/20250101-jobs.sql',
    'kit/a/migrations/20250101-letters.sql',
    'rooms/decided/packs/migrations/20241231-first.sql',
  ]) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), 'select 1;\r\n');
  }
  const found = findMigrations(['boards', 'packs'], folder);
  assert.deepEqual(
    found.map(({ name }) => name),
    ['20241231-first', '20250101-zebra', '20250101-jobs', '20250101-letters', '20250101-seats', '20250101-packs'],
  );
  // A checkout with Windows line ends holds the same migration.
  assert.equal(found[0]?.sha256, createHash('sha256').update('select 1;\n').digest('hex'));
  writeFileSync(join(folder, 'kit/migrations/20250101-packs.sql'), '');
  assert.throws(() => findMigrations(['boards', 'packs'], folder), /Two migrations are named 20250101-packs/);
  rmSync(join(folder, 'kit/migrations/20250101-packs.sql'));
  writeFileSync(join(folder, 'kit/migrations/packs.sql'), '');
  assert.throws(() => findMigrations(['boards', 'packs'], folder), /must be named YYYYMMDD-name.sql/);
});

test('the migrations of Kept itself are there and in order', () => {
  const names = houseMigrations().map(({ name }) => name);
  assert.equal(names[0], '20261123-house');
  assert.deepEqual(
    names.map((name) => name.slice(0, 8)),
    names.map((name) => name.slice(0, 8)).toSorted(),
  );
});

test('each migration is applied once, and its tables belong to the owner', async () => {
  const place = await emptyDatabase();
  const first = migration('20260101-one', 'create schema record; create table record.one (id int);');
  assert.deepEqual(await migrate({ ...place, migrations: [first] }), ['20260101-one']);
  const second = migration('20260102-two', 'create table record.two (id int);');
  assert.deepEqual(await migrate({ ...place, migrations: [first, second] }), ['20260102-two']);
  assert.deepEqual(await migrate({ ...place, migrations: [first, second] }), []);
  assert.deepEqual(
    await ask(place.admin, `select distinct tableowner::text from pg_tables where schemaname in ('record', 'kit')`),
    ['kept_owner'],
  );
});

test('a migration that fails changes nothing, and the ones before it stay', async () => {
  const place = await emptyDatabase();
  const good = migration('20260101-good', 'create schema record;');
  const bad = migration('20260102-bad', 'create table record.half (id int); select 1 / 0;');
  await assert.rejects(
    migrate({ ...place, migrations: [good, bad] }),
    /The migration 20260102-bad failed and changed nothing: division by zero/,
  );
  assert.deepEqual(await ask(place.admin, `select to_regclass('record.half')::text as half`), [null]);
  assert.deepEqual(await ask(place.admin, 'select name from kit.migration'), ['20260101-good']);
});

test('an edited or unknown migration is refused', async () => {
  const place = await emptyDatabase();
  const first = migration('20260101-one', 'create schema record;');
  await migrate({ ...place, migrations: [first] });
  await assert.rejects(
    migrate({ ...place, migrations: [migration('20260101-one', 'create schema record; -- better')] }),
    /20260101-one was edited after/,
  );
  await assert.rejects(migrate({ ...place, migrations: [] }), /20260101-one, which this Kept does not have/);
});

test('several processes may start at once', async () => {
  const place = await emptyDatabase();
  const migrations = houseMigrations();
  const done = await Promise.all([1, 2, 3].map(() => migrate({ ...place, migrations })));
  assert.deepEqual(done.map((names) => names.length).toSorted(), [0, 0, migrations.length].toSorted());
});

test('a migration that waits for a backup says so, holds up no reader, and goes on by itself', async () => {
  const place = await emptyDatabase();
  const first = migration('20260101-one', 'create schema record; create table record.one (id int);');
  await migrate({ ...place, migrations: [first] });
  const backup = new pg.Client(
    clientConfig(place.admin, {
      name: 'kept backup',
      statementTimeout: 0,
      lockTimeout: 0,
      idleInTransactionTimeout: 0,
    }),
  );
  await backup.connect();
  await backup.query('begin; select from record.one');
  const said = Promise.withResolvers<string>();
  const migrating = migrate({
    ...place,
    migrations: [first, migration('20260102-two', 'alter table record.one add name text;')],
    log: said.resolve,
  });
  assert.match(await said.promise, /20260102-two waits for .*kept backup/);
  // It has stepped back: whoever reads does not stand behind it.
  assert.equal((await backup.query('select from record.one')).rowCount, 0);
  await backup.query('commit');
  await backup.end();
  assert.deepEqual(await migrating, ['20260102-two']);
});
