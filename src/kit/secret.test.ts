import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { backup, backupHeader, refuseOtherSecret, restore } from '#kit/backup/index.js';
import { readConfig } from '#kit/config.js';
import { findPlace, openDatabase } from '#kit/database.js';
import { connectAsOwner } from '#kit/db/migrate.js';
import { deriveKey, fingerprintOf, hashedSecret, newSecret, secretFrom } from '#kit/postgres/index.js';
import { nobody } from '#kit/db/gate.js';
import { signerOf, trustedKeys } from '#kit/proof/signing.js';
import { rotateSecret } from '#kit/rotate-secret.js';
import { programs, withServer } from '#test/own-server.js';
import { houseMigrations } from '#test/migrations.js';

const workshop = mkdtempSync(join(tmpdir(), 'kept-secret-'));
chmodSync(workshop, 0o711);
after(() => rmSync(workshop, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }));
let count = 0;

function newFolder(): string {
  count += 1;
  return join(workshop, String(count));
}

const quiet = { how: 'own', holder: 'a test', log: () => undefined } as const;
type Settings = Readonly<Record<string, string>>;

function open(settings: Settings): ReturnType<typeof openDatabase> {
  return openDatabase(readConfig(settings), { ...quiet, migrations: houseMigrations() });
}

/** Opens, asks for a key and stops. */
async function keyOf(settings: Settings): Promise<string> {
  const database = await open(settings);
  const key = database.key('intake codes').toString('hex');
  await database.stop();
  return key;
}

/** Whether the key that signs now vouches for the one of an earlier secret. */
async function vouchesFor(settings: Settings, earlier: string): Promise<boolean> {
  const database = await open(settings);
  const rows = await database.gates.work.read(nobody, (read) =>
    read.selectFrom('published.signing_key').selectAll().execute(),
  );
  await database.stop();
  return trustedKeys(database.signer.key, rows).has(signerOf(secretFrom(earlier)).key);
}

const secretIn = (folder: string): string => readFileSync(join(folder, 'secret'), 'utf8').trim();

/** As a Kept without a key ring left it: the keys derive from `root`. */
async function makeOlder(settings: Settings): Promise<void> {
  const place = await findPlace(readConfig(settings), quiet);
  const client = await connectAsOwner(place.admin, 'kept test');
  await client.query(`drop table kit.key_ring; delete from kit.migration where name = '20261130-key-ring'`);
  await client.end();
  await place.stop();
}

test('what the file holds is the same secret when it is typed, and what was typed before stays what it was', () => {
  const text = newSecret();
  assert.deepEqual(secretFrom(text), Buffer.from(text, 'base64url'));
  const typed = '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff';
  assert.deepEqual(secretFrom(typed), hashedSecret(typed));
  assert.match(fingerprintOf(secretFrom(text)), /^[0-9a-f]{4}(-[0-9a-f]{4}){3}$/);
});

test('a folder from before the key ring keeps its keys exactly', async () => {
  const folder = newFolder();
  await keyOf({ KEPT_DATA: folder });
  await makeOlder({ KEPT_DATA: folder });
  const before = deriveKey(Buffer.from(secretIn(folder), 'base64url'), 'key intake codes').toString('hex');
  assert.equal(await keyOf({ KEPT_DATA: folder }), before);
  assert.equal(await keyOf({ KEPT_DATA: folder }), before);
});

test('another secret is refused with both fingerprints, and the database opens with the right one afterwards', async () => {
  const folder = newFolder();
  const key = await keyOf({ KEPT_DATA: folder });
  const right = secretIn(folder);
  const wrong = newSecret();
  writeFileSync(join(folder, 'secret'), `${wrong}\n`);
  await assert.rejects(
    open({ KEPT_DATA: folder }),
    (problem: unknown) =>
      problem instanceof Error &&
      problem.message.includes(fingerprintOf(secretFrom(wrong))) &&
      /does not open the database/.test(problem.message),
  );
  await assert.rejects(
    open({ KEPT_DATA: folder, KEPT_SECRET: right }),
    /KEPT_SECRET .* is another secret than the one in/,
  );
  // The folder need not hold it at all.
  rmSync(join(folder, 'secret'));
  assert.equal(await keyOf({ KEPT_DATA: folder, KEPT_SECRET: right }), key);
  assert.equal(existsSync(join(folder, 'secret')), false);
});

test('the secret of a folder is changed, and its keys stay', async () => {
  const folder = newFolder();
  const config = readConfig({ KEPT_DATA: folder });
  await assert.rejects(rotateSecret(config, quiet), /start this Kept once/, 'where it was never started');
  const key = await keyOf({ KEPT_DATA: folder });
  const before = secretIn(folder);
  const running = await open({ KEPT_DATA: folder });
  await assert.rejects(rotateSecret(config, quiet), /is in use by/);
  await running.stop();
  const said = await rotateSecret(config, quiet);
  const next = secretIn(folder);
  assert.notEqual(next, before);
  assert.deepEqual(
    [said.before, said.after],
    [before, next].map((text) => fingerprintOf(secretFrom(text))),
  );
  assert.equal(await keyOf({ KEPT_DATA: folder }), key);
  assert.ok(await vouchesFor({ KEPT_DATA: folder }, before));
  writeFileSync(join(folder, 'secret'), `${before}\n`);
  await assert.rejects(open({ KEPT_DATA: folder }), /does not open the database/);
});

test('a change of the secret that is killed at any moment leaves one secret that opens everything', async () => {
  const folder = newFolder();
  const key = await keyOf({ KEPT_DATA: folder });
  for (const milliseconds of [50, 400, 700, 1000, 1300]) {
    const child = spawn(
      process.execPath,
      ['--enable-source-maps', resolve(import.meta.dirname, '..', 'app', 'cli.js'), 'secret', 'rotate'],
      { stdio: 'ignore', env: { PATH: process.env['PATH'], HOME: '/', KEPT_DATA: folder } },
    );
    const ended = new Promise<void>((settle) => child.on('exit', () => settle()));
    await Promise.race([pause(milliseconds), ended]);
    child.kill('SIGKILL');
    await ended;
    assert.equal(await keyOf({ KEPT_DATA: folder }), key);
    assert.equal(existsSync(join(folder, 'secret.next')), false);
  }
  // Killed after the commit, before the folder knew.
  const old = secretIn(folder);
  await rotateSecret(readConfig({ KEPT_DATA: folder }), quiet);
  writeFileSync(join(folder, 'secret.next'), readFileSync(join(folder, 'secret')));
  writeFileSync(join(folder, 'secret'), `${old}\n`);
  assert.equal(await keyOf({ KEPT_DATA: folder }), key);
  assert.notEqual(secretIn(folder), old);
});

test('a backup names its secret; restore refuses another one before anything is made, and goes on without a lost one', async () => {
  const folder = newFolder();
  const database = await open({ KEPT_DATA: folder });
  const key = database.key('intake codes').toString('hex');
  const file = join(workshop, `${count}.kept`);
  const made = await backup({ place: database, file, app: '0.1.0', now: new Date() });
  await database.stop();
  const text = secretIn(folder);
  const fingerprint = fingerprintOf(secretFrom(text));
  assert.equal(made.secret, fingerprint);
  assert.throws(
    () => refuseOtherSecret(file, { ...made, secret: fingerprint } as never, null),
    new RegExp(`needs the secret with the fingerprint ${fingerprint}, and none is given here`),
  );
  const header = await backupHeader(file);
  refuseOtherSecret(file, header, fingerprint);

  const to = await findPlace(readConfig({ KEPT_DATA: newFolder() }), quiet);
  await assert.rejects(
    restore({ migrations: houseMigrations(), place: to, file }),
    new RegExp(`needs the secret with the fingerprint ${fingerprint}, and the one given here has `),
  );
  await restore({ migrations: houseMigrations(), place: to, file, secretIsLost: true });
  await to.stop();
  assert.notEqual(await keyOf({ KEPT_DATA: join(workshop, String(count)) }), key);
  assert.ok(await vouchesFor({ KEPT_DATA: join(workshop, String(count)) }, text));

  const right = newFolder();
  const place = await findPlace(readConfig({ KEPT_DATA: right, KEPT_SECRET: text }), quiet);
  await restore({ migrations: houseMigrations(), place, file });
  await place.stop();
  assert.equal(await keyOf({ KEPT_DATA: right, KEPT_SECRET: text }), key);
});

test('the command refuses a restore into an empty folder before it makes a secret there', async () => {
  const folder = newFolder();
  const database = await open({ KEPT_DATA: folder });
  const file = join(workshop, `${count}.kept`);
  await backup({ place: database, file, app: '0.1.0', now: new Date() });
  await database.stop();
  const empty = newFolder();
  const child = spawn(process.execPath, [resolve(import.meta.dirname, '..', 'app', 'cli.js'), 'restore', file], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env['PATH'], HOME: '/', KEPT_DATA: empty },
  });
  let said = '';
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  await new Promise((settle) => child.on('close', settle));
  assert.match(
    said,
    new RegExp(
      `needs the secret with the fingerprint ${fingerprintOf(secretFrom(secretIn(folder)))}, and none is given here`,
    ),
  );
  assert.equal(existsSync(empty), false);
});

const needsServer = { skip: programs ? false : 'no PostgreSQL on this machine' };

async function query(url: string, ...texts: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const text of texts) await client.query(text);
  await client.end();
}

test('from the folder to a PostgreSQL of one’s own the keys go along', needsServer, async () => {
  const folder = newFolder();
  const database = await open({ KEPT_DATA: folder });
  const key = database.key('intake codes').toString('hex');
  const file = join(workshop, `${count}.kept`);
  await backup({ place: database, file, app: '0.1.0', now: new Date() });
  await database.stop();
  await withServer(async (address) => {
    await query(
      address('keeper', 'of the keeper', 'postgres'),
      `create role council login createrole password 'p'`,
      'create database kept owner council',
    );
    const settings = { DATABASE_URL: address('council', 'p', 'kept'), KEPT_SECRET: secretIn(folder) };
    const place = await findPlace(readConfig(settings), quiet);
    await restore({ migrations: houseMigrations(), place, file });
    await place.stop();
    assert.equal(await keyOf(settings), key);
  });
});

test(
  'an installation that ran with the password as its secret gets one of its own and loses nothing',
  needsServer,
  async () => {
    await withServer(async (address) => {
      const keeper = address('keeper', 'of the keeper', 'postgres');
      await query(
        keeper,
        `create role council login createrole password 'of the council'`,
        'create database kept owner council',
      );
      const url = address('council', 'of the council', 'kept');
      await assert.rejects(
        open({ DATABASE_URL: url }),
        /needs a secret of its own beside it: KEPT_SECRET[^]*keys were made from the password/,
      );
      // As an older Kept left it: plain names of roles, whose passwords derive from the hashed password.
      await older(url, hashedSecret('of the council'));
      const root = deriveKey(hashedSecret('of the council'), 'key intake codes').toString('hex');
      const settings = { DATABASE_URL: url, KEPT_SECRET: newSecret() };
      assert.equal(await keyOf(settings), root);
      // From now on the password is a password.
      await query(keeper, `alter role council password 'another'`);
      const changed = { ...settings, DATABASE_URL: address('council', 'another', 'kept') };
      assert.equal(await keyOf(changed), root);
      await assert.rejects(
        open({ ...changed, KEPT_SECRET: newSecret() }),
        /needs the secret with the fingerprint .*, and the one given here has/,
      );
      const next = newSecret();
      const running = await open(changed);
      await running.gates.work.read({ account: null, boards: [] }, async () => undefined);
      const rotation = readConfig({ ...changed, KEPT_SECRET: next, KEPT_SECRET_BEFORE: settings.KEPT_SECRET });
      await assert.rejects(rotateSecret(rotation, quiet), /Kept still runs at this database/);
      await running.stop();
      await rotateSecret(rotation, quiet);
      await rotateSecret(rotation, quiet).then(
        () => assert.fail('the secret before is no more'),
        (problem: unknown) => assert.match(String(problem), /needs the secret with the fingerprint/),
      );
      assert.equal(await keyOf({ ...changed, KEPT_SECRET: next }), root);
    });
  },
);

test('where the password was changed at the same time, the earlier one is asked for', needsServer, async () => {
  await withServer(async (address) => {
    const keeper = address('keeper', 'of the keeper', 'postgres');
    await query(keeper, `create role council login createrole password 'first'`, 'create database kept owner council');
    await older(address('council', 'first', 'kept'), hashedSecret('first'));
    await query(keeper, `alter role council password 'second'`);
    const settings = { DATABASE_URL: address('council', 'second', 'kept'), KEPT_SECRET: newSecret() };
    await assert.rejects(open(settings), /KEPT_SECRET_BEFORE/);
    assert.equal(
      await keyOf({ ...settings, KEPT_SECRET_BEFORE: 'first' }),
      deriveKey(hashedSecret('first'), 'key intake codes').toString('hex'),
    );
    await keyOf(settings);
  });
});

/** Makes the database as a Kept before the key ring did. */
async function older(url: string, secret: Buffer): Promise<void> {
  const { prepareDatabase } = await import('#kit/db/migrate.js');
  const { rolePassword } = await import('#kit/postgres/index.js');
  const reach = (role: string) => {
    const at = new URL(url);
    at.searchParams.set('user', role);
    at.searchParams.set('password', rolePassword(secret, role));
    return { connectionString: at.href };
  };
  await prepareDatabase({ migrations: houseMigrations(), admin: { connectionString: url }, secret, reach });
  await query(
    url,
    `set role kept_owner`,
    'drop table kit.key_ring',
    `delete from kit.migration where name = '20261130-key-ring'`,
  );
}
