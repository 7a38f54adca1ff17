import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { backup, BackupProblem, inspectBackup, restore } from '#kit/backup/index.js';
import { clientConfig, type Reach } from '#kit/db/client.js';
import { nobody, openGates, reading, transact } from '#kit/db/gate.js';
import { type Migration, migrate } from '#kit/db/migrate.js';
import { journal, verifyJournal } from '#kit/journal.js';
import { emptyDatabase } from '#test/house.js';
import { houseMigrations } from '#test/migrations.js';
import { startBackup } from '#test/kill-rounds.js';

const folder = mkdtempSync(join(tmpdir(), 'kept-backup-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const now = new Date('2024-03-12T10:30:00Z');
let files = 0;

function newFile(): string {
  files += 1;
  return join(folder, `${files}.kept`);
}

const unusual = `
create sequence record.ticket start 100 increment 5;
create domain record.short as text check (length(value) < 10);
create type record.mood as enum ('calm', 'loud');
create table record.parent (
  id uuid primary key,
  favourite bigint,
  above uuid references record.parent
);
create table record.child (
  place int,
  id bigint generated always as identity,
  parent uuid not null references record.parent,
  "Name with ""quotes""" varchar(60),
  body jsonb,
  raw bytea,
  tags text[],
  grid int[][],
  at timestamptz,
  local timestamp,
  day date,
  span interval,
  during tstzrange,
  money numeric,
  ratio double precision,
  small real,
  flag boolean,
  fixed char(5),
  short record.short,
  mood record.mood,
  words tsvector generated always as (to_tsvector('simple', coalesce(body ->> 'text', ''))) stored,
  constraint child_pk primary key (parent, id),
  constraint child_place unique (place) deferrable initially deferred
);
alter table record.parent add constraint parent_favourite foreign key (id, favourite) references record.child (parent, id) deferrable initially deferred;
create table record.without_key (a int, b text);
create table record.dropped (a int, b int, c int);
alter table record.dropped drop column b;
create table record.told (line text not null);
create function record.tell() returns trigger language plpgsql as $$ begin insert into record.told values ('inserted'); return null; end $$;
create trigger child_tells after insert on record.child for each row execute function record.tell();
create table record.vocabulary (word text primary key);
insert into record.vocabulary values ('from the migration');
create table record.hidden (id int primary key);
alter table record.hidden enable row level security;
create table record.split (scope text, id int, primary key (scope, id)) partition by hash (scope);
create table record.split_0 partition of record.split for values with (modulus 2, remainder 0);
create table record.split_1 partition of record.split for values with (modulus 2, remainder 1);
`;

const first: Migration = {
  name: '20991231-unusual',
  sql: unusual,
  sha256: createHash('sha256').update(unusual).digest('hex'),
};
const later: Migration = {
  name: '21000101-later',
  sql: 'create table record.later (id int primary key); insert into record.later select count(*) from record.without_key;',
  sha256: 'any',
};
const migrations = [...houseMigrations(), first];

async function owner(admin: Reach): Promise<pg.Client> {
  const client = new pg.Client(
    clientConfig(admin, { name: 'kept test', statementTimeout: 0, lockTimeout: 0, idleInTransactionTimeout: 0 }),
  );
  await client.connect();
  return client;
}

async function ask(admin: Reach, text: string): Promise<readonly unknown[]> {
  const client = await owner(admin);
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

type Place = Awaited<ReturnType<typeof emptyDatabase>>;

async function filled(): Promise<Place> {
  const place = await emptyDatabase();
  await migrate({ ...place, migrations });
  const client = await owner(place.admin);
  try {
    await fill(client);
  } finally {
    await client.end();
  }
  const gates = openGates(place.reach, () => undefined);
  for (let number = 0; number < 20; number++)
    await transact(gates.work, nobody, (write) =>
      journal(write, {
        scope: `s${number % 3}`,
        at: now,
        who: 'kept',
        verb: 'record',
        kind: 'thing',
        thing: String(number),
        detail: { number },
      }),
    );
  await gates.close();
  return place;
}

async function fill(client: pg.Client): Promise<void> {
  const [a, b] = ['018e3177-0000-7000-8000-000000000001', '018e3177-0000-7000-8000-000000000002'];
  await client.query('begin');
  await client.query(`insert into record.parent values ($2, null, null), ($1, null, $2)`, [a, b]);
  await client.query(
    `insert into record.child (place, parent, "Name with ""quotes""", body, raw, tags, grid, at, local, day, span,
      during, money, ratio, small, flag, fixed, short, mood) values
     (1, $1, E'tab\\there\\nline \\\\ "quoted" ŵŷ 🙂 \\u0041\\u2028',
       '{"text": "young people", "n": 1e400, "nested": [null, true, {"z": 1, "a": "\\\\u0001"}]}', $2, array['a', null,
       'with,comma', '"q"', ''], '{{1,2},{3,4}}',
      '2024-03-31 01:30:00.123456+00', '2024-02-29 12:00:00', '0044-03-15 BC', '1 year 2 mons -3 days 04:05:06.789',
        '[2024-01-01 00:00+00,)', 12345678901234567890.123456789, 0.1::float8 + 0.2::float8, 1.1, true, 'ab', 'kurz',
        'loud'),
     (2, $3, '', 'null', '', '{}', null, 'infinity', '-infinity', 'infinity', null, 'empty', 'NaN', '-Infinity', 'NaN', false, '', null, null),
     (3, $3, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null)`,
    [a, Buffer.from(Array.from({ length: 256 }, (_, index) => index)), b],
  );
  await client.query(`update record.parent set favourite = 1 where id = $1`, [a]);
  await client.query(
    `insert into record.without_key select g, md5(g::text)
      from generate_series(1, 4500) g; insert into record.without_key values (1, null), (1, null), (null, null)`,
  );
  await client.query(`insert into record.dropped values (1, 3)`);
  await client.query(`insert into record.hidden values (7)`);
  await client.query(`insert into record.split select 'scope ' || g, g from generate_series(1, 50) g`);
  await client.query(
    `delete from record.vocabulary; insert into record.vocabulary values ('from a clerk'), ('é'), ('Z'), ('a')`,
  );
  await client.query(`select nextval('record.ticket'), nextval('record.ticket')`);
  // One row larger than a batch.
  await client.query(`insert into record.child (place, parent, raw) values (4, $1, $2)`, [
    b,
    Buffer.alloc(1_500_000, 7),
  ]);
  await client.query('commit');
  await client.query(`insert into kit.rate_limit values ('x', 1, true, now())`);
}

const source = filled();

/** Everything a database holds, as it prints it. */
async function everything(admin: Reach): Promise<Readonly<Record<string, unknown>>> {
  const client = await owner(admin);
  const all: Record<string, unknown> = {};
  for (const { name } of (
    await client.query<{ name: string }>(
      `select schemaname || '.' || quote_ident(tablename) as name from pg_tables
        where schemaname in ('record', 'published', 'intake', 'kit') and tablename <> 'rate_limit' order by 1`,
    )
  ).rows) {
    all[name] = (
      await client.query<Record<string, unknown>>(
        `select md5(string_agg(t::text, E'\\n' order by t::text collate "C")) as hash, count(*) from ${name} t`,
      )
    ).rows;
  }
  all['sequences'] = (
    await client.query<Record<string, unknown>>(
      `select schemaname, sequencename, last_value from pg_sequences order by 1, 2`,
    )
  ).rows;
  all['constraints'] = (
    await client.query<Record<string, unknown>>(
      `select conrelid::regclass::text as t, conname, pg_get_constraintdef(oid) as d, convalidated from pg_constraint
        where conrelid <> 0 and connamespace::regnamespace::text in ('record', 'kit') order by 1, 2`,
    )
  ).rows;
  all['triggers'] = (
    await client.query<Record<string, unknown>>(
      `select tgrelid::regclass::text as t, tgname, tgenabled from pg_trigger where not tgisinternal order by 1, 2`,
    )
  ).rows;
  await client.end();
  return all;
}

async function made(): Promise<string> {
  const file = newFile();
  await backup({ place: await source, file, app: '0.1.0', now });
  return file;
}

test('what is restored equals what was backed up, to the last byte, and works', async () => {
  const from = await source;
  const file = newFile();
  const result = await backup({ place: from, file, app: '0.1.0', now });
  assert.equal(result.bytes, statSync(file).size);
  assert.equal(statSync(file).mode & 0o777, 0o600);
  assert.deepEqual(
    await inspectBackup(file).then(({ rows, sha256, header }) => [
      rows,
      sha256,
      header.made,
      header.tables.some(({ name }) => name === 'rate_limit'),
    ]),
    [result.rows, result.sha256, now.toISOString(), false],
  );

  const to = await emptyDatabase();
  const restored = await restore({ place: to, file, migrations });
  assert.deepEqual(
    [restored.rows, restored.tables, restored.sha256, restored.migrated],
    [result.rows, result.tables, result.sha256, []],
  );
  assert.deepEqual(await everything(to.admin), await everything(from.admin));

  // A backup of the restored database holds the same.
  const again = newFile();
  const second = await backup({ place: to, file: again, app: '0.1.0', now });
  assert.equal(second.sha256, result.sha256);

  // It goes on where the other one stood: sequences, identity, keys, triggers, gates, the journal.
  assert.deepEqual(await ask(to.admin, `select nextval('record.ticket') as n`), [{ n: 110 }]);
  await assert.rejects(ask(to.admin, `insert into record.child (parent) values (gen_random_uuid())`), {
    code: '23503',
  });
  assert.deepEqual(
    await ask(
      to.admin,
      `insert into record.child (place, parent) select 9, id from record.parent limit 1 returning id`,
    ),
    [{ id: 6 }],
  );
  assert.deepEqual(await ask(to.admin, 'select count(*) as n from record.told'), [{ n: 5 }]);
  const gates = openGates(to.reach, () => undefined);
  assert.deepEqual(await reading(gates.work, nobody, verifyJournal), { entries: 20, scopes: 3, faults: [] });
  assert.equal(
    await transact(gates.work, nobody, (write) =>
      journal(write, { scope: 's0', at: now, who: 'kept', verb: 'record', kind: 'thing', thing: 'next' }),
    ),
    8,
  );
  await gates.close();
});

test('a newer Kept restores an older backup and then catches up', async () => {
  const to = await emptyDatabase();
  const { migrated } = await restore({ place: to, file: await made(), migrations: [...migrations, later] });
  assert.deepEqual(migrated, ['21000101-later']);
  assert.deepEqual(await ask(to.admin, 'select id from record.later'), [{ id: 4503 }]);
});

test('an older Kept, or one whose migrations read differently, is refused before anything is made', async () => {
  const to = await emptyDatabase();
  await assert.rejects(
    restore({ place: to, file: await made(), migrations: houseMigrations() }),
    /made by a newer Kept \(0\.1\.0\): it has the migration 20991231-unusual/,
  );
  await assert.rejects(
    restore({ place: to, file: await made(), migrations: [...houseMigrations(), { ...first, sha256: 'other' }] }),
    /20991231-unusual reads differently/,
  );
  assert.deepEqual(await ask(to.admin, `select nspname from pg_namespace where nspname in ('kit', 'record')`), []);
});

test('only an empty database is restored into, and no file is written over', async () => {
  const file = await made();
  const from = await source;
  const before = await everything(from.admin);
  await assert.rejects(restore({ place: from, file, migrations }), /in use already/);
  assert.deepEqual(await everything(from.admin), before);
  await assert.rejects(backup({ place: from, file, app: '0.1.0', now }), /exists already/);
  await assert.rejects(
    backup({ place: from, file: join(folder, 'nowhere', 'x.kept'), app: '0.1.0', now }),
    /could not be written/,
  );
  await assert.rejects(
    backup({ place: await emptyDatabase(), file: newFile(), app: '0.1.0', now }),
    /nothing to back up/,
  );
});

function lines(file: string): string[] {
  return gunzipSync(readFileSync(file)).toString('utf8').split('\n').slice(0, -1);
}

function changed(file: string, change: (lines: string[]) => readonly string[]): string {
  const copy = newFile();
  writeFileSync(copy, gzipSync(`${change(lines(file)).join('\n')}\n`, { level: 1 }));
  return copy;
}

test('files that are cut off, damaged or something else are refused, and nothing stays behind', async () => {
  const file = await made();
  const to = await emptyDatabase();
  const cases: [string, string, RegExp][] = [];
  const add = (name: string, path: string, message: RegExp): number => cases.push([name, path, message]);
  const size = statSync(file).size;
  for (const part of [0.1, 0.5, 0.99]) {
    const cut = newFile();
    writeFileSync(cut, readFileSync(file));
    truncateSync(cut, Math.floor(size * part));
    add(`cut off at ${part}`, cut, /is cut off|was damaged/);
  }
  const flipped = newFile();
  const bytes = readFileSync(file);
  bytes[Math.floor(size / 2)] = (bytes[Math.floor(size / 2)] ?? 0) ^ 0xff;
  writeFileSync(flipped, bytes);
  add('one byte flipped', flipped, /was damaged/);
  const empty = newFile();
  writeFileSync(empty, '');
  add('empty', empty, /not a backup of Kept|is cut off/);
  add(
    'empty inside',
    changed(file, () => []),
    /not a backup of Kept|no backup of Kept/,
  );
  const text = newFile();
  writeFileSync(text, 'Agenda and minutes');
  add('not gzip', text, /no backup of Kept/);
  add(
    'another JSON',
    changed(file, () => ['{"format":"something"}']),
    /not a backup of Kept/,
  );
  add('missing', join(folder, 'missing'), /cannot be read/);
  add('a folder', folder, /cannot be read/);
  add(
    'newer format',
    changed(file, ([head = '', ...rest]) => [head.replace('"version":1', '"version":2'), ...rest]),
    /has the format 2/,
  );
  add(
    'last line missing',
    changed(file, (all) => all.slice(0, -1)),
    /last line is missing/,
  );
  add(
    'a row missing',
    changed(file, (all) => all.filter((_, index) => index !== all.findIndex((line) => line.startsWith('["')))),
    /do not fit their count/,
  );
  add(
    'a value changed',
    changed(file, (all) => all.map((line) => line.replace('from a clerk', 'from a crook'))),
    /do not fit their count/,
  );
  add(
    'a table missing',
    changed(file, (all) => all.filter((line) => !/"(table|closes)":"record\.hidden"/.test(line) && line !== '["7"]')),
    /the table record\.hidden is missing/,
  );
  add(
    'a sequence changed',
    changed(file, (all) => all.map((line) => line.replace('"last":"105"', '"last":"1"'))),
    /SHA-256 does not fit/,
  );
  add(
    'a row too wide',
    changed(file, (all) => all.map((line) => (line === '["7"]' ? '["7","8"]' : line))),
    /a row of record\.hidden does not fit/,
  );
  add(
    'more after the end',
    changed(file, (all) => [...all, '{"table":"kit.session"}']),
    /follows its last line/,
  );
  const appended = newFile();
  writeFileSync(appended, readFileSync(file));
  appendFileSync(appended, 'rubbish');
  for (const [name, path, message] of cases) {
    await assert.rejects(
      restore({ place: to, file: path, migrations }),
      (error: unknown) => error instanceof BackupProblem && message.test(error.message),
      name,
    );
    assert.deepEqual(
      await ask(to.admin, `select nspname from pg_namespace where nspname in ('kit', 'record')`),
      [],
      name,
    );
  }
  // Rows that no check of the file can find wrong, but the database does: all is rolled back.
  const rehashed = changed(file, (all) => {
    const at = all.indexOf('["7"]');
    const copy = all.with(at, '["seven"]').with(
      at + 1,
      JSON.stringify({
        closes: 'record.hidden',
        rows: 1,
        sha256: createHash('sha256').update('["seven"]\n').digest('hex'),
      }),
    );
    const body = copy.slice(0, -1);
    return [
      ...body,
      (copy.at(-1) ?? '').replace(
        /"sha256":"[0-9a-f]+"/,
        `"sha256":"${createHash('sha256')
          .update(body.map((line) => `${line}\n`).join(''))
          .digest('hex')}"`,
      ),
    ];
  });
  await assert.rejects(restore({ place: to, file: rehashed, migrations }), { code: '22P02' });
  assert.deepEqual(await ask(to.admin, `select nspname from pg_namespace where nspname in ('kit', 'record')`), []);
  // And after all these the same database takes the good one.
  await restore({ place: to, file, migrations });
});

test('the application may write while a backup is made: it holds one moment', async () => {
  const place = await emptyDatabase();
  await migrate({ ...place, migrations });
  const gates = openGates(place.reach, () => undefined);
  let going = true;
  let number = 0;
  const writer = (async () => {
    for (; going; number++)
      await transact(gates.work, nobody, (write) =>
        journal(write, { scope: 'busy', at: now, who: 'kept', verb: 'record', kind: 'thing', thing: String(number) }),
      );
  })();
  while (number < 50) await new Promise((settle) => setTimeout(settle, 5));
  const file = newFile();
  await backup({ place, file, app: '0.1.0', now });
  going = false;
  await writer;
  await gates.close();
  const to = await emptyDatabase();
  await restore({ place: to, file, migrations });
  const copy = openGates(to.reach, () => undefined);
  const { entries, faults } = await reading(copy.work, nobody, verifyJournal);
  assert.ok(entries >= 50);
  assert.deepEqual(faults, []);
  await copy.close();
});

test('a backup or a restore that is killed leaves nothing that looks whole', async () => {
  const from = await source;
  const file = await made();
  const to = await emptyDatabase();
  for (const milliseconds of [0, 20, 60, 120]) {
    const target = newFile();
    await startBackup('backup', from, target, milliseconds);
    // It may have been done before it was killed; then it is whole.
    if (readdirSync(folder).includes(target.slice(folder.length + 1))) await inspectBackup(target);
    const killed = await startBackup('restore', to, file, milliseconds, migrations);
    // The server may still be at work for somebody who is dead: what it decides is known once it has hung up.
    while (
      killed &&
      (
        await ask(
          to.admin,
          `select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
        )
      ).length > 0
    )
      await pause(20);
    if (
      killed &&
      (await ask(to.admin, `select nspname from pg_namespace where nspname in ('kit', 'record')`)).length === 0
    )
      continue;
    // It came to its end, or was killed after its commit: everything is there, and nothing more can be restored into it.
    assert.deepEqual(await everything(to.admin), await everything(from.admin));
    break;
  }
});
