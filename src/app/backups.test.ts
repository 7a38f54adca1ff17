/** Kept's own backups, from the timetable to the drill: sealed, counted, restored as a proof, and told where they fail. */
import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { inspectBackup, newBackupKeys } from '#kit/backup/index.js';
import { backupsSeen, noteRun } from '#kit/backup/timetable.js';
import { readConfig } from '#kit/config.js';
import { type Database, openDatabase } from '#kit/database.js';
import { nobody } from '#kit/db/gate.js';
import { connectAsOwner } from '#kit/db/migrate.js';
import { quiet } from '#kit/log.js';
import { savePublication } from '#kit/publications/publications.js';
import { backupNow, drillByHand, figuresOfBackups, keepTimetable, newestBackup } from './backups.js';
import { makeSigning } from './signing.js';
import { houseMigrations } from './migrations.js';

const workshop = mkdtempSync(join(tmpdir(), 'kept-backups-'));
chmodSync(workshop, 0o711);
const pair = newBackupKeys();
const config = readConfig({
  KEPT_DATA: join(workshop, 'data'),
  KEPT_BACKUP_AT: '02:30',
  KEPT_BACKUP_KEY: pair.seals,
  KEPT_BACKUP_KEEP: '2',
  KEPT_DEMO: 'off',
});
const clock = (): Date => new Date();
const log = (): void => undefined;
let database: Database;
before(async () => {
  database = await openDatabase(config, { migrations: houseMigrations(), how: 'own', holder: 'a test', log });
  await database.gates.work.write(nobody, (write) =>
    savePublication(
      write,
      {
        kind: 'practice',
        subject: 'bridges',
        version: 1,
        title: 'Bridges',
        content: { words: 'Words that stand in no backup in clear' },
        html: '<p>',
        pdf: null,
        pages: null,
        changes: null,
        board: '',
        date: null,
        passages: [],
      },
      clock(),
    ),
  );
  await makeSigning(config, database, clock, () => undefined)();
});
after(async () => {
  await database.stop();
  rmSync(workshop, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});

const seen = () => database.gates.work.read(nobody, backupsSeen);

test('the timetable makes a sealed backup in a process of its own and restores it as a drill; nothing of the drill is left', async () => {
  await keepTimetable(config, database, clock, quiet);
  const file = newestBackup(config.backupFolder);
  assert.match(file, /kept-000001-.*\.kept-backup$/);
  assert.ok(!readFileSync(file).includes('Words that stand'));
  assert.equal((await inspectBackup(file, { opens: pair.opens })).header.app, '0.1.0');
  const { backup, drill } = await seen();
  assert.ok(backup.doneAt && drill.doneAt && backup.problem === null && drill.problem === null);
  assert.deepEqual([drill.facts['publications'], drill.facts['heads']], [1, 1]);
  assert.ok((Number(backup.facts['rows']) || 0) > 10);
  assert.deepEqual(
    readdirSync(config.dataFolder).filter((name) => name.startsWith('drill-')),
    [],
  );
  // Once a day is enough.
  await keepTimetable(config, database, clock, quiet);
  assert.equal(readdirSync(config.backupFolder).length, 1);
});

test('the oldest goes once a newer one is whole, and files of others stay', async () => {
  writeFileSync(join(config.backupFolder, 'mine.kept'), 'a backup made by hand');
  for (let times = 0; times < 2; times += 1) await backupNow(config, database, { withDrill: false, clock, log });
  assert.deepEqual(
    readdirSync(config.backupFolder)
      .map((name) => name.slice(0, 11))
      .sort(),
    ['kept-000002', 'kept-000003', 'mine.kept'],
  );
});

test('a drill by hand shows that the private key is there and opens; what fails is remembered, in words and as a figure', async () => {
  const file = newestBackup(config.backupFolder);
  const found = await drillByHand(config, database, file, { opens: pair.opens }, clock, log);
  assert.deepEqual([found.publications, found.heads], [1, 1]);
  await assert.rejects(
    drillByHand(config, database, file, { opens: newBackupKeys().opens }, clock, log),
    /does not open/,
  );
  assert.match((await seen()).drill.problem ?? '', /does not open/);
  const trouble = (await figuresOfBackups(database, clock())).find(({ name }) => name === 'kept_backup_trouble');
  assert.equal(
    trouble?.samples.find(({ labels }) => labels?.['kind'] === 'drill' && labels?.['what'] === 'failed')?.value,
    1,
  );
  // The round says so again and again until one succeeds.
  await assert.rejects(keepTimetable(config, database, clock, quiet), /does not open/);
  await database.gates.work.write(nobody, (write) => noteRun(write, 'drill', clock(), { facts: {} }));
  await keepTimetable(config, database, clock, quiet);
});

test('a backup that can be restored and holds something that was changed is no good backup', async () => {
  const keeper = await connectAsOwner(database.admin, 'a test');
  try {
    const change = async (from: string, to: string) =>
      keeper.query(
        `begin; set local session_replication_role = replica; update published.publication set html = replace(html, '${from}', '${to}'); commit`,
      );
    await change('<p>', '<h1>');
    const { file } = await backupNow(config, database, { withDrill: false, clock, log });
    await change('<h1>', '<p>');
    await assert.rejects(
      drillByHand(config, database, file, { opens: pair.opens }, clock, log),
      /was restored, and 1 fault was found in it/,
    );
  } finally {
    await keeper.end();
  }
});

test('a backup that cannot be made is remembered too', async () => {
  const blocked = join(workshop, 'blocked');
  writeFileSync(blocked, '');
  await assert.rejects(
    backupNow({ ...config, backupFolder: join(blocked, 'in-a-file') }, database, { withDrill: false, clock, log }),
  );
  const { backup } = await seen();
  assert.ok(backup.failedAt && backup.doneAt && backup.failedAt >= backup.doneAt && backup.problem);
});
