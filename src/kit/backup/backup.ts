import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, rmSync } from 'node:fs';
import { open, rename, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import type { DatabasePlace } from '#kit/database.js';
import { neededFingerprint } from '#kit/db/key-ring.js';
import { connectAsOwner } from '#kit/db/migrate.js';
import { ownerRole } from '#kit/db/roles.js';
import { clearUnfinished, unfinishedName } from './unfinished.js';
import { beginSealing, type FileKey } from './sealed.js';
import {
  BackupProblem,
  fixOutput,
  formatName,
  formatVersion,
  fullName,
  type Header,
  readKeyNames,
  readRows,
  readSequences,
  readTables,
} from './shape.js';

export interface BackupResult {
  readonly file: string;
  readonly tables: number;
  readonly rows: number;
  readonly bytes: number;
  /** Of everything inside, as the last line of the file has it. */
  readonly sha256: string;
  /** Fingerprint of the secret that opens the keys inside. */
  readonly secret: string | null;
  /** Keys in it that will be destroyed one day (keeping.ts). */
  readonly keys: readonly string[];
  /** What opens this one file, where it is sealed: for whoever tries it at once. It stands nowhere else. */
  readonly fileKey: FileKey | null;
}

export interface BackupOptions {
  readonly place: Pick<DatabasePlace, 'admin'> & Partial<Pick<DatabasePlace, 'roleSuffix'>>;
  readonly file: string;
  /** Version of Kept. */
  readonly app: string;
  readonly now: Date;
  /** Public key for which the file is sealed; it is not, where none is given. */
  readonly seals?: string | null;
  readonly log?: (message: string) => void;
}

async function describe(client: pg.ClientBase, options: BackupOptions): Promise<Header> {
  const { rows: there } = await client.query<{ there: boolean }>(
    `select to_regclass('kit.migration') is not null as there`,
  );
  if (!there[0]?.there) throw new BackupProblem('There is nothing to back up: this database was never opened by Kept.');
  const { rows: version } = await client.query<{ version: string }>(
    `select current_setting('server_version') as version`,
  );
  const { rows: migrations } = await client.query<Header['migrations'][number]>(
    'select name, sha256 from kit.migration order by name',
  );
  return {
    format: formatName,
    version: formatVersion,
    app: options.app,
    made: options.now.toISOString(),
    postgres: version[0]?.version ?? '',
    migrations,
    secret: await neededFingerprint(client),
    keys: [...(await readKeyNames(client))],
    tables: [...(await readTables(client))],
  };
}

/** One lasting snapshot of the whole database as lines; `count` tells the caller what went by. */
async function* lines(
  client: pg.ClientBase,
  header: Header,
  log: (message: string) => void,
  count: { rows: number; sha256: string },
): AsyncGenerator<string> {
  const whole = createHash('sha256');
  function line(value: unknown): string {
    const text = `${JSON.stringify(value)}\n`;
    whole.update(text);
    return text;
  }
  yield line(header);
  for (const table of header.tables) {
    const hash = createHash('sha256');
    let rows = 0;
    yield line({ table: fullName(table) });
    for await (const batch of readRows(client, table)) {
      const text = batch.map((row) => `${JSON.stringify(row)}\n`).join('');
      hash.update(text);
      whole.update(text);
      rows += batch.length;
      yield text;
    }
    count.rows += rows;
    yield line({ closes: fullName(table), rows, sha256: hash.digest('hex') });
    log(`${fullName(table)}: ${rows} rows`);
  }
  yield line({ sequences: await readSequences(client) });
  count.sha256 = whole.digest('hex');
  yield `${JSON.stringify({ end: formatName, tables: header.tables.length, rows: count.rows, sha256: count.sha256 })}\n`;
}

async function toDisk(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync();
  await handle.close();
}

/** Writes the whole database, as it is at one moment, into one new file. Others go on working meanwhile. */
export async function backup(options: BackupOptions): Promise<BackupResult> {
  const file = resolve(options.file);
  if (existsSync(file))
    throw new BackupProblem(`The file ${file} exists already. Name another one: a backup never overwrites anything.`);
  const client = await connectAsOwner(options.place.admin, 'kept backup');
  // Under another name until it is whole and on the disk, so that a backup which was killed is never taken for one.
  const unfinished = resolve(dirname(file), unfinishedName(basename(file)));
  clearUnfinished(dirname(file));
  try {
    await client.query('begin isolation level repeatable read read only');
    await fixOutput(client);
    const { rows: me } = await client.query<{ super: boolean }>(
      'select rolsuper as super from pg_roles where rolname = current_user',
    );
    if (!me[0]?.super) await client.query(`set local role ${ownerRole}${options.place.roleSuffix ?? ''}`);
    const header = await describe(client, options);
    const count = { rows: 0, sha256: '' };
    const { app, made, secret = null, keys = [] } = header;
    const sealing = options.seals ? beginSealing(options.seals, { app, made, secret, keys }) : null;
    try {
      const plain = Readable.from(lines(client, header, options.log ?? (() => undefined), count), { highWaterMark: 1 });
      const target = createWriteStream(unfinished, { flags: 'wx', mode: 0o600 });
      await (sealing
        ? pipeline(plain, createGzip({ level: 6 }), (source: AsyncIterable<Buffer>) => sealing.pieces(source), target)
        : pipeline(plain, createGzip({ level: 6 }), target));
    } catch (error) {
      if (
        error instanceof Error &&
        'code' in error &&
        ['ENOENT', 'EACCES', 'ENOSPC', 'EROFS', 'EDQUOT', 'ENOTDIR'].includes(String(error.code))
      ) {
        throw new BackupProblem(
          `The backup could not be written to ${file} (${error.message}). Choose a folder that exists, may be written and has room.`,
          { cause: error },
        );
      }
      throw error;
    }
    await client.query('commit');
    await toDisk(unfinished);
    await rename(unfinished, file);
    if (process.platform !== 'win32') await toDisk(dirname(file));
    return {
      file,
      tables: header.tables.length,
      rows: count.rows,
      bytes: (await stat(file)).size,
      sha256: count.sha256,
      secret,
      keys,
      fileKey: sealing?.key ?? null,
    };
  } finally {
    rmSync(unfinished, { force: true });
    await client.end();
  }
}
