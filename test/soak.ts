/**
 * `npm run soak`: the long form of what `npm test` does a little of. Parts can be named: `npm run soak application fuzz`.
 *   application  kill -9 of the whole of Kept while a clerk imports and publishes, 20 rounds
 *   database     kill -9 of its PostgreSQL, 20 rounds
 *   intake       kill -9 while a class of 200 sends its answers, 20 rounds
 *   kit          the same for the journal alone, and for the first start
 *   backup       kill -9 of a backup and of a restore, 20 rounds each
 *   acts         kill -9 of two processes in retention, at the close of a vote, in a withdrawal and in a change of the secret, 20 rounds each
 *   clock        a start with a clock that is 900 days ahead; needs libfaketime (Debian: apt install faketime)
 *   failover     the primary of two PostgreSQL dies while 200 children answer, 5 rounds
 *   processes    kill -9 of one of two processes on one database while 200 children answer, 10 rounds
 *   neighbours   two Kepts on one server, 5 rounds
 *   disk         a disk that fills up while children answer, 6 rounds (needs root on Linux)
 *   folder       a copy of the data folder joins no card to its answers
 *   fuzz         100,000 spoilt packs through the importer
 * A part that needs another program, or root, says what is missing and is left out. KEPT_SOAK_ROUNDS and KEPT_SOAK_INPUTS change the numbers.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { backup, inspectBackup, restore } from '#kit/backup/index.js';
import { clearUnfinished } from '#kit/backup/unfinished.js';
import { readConfig } from '#kit/config.js';
import { findPlace, openDatabase } from '#kit/database.js';
import { rolePassword, superuser } from '#kit/postgres/index.js';
import { fuzzReadings } from '../src/rooms/decided/pack-reading/fuzz.js';
import { verify } from '../src/app/verify.js';
import { startApp } from './app.js';
import { killTheApplication, killTheDatabase, killTheFirstStart, startBackup } from './kill-rounds.js';
import { fakeClock, startWithWrongClock } from './wrong-clock.js';
import { fillTheDisk } from './full-disk.js';
import { programs } from './own-server.js';
import { failOver, killOneOfTwo, twoKepts } from './rounds-servers.js';
import { smallDisk } from './small-disk.js';
import { killWhileAnswering } from './kill-rounds-intake.js';
import { killInActs } from './kill-rounds-acts.js';
import { killTheDatabaseWhilePublishing, killWhilePublishing } from './kill-rounds-app.js';
import { houseMigrations } from './migrations.js';

const rounds = Number(process.env['KEPT_SOAK_ROUNDS'] ?? 20);
const few = (usual: number): number => Number(process.env['KEPT_SOAK_ROUNDS'] ?? usual);
const noServer = 'no PostgreSQL of its own on this machine (Debian: apt-get install postgresql)';
const inputs = Number(process.env['KEPT_SOAK_INPUTS'] ?? 100_000);
const workshop = mkdtempSync(join(tmpdir(), 'kept-soak-'));
chmodSync(workshop, 0o711);

async function killTheBackup(folder: string): Promise<Readonly<Record<string, number>>> {
  // Something worth saving: the demonstration, published.
  await (await startApp(folder)).end();
  const quiet = { how: 'own', holder: 'a soak of Kept', log: () => undefined } as const;
  const place = await findPlace(readConfig({ KEPT_DATA: folder }), quiet);
  const figures = { rounds, backupsKilled: 0, restoresKilled: 0 };
  try {
    const whole = join(workshop, 'whole.kept');
    const began = performance.now();
    await backup({ place, file: whole, app: 'soak', now: new Date() });
    const milliseconds = performance.now() - began;
    const { postgres } = place;
    if (!postgres) throw new Error('the embedded database is needed');
    const asked = new pg.Client(postgres.connection(superuser, 'postgres'));
    await asked.connect();
    const target = async (name: string) => {
      await asked.query(`drop database if exists ${name} with (force)`);
      await asked.query(`create database ${name}`);
      return {
        admin: postgres.connection(superuser, name),
        secret: place.secret,
        reach: (role: string) => ({
          ...postgres.connection(superuser, name),
          user: role,
          password: rolePassword(place.secret, role),
        }),
      };
    };
    let leftovers = 0;
    for (let round = 0; round < rounds; round += 1) {
      const file = join(workshop, `round-${round}.kept`);
      if (await startBackup('backup', place, file, Math.random() * milliseconds * 1.2)) figures.backupsKilled += 1;
      // There is a whole file or none.
      if (existsSync(file)) await inspectBackup(file);
      // What it left is no backup, and goes with the next one.
      leftovers += readdirSync(workshop).filter((name) => name.includes('.unfinished-')).length;
      clearUnfinished(workshop);
      assert.deepEqual(
        readdirSync(workshop).filter((name) => name.includes('.unfinished-')),
        [],
        'half a backup is left',
      );
      rmSync(file, { force: true });
      const to = await target('soak');
      const killed = await startBackup('restore', to, whole, Math.random() * milliseconds * 3);
      if (killed) figures.restoresKilled += 1;
      const client = new pg.Client(to.admin);
      await client.connect();
      const { rows } = await client.query<{ there: boolean }>(`select to_regnamespace('record') is not null as there`);
      await client.end();
      if (rows[0]?.there && killed) {
        // It was killed after its commit and before it could say so: then all of it is there.
        const client = new pg.Client(to.admin);
        await client.connect();
        const { rows } = await client.query<{ count: number }>(
          'select count(*)::int as count from published.publication',
        );
        await client.end();
        assert.ok((rows[0]?.count ?? 0) > 0, 'half a restore');
      }
    }
    Object.assign(figures, { leftovers });
    const to = await target('soak');
    await restore({ migrations: houseMigrations(), place: to, file: whole });
    await asked.end();
  } finally {
    await place.stop();
  }
  const database = await openDatabase(readConfig({ KEPT_DATA: folder }), { ...quiet, migrations: houseMigrations() });
  try {
    assert.deepEqual((await verify(database.gates)).faults, []);
  } finally {
    await database.stop();
  }
  return figures;
}

/** Where the test of the folder passes, nothing was joined. */
function joinTheFolder(): Promise<object> {
  const child = spawn(
    process.execPath,
    ['--test', '--enable-source-maps', join(import.meta.dirname, 'folder.test.js')],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let said = '';
  child.stdout.on('data', (part: Buffer) => (said += part.toString()));
  return new Promise((settle, fail) =>
    child.on('close', (code) =>
      code === 0
        ? settle({ tests: Number(/^(?:#|ℹ) pass (\d+)/m.exec(said)?.[1] ?? 0) })
        : fail(new Error(said.slice(-3000))),
    ),
  );
}

/** Why a part cannot be done here. */
const missing: Readonly<Record<string, string | false>> = {
  failover: programs ? false : noServer,
  processes: programs ? false : noServer,
  neighbours: programs ? false : noServer,
  disk: smallDisk.skip,
};

const parts: Readonly<Record<string, () => Promise<object>>> = {
  application: () => killWhilePublishing(join(workshop, 'application'), rounds),
  database: () => killTheDatabaseWhilePublishing(join(workshop, 'database'), rounds),
  intake: () => killWhileAnswering(join(workshop, 'intake'), rounds),
  kit: async () => {
    const application = await killTheApplication(join(workshop, 'kit-application'), rounds);
    const database = await killTheDatabase(join(workshop, 'kit-database'), rounds);
    await killTheFirstStart(
      join(workshop, 'kit-first'),
      Array.from({ length: rounds }, (_, round) => 40 + Math.round((round * 1200) / rounds)),
    );
    return {
      rounds,
      acknowledgedBeforeApplication: application.acknowledged,
      acknowledgedBeforeDatabase: database.acknowledged,
      firstStarts: rounds,
    };
  },
  backup: () => killTheBackup(join(workshop, 'backup')),
  acts: () => killInActs(join(workshop, 'acts'), rounds),
  clock: async () => {
    const library = fakeClock();
    return library === null
      ? { skipped: 'libfaketime is not here: apt install faketime' }
      : startWithWrongClock(join(workshop, 'clock'), library);
  },
  failover: () => failOver(few(5)),
  processes: () => killOneOfTwo(few(10)),
  neighbours: () => twoKepts(few(5)),
  disk: () => fillTheDisk(few(6)),
  folder: joinTheFolder,
  fuzz: async () => {
    const report = await fuzzReadings(inputs, 20240312);
    for (const { input, law, text } of report.failures.slice(0, 20))
      process.stdout.write(`  input ${input}: ${law.slice(0, 300)}\n    ${JSON.stringify(text.slice(0, 160))}\n`);
    assert.equal(report.failures.length, 0, `${report.failures.length} readings broke a law`);
    return { inputs: report.inputs, readings: report.readings, refusals: report.refusals };
  },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((word) => !(word in parts));
if (unknown.length > 0) {
  process.stderr.write(`There is no part ${unknown.join(', ')}: choose from ${Object.keys(parts).join(', ')}.\n`);
  process.exit(2);
}
let failed = false;
for (const [name, part] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const lacks = missing[name] ?? false;
  if (lacks !== false) {
    process.stdout.write(`${name}: left out: ${lacks}\n`);
    continue;
  }
  process.stdout.write(`${name} ...\n`);
  const began = performance.now();
  let said: string;
  try {
    said = JSON.stringify(await part());
  } catch (problem) {
    failed = true;
    said = `FAILED ${problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)}`;
  }
  process.stdout.write(`${name}: ${said} (${((performance.now() - began) / 1000).toFixed(0)} s)\n`);
}
rmSync(workshop, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
process.exit(failed ? 1 : 0);
