/** `kept backup now` and `kept backup drill`: Kept's own backups by timetable, and the proof that one can be restored. */
import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  backup,
  backupHeader,
  backupKeyMark,
  BackupProblem,
  type Opener,
  refuseOtherKey,
  refuseOtherSecret,
  restore,
} from '#kit/backup/index.js';
import { clearUnfinished, isRunning } from '#kit/backup/unfinished.js';
import {
  backupFigures,
  backupsSeen,
  beyondKept,
  isBackupDue,
  isDrillDue,
  nextName,
  noteRun,
  ownNumber,
  type RunKind,
} from '#kit/backup/timetable.js';
import type { Config } from '#kit/config.js';
import { type Database, type DatabasePlace, findPlace, openDatabase } from '#kit/database.js';
import { nobody } from '#kit/db/gate.js';
import { connectAsOwner } from '#kit/db/migrate.js';
import { impersonal, type Log } from '#kit/log.js';
import type { Family } from '#kit/metrics.js';
import { giveToFolderOwner } from '#kit/own-files.js';
import { fingerprintOf } from '#kit/postgres/index.js';
import { newestHead } from '#kit/proof/heads.js';
import { witnessed } from '#kit/proof/witness.js';
import { asOwner } from './owner.js';
import { verify } from './verify.js';
import { keptVersion } from './version.js';
import { houseMigrations } from './migrations.js';

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** The newest of Kept's own backups. */
export function newestBackup(folder: string): string {
  const newest = namesIn(folder)
    .filter((name) => ownNumber(name) !== null)
    .toSorted((a, b) => (ownNumber(a) ?? 0) - (ownNumber(b) ?? 0))
    .at(-1);
  if (newest === undefined)
    throw new BackupProblem(`There is no backup in ${folder}: make one with "kept backup now", or name a file.`);
  return join(folder, newest);
}

function reasonOf(problem: unknown): string {
  return impersonal(problem instanceof Error ? problem.message : String(problem)).slice(0, 500);
}

/** Does it, and remembers in the database how it went, also where it went wrong. */
async function remembered<T>(
  place: DatabasePlace,
  kind: RunKind,
  clock: () => Date,
  work: () => Promise<T>,
  facts: (value: T) => Readonly<Record<string, unknown>>,
): Promise<T> {
  try {
    const value = await work();
    await asOwner(place, (write) => noteRun(write, kind, clock(), { facts: facts(value) }));
    return value;
  } catch (problem) {
    await asOwner(place, (write) => noteRun(write, kind, clock(), { problem: reasonOf(problem) })).catch(
      () => undefined,
    );
    throw problem;
  }
}

export interface Drilled {
  readonly rows: number;
  readonly publications: number;
  readonly entries: number;
  readonly heads: number;
  readonly seconds: number;
}

/** A drill needs as much room as the database has, and some more for its log. */
async function refuseWithoutRoom(place: DatabasePlace, folder: string): Promise<void> {
  const client = await connectAsOwner(place.admin, 'kept backup');
  try {
    const { rows } = await client.query<{ bytes: number }>('select pg_database_size(current_database()) as bytes');
    const needed = 2 * Number(rows[0]?.bytes ?? 0) + 300_000_000;
    const { bavail, bsize } = statfsSync(folder);
    if (bavail * bsize < needed)
      throw new BackupProblem(
        `The drill needs ${Math.ceil(needed / 1e6)} MB of free disk at ${folder}, and ` +
          `${Math.floor((bavail * bsize) / 1e6)} MB are free. Make room, or restore the backup on another machine.`,
      );
  } finally {
    await client.end();
  }
}

const drillName = 'drill-';

/**
 * What a drill left that was killed: a whole database, not sealed, with keys in it. The folder belongs to one machine,
 * so a number tells whether its process goes on.
 */
export function clearDrills(folder: string): void {
  for (const name of namesIn(folder)) {
    if (name.startsWith(drillName) && !isRunning(Number(name.split('-')[1]) || 0))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** Restores a backup into a database that exists for this alone, checks every publication, entry and signature in it, and takes it away again. */
export async function drill(
  config: Config,
  place: DatabasePlace,
  file: string,
  opener: Opener | null,
  log: (line: string) => void,
): Promise<Drilled> {
  const began = performance.now();
  refuseOtherSecret(file, await backupHeader(file), fingerprintOf(place.secret));
  await refuseOtherKey(file, opener);
  mkdirSync(config.dataFolder, { recursive: true });
  clearDrills(config.dataFolder);
  await refuseWithoutRoom(place, config.dataFolder);
  const folder = mkdtempSync(join(config.dataFolder, `${drillName}${process.pid}-`));
  chmodSync(folder, 0o711);
  const own = {
    ...config,
    dataFolder: join(folder, 'data'),
    databaseUrl: null,
    directUrl: null,
    secret: place.secret.toString('base64url'),
  };
  const options = { how: 'own', holder: 'kept backup drill', log, durable: false } as const;
  try {
    const to = await findPlace(own, options);
    try {
      const { rows } = await restore({ migrations: houseMigrations(), place: to, file, opener, log });
      await to.stop();
      const database = await openDatabase(own, { ...options, migrations: houseMigrations() });
      try {
        // What this machine has seen signed since the backup was made is not in it, and need not be.
        const newest = (await database.gates.work.read(nobody, newestHead))?.number ?? 0;
        const found = await verify(database.gates, {
          key: database.signer.key,
          witnessed: witnessed(config.dataFolder).filter(({ number }) => number <= newest),
        });
        if (found.faults.length > 0)
          throw new BackupProblem(
            `The backup ${file} was restored, and ` +
              `${found.faults.length === 1 ? '1 fault was' : `${found.faults.length} faults were`} found in it: ` +
              `${found.faults[0]}`,
          );
        return {
          rows,
          publications: found.publications,
          entries: found.entries,
          heads: found.heads,
          seconds: Math.round((performance.now() - began) / 100) / 10,
        };
      } finally {
        await database.stop();
      }
    } finally {
      await to.stop().catch(() => undefined);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

export interface BackedUp {
  readonly file: string;
  readonly rows: number;
  readonly bytes: number;
  readonly deleted: readonly string[];
  readonly drilled: Drilled | null;
}

/** Makes one of Kept's own backups, sealed; lets the oldest go beyond those that are kept; and, where asked, restores the new one as a drill. */
export async function backupNow(
  config: Config,
  place: DatabasePlace,
  {
    withDrill,
    clock,
    log,
  }: { readonly withDrill: boolean; readonly clock: () => Date; readonly log: (line: string) => void },
): Promise<BackedUp> {
  const { backupKey, backupFolder, backupKeep } = config;
  if (backupKey === null)
    throw new BackupProblem(
      'Kept’s own backups are sealed, and KEPT_BACKUP_KEY says for whom: "kept backup key" prints a pair.',
    );
  const made = await remembered(
    place,
    'backup',
    clock,
    async () => {
      if (mkdirSync(backupFolder, { recursive: true, mode: 0o700 }) !== undefined) giveToFolderOwner(backupFolder);
      const file = join(backupFolder, nextName(namesIn(backupFolder), clock()));
      const result = await backup({ place, file, app: keptVersion(), now: clock(), seals: backupKey, log });
      giveToFolderOwner(file);
      const deleted = beyondKept(namesIn(backupFolder), backupKeep);
      for (const name of deleted) rmSync(join(backupFolder, name), { force: true });
      return { ...result, deleted };
    },
    ({ rows, bytes, deleted }) => ({ rows, bytes, deleted: deleted.length }),
  );
  const opener = made.fileKey === null ? null : { fileKey: made.fileKey };
  const drilled = withDrill
    ? await remembered(
        place,
        'drill',
        clock,
        () => drill(config, place, made.file, opener, log),
        (found) => ({ ...found }),
      )
    : null;
  return { file: made.file, rows: made.rows, bytes: made.bytes, deleted: made.deleted, drilled };
}

/** A drill by hand, with the private key: the only one that shows that the key is there and opens. */
export async function drillByHand(
  config: Config,
  place: DatabasePlace,
  file: string,
  opener: Opener | null,
  clock: () => Date,
  log: (line: string) => void,
): Promise<Drilled> {
  const byHand = (): Promise<Drilled> =>
    remembered(
      place,
      'drill',
      clock,
      () => drill(config, place, file, opener, log),
      (found) => ({ ...found, byHand: true }),
    );
  const { sealedFor } = await backupHeader(file);
  return sealedFor === null
    ? byHand()
    : remembered(place, 'key', clock, byHand, () => ({ mark: backupKeyMark(sealedFor) }));
}

/** The settings of a process again, for a command that it starts. */
function environmentOf(config: Config): Readonly<Record<string, string>> {
  const given: Readonly<Record<string, string | null>> = {
    KEPT_DATA: config.dataFolder,
    DATABASE_URL: config.databaseUrl,
    DATABASE_DIRECT_URL: config.directUrl,
    KEPT_SECRET: config.secret,
    KEPT_BACKUP_KEY: config.backupKey,
    KEPT_BACKUP_FOLDER: config.backupFolder,
    KEPT_BACKUP_KEEP: String(config.backupKeep),
  };
  // What finds programs, and what PostgreSQL's own clients read (PGPASSWORD, PGSSLROOTCERT).
  const kept = Object.entries(process.env).filter(
    (pair): pair is [string, string] =>
      pair[1] !== undefined &&
      (['PATH', 'HOME', 'TMPDIR', 'LD_LIBRARY_PATH'].includes(pair[0]) || pair[0].startsWith('PG')),
  );
  return Object.fromEntries([
    ...kept,
    ...Object.entries(given).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])),
  ]);
}

/** In a process of its own: reading the whole database would keep pages waiting. */
async function runCommand(config: Config, words: readonly string[]): Promise<void> {
  const program = fileURLToPath(new URL('./cli.js', import.meta.url));
  await new Promise<void>((settle, fail) => {
    execFile(
      process.execPath,
      ['--enable-source-maps', program, 'backup', ...words],
      { env: environmentOf(config), maxBuffer: 4_000_000 },
      (problem, _, said) => {
        if (problem) fail(new BackupProblem(said.trim().split('\n').at(-1) ?? problem.message));
        else settle();
      },
    );
  });
}

/** One look at the timetable. */
export async function keepTimetable(
  config: Config,
  { gates }: Pick<Database, 'gates'>,
  clock: () => Date,
  log: Log,
): Promise<void> {
  const { backupAt } = config;
  if (backupAt === null) return;
  clearDrills(config.dataFolder);
  clearUnfinished(config.backupFolder);
  const now = clock();
  const { backup: last, drill: lastDrill } = await gates.work.read(nobody, backupsSeen);
  if (isBackupDue(backupAt, last, now)) {
    await runCommand(config, isDrillDue(lastDrill, now) ? ['now', '--drill'] : ['now']);
    log.info('A backup was made by timetable');
    return;
  }
  for (const { failedAt, doneAt, problem } of [last, lastDrill])
    if (failedAt !== null && (doneAt === null || failedAt > doneAt))
      throw new BackupProblem(problem ?? 'The last backup failed');
}

export async function figuresOfBackups({ gates }: Pick<Database, 'gates'>, now: Date): Promise<readonly Family[]> {
  return gates.work.read(nobody, (read) => backupFigures(read, now));
}
