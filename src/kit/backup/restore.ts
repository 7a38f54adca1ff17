import { createHash, randomBytes } from 'node:crypto';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import type { DatabasePlace } from '#kit/database.js';
import { applyMigration, beginHistory, connectAsOwner, type Migration, migrate, takeTurn } from '#kit/db/migrate.js';
import { prepareServer } from '#kit/db/roles.js';
import { fingerprintOf } from '#kit/postgres/index.js';
import { keepSigningKey, signerOf } from '#kit/proof/signing.js';
import { openedBackup, type Opener, sealedLine } from './sealed.js';
import {
  BackupProblem,
  beginForm,
  closeForm,
  endForm,
  fixOutput,
  formatVersion,
  fullName,
  type Header,
  headerForm,
  quoted,
  readRows,
  readTables,
  type RowTexts,
  schemas,
  type Sequences,
  sequencesForm,
  type TableShape,
} from './shape.js';

export interface RestoreResult {
  readonly header: Header;
  readonly tables: number;
  readonly rows: number;
  readonly sha256: string;
  /** Migrations of this Kept that are newer than the backup, applied after it was restored. */
  readonly migrated: readonly string[];
}

/** What is met when a backup is read from its first line to its last. */
type Part =
  | { readonly kind: 'header'; readonly header: Header }
  | { readonly kind: 'rows'; readonly table: TableShape; readonly rows: readonly RowTexts[] }
  | { readonly kind: 'closed'; readonly table: TableShape; readonly rows: number; readonly sha256: string }
  | { readonly kind: 'sequences'; readonly sequences: Sequences }
  | { readonly kind: 'end'; readonly tables: number; readonly rows: number; readonly sha256: string };

function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

/** No text of JavaScript is longer, and so no backup was ever made with a longer line. */
const lineAtMost = 536_870_888;

/** The file's lines in batches of a few megabytes; a line may be as long as the largest row. */
async function* batches(file: string, opener: Opener | null): AsyncGenerator<readonly string[]> {
  const source = await openedBackup(file, opener);
  const plain = createGunzip();
  source.on('error', (error) => plain.destroy(error));
  source.pipe(plain);
  let open: Buffer[] = [];
  let lines: string[] = [];
  let size = 0;
  let first = true;
  let unended = 0;
  try {
    for await (const part of plain) {
      const chunk: Buffer = part;
      let start = 0;
      for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
        open.push(chunk.subarray(start, end));
        lines.push(Buffer.concat(open).toString('utf8'));
        open = [];
        start = end + 1;
        first = false;
      }
      // Gunzip uses its buffer again.
      if (start < chunk.length) open.push(Buffer.from(chunk.subarray(start)));
      unended = (start === 0 ? unended : 0) + chunk.length - start;
      if (unended > lineAtMost) throw new BackupProblem(`The backup ${file} was damaged: one of its lines has no end.`);
      size += chunk.length;
      if (first && size > 16_000_000) throw new BackupProblem(`${file} is not a backup of Kept.`);
      if (size > 2_000_000 && lines.length > 0) {
        yield lines;
        lines = [];
        size = 0;
      }
    }
    if (lines.length > 0) yield lines;
    if (open.length > 0) throw new BackupProblem(`The backup ${file} is cut off: it ends in the middle of a line.`);
  } catch (error) {
    if (isCode(error, 'ENOENT', 'EACCES', 'EISDIR'))
      throw new BackupProblem(`The backup ${file} cannot be read (${error instanceof Error ? error.message : ''}).`, {
        cause: error,
      });
    if (isCode(error, 'Z_BUF_ERROR'))
      throw new BackupProblem(`The backup ${file} is cut off: it is shorter than when it was made.`, { cause: error });
    if (isCode(error, 'Z_DATA_ERROR'))
      throw new BackupProblem(
        `${file} is no backup of Kept, or it was damaged: ${error instanceof Error ? error.message : ''}.`,
        { cause: error },
      );
    throw error;
  } finally {
    source.destroy();
    plain.destroy();
  }
}

function parsed(file: string, line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new BackupProblem(`${file} is no backup of Kept, or it was damaged: one of its lines is not JSON.`);
  }
}

function isRow(value: unknown, width: number): value is RowTexts {
  return (
    Array.isArray(value) && value.length === width && value.every((one) => one === null || typeof one === 'string')
  );
}

function readHeader(file: string, line: string): Header {
  const said = parsed(file, line);
  const header = headerForm.safeParse(said);
  if (!header.success) throw new BackupProblem(`${file} is not a backup of Kept.`);
  if (header.data.version !== formatVersion)
    throw new BackupProblem(
      `The backup ${file} has the format ${header.data.version}, and this Kept reads format ${formatVersion}. ` +
        `Restore it with the Kept that made it (${header.data.app}) or a newer one.`,
    );
  return header.data;
}

/** Reads a backup strictly in its order, checking every count and hash on the way. */
async function* parts(file: string, opener: Opener | null): AsyncGenerator<Part> {
  const damaged = (what: string): BackupProblem => new BackupProblem(`The backup ${file} was damaged: ${what}.`);
  const whole = createHash('sha256');
  let header: Header | null = null;
  let place = 0;
  let table: TableShape | null = null;
  let hash = createHash('sha256');
  let [rowsHere, rowsInAll] = [0, 0];
  let state: 'tables' | 'sequences' | 'end' | 'over' = 'tables';
  for await (const lines of batches(file, opener)) {
    let waiting: RowTexts[] = [];
    for (const line of lines) {
      if (!header) {
        header = readHeader(file, line);
        whole.update(`${line}\n`);
        if (header.tables.length === 0) state = 'sequences';
        yield { kind: 'header', header };
        continue;
      }
      if (state === 'over') throw damaged('something follows its last line');
      const said = parsed(file, line);
      if (state === 'end') {
        const end = endForm.safeParse(said);
        if (!end.success || end.data.tables !== header.tables.length || end.data.rows !== rowsInAll)
          throw damaged('its last line does not fit the rest');
        if (end.data.sha256 !== whole.digest('hex')) throw damaged('its SHA-256 does not fit');
        state = 'over';
        yield { kind: 'end', ...end.data };
        continue;
      }
      whole.update(`${line}\n`);
      if (state === 'sequences') {
        const { success, data } = sequencesForm.safeParse(said);
        if (!success) throw damaged('its sequences are missing');
        state = 'end';
        yield { kind: 'sequences', sequences: data.sequences };
        continue;
      }
      if (!table) {
        const begin = beginForm.safeParse(said);
        const next = header.tables[place];
        if (!begin.success || !next || begin.data.table !== fullName(next))
          throw damaged(`the table ${next ? fullName(next) : ''} is missing`);
        table = next;
        hash = createHash('sha256');
        rowsHere = 0;
        continue;
      }
      if (isRow(said, table.columns.length)) {
        hash.update(`${line}\n`);
        rowsHere += 1;
        waiting.push(said);
        continue;
      }
      const close = closeForm.safeParse(said);
      if (!close.success || close.data.closes !== fullName(table))
        throw damaged(`a row of ${fullName(table)} does not fit its columns`);
      if (close.data.rows !== rowsHere || close.data.sha256 !== hash.digest('hex'))
        throw damaged(`the rows of ${fullName(table)} do not fit their count and SHA-256`);
      if (waiting.length > 0) yield { kind: 'rows', table, rows: waiting };
      waiting = [];
      yield { kind: 'closed', table, rows: close.data.rows, sha256: close.data.sha256 };
      rowsInAll += rowsHere;
      table = null;
      place += 1;
      if (place === header.tables.length) state = 'sequences';
    }
    if (table && waiting.length > 0) yield { kind: 'rows', table, rows: waiting };
  }
  if (!header) throw new BackupProblem(`${file} is not a backup of Kept: it is empty.`);
  if (state !== 'over') throw new BackupProblem(`The backup ${file} is cut off: its last line is missing.`);
}

/** Reads a backup to its end without restoring it; refuses one that is cut off, damaged or something else. */
export async function inspectBackup(
  file: string,
  opener: Opener | null = null,
): Promise<{ readonly header: Header; readonly rows: number; readonly sha256: string }> {
  let header: Header | null = null;
  for await (const part of parts(file, opener)) {
    if (part.kind === 'header') header = part.header;
    if (part.kind === 'end' && header) return { header, rows: part.rows, sha256: part.sha256 };
  }
  throw new BackupProblem(`The backup ${file} is cut off: its last line is missing.`);
}

/** Opens a backup as far as its first line inside: refuses a wrong key before anything is made. */
export async function refuseOtherKey(file: string, opener: Opener | null): Promise<void> {
  for await (const part of parts(file, opener)) if (part.kind === 'header') return;
}

/** What is said of a backup in clear, sealed or not. */
export type BackupFacts = Pick<Header, 'app' | 'made' | 'secret' | 'keys'> & {
  readonly isSealed: boolean;
  /** Public key for which it is sealed. */
  readonly sealedFor: string | null;
};

/** Reads the first line alone: what a backup needs is known before anything is touched. */
export async function backupHeader(file: string): Promise<BackupFacts> {
  const sealed = await sealedLine(file).catch((problem: unknown) => {
    if (problem instanceof BackupProblem) throw problem;
    return null;
  });
  if (sealed) return { ...sealed.facts, isSealed: true, sealedFor: sealed.facts.to };
  for await (const part of parts(file, null))
    if (part.kind === 'header') return { ...part.header, isSealed: false, sealedFor: null };
  throw new BackupProblem(`${file} is not a backup of Kept: it is empty.`);
}

/** Refuses a secret that does not open the keys in the backup; `given` is null where the folder has none yet and would make a new one. */
export function refuseOtherSecret(file: string, header: Pick<Header, 'secret'>, given: string | null): void {
  if (!header.secret || header.secret === given) return;
  const present = given === null ? 'and none is given here' : `and the one given here has ${given}`;
  throw new BackupProblem(
    `The backup ${file} needs the secret with the fingerprint ${header.secret}, ${present}. Put that secret ` +
      `into KEPT_SECRET or the file KEPT_DATA/secret, then restore. If it is lost: kept restore ${file} ` +
      `--secret-is-lost restores all the rest; open codes, and answers that are not mixed yet, cannot be opened ` +
      `any more.`,
  );
}

/** The migrations the backup was made with, as this Kept has them. */
function migrationsOf(header: Header, migrations: readonly Migration[]): readonly Migration[] {
  const ours = new Map(migrations.map((one) => [one.name, one]));
  for (const { name, sha256 } of header.migrations) {
    const found = ours.get(name);
    if (!found)
      throw new BackupProblem(
        `The backup was made by a newer Kept (${header.app}): it has the migration ${name}, which this one does not know. Restore it with that Kept.`,
      );
    if (found.sha256 !== sha256)
      throw new BackupProblem(
        `The backup was made by a Kept whose migration ${name} reads differently, so its tables may too. Restore it with that Kept (${header.app}).`,
      );
  }
  const known = new Set(header.migrations.map(({ name }) => name));
  return migrations.filter(({ name }) => known.has(name));
}

async function refuseFull(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any ($1) and c.relkind in ('r', 'p') and (n.nspname, c.relname) <> ('kit', 'migration')
      limit 1`,
    [schemas],
  );
  if (rows.length > 0)
    throw new BackupProblem(
      'This database is in use already, and a backup is restored only into an empty one. Choose another folder ' +
        'with KEPT_DATA (or an empty database with DATABASE_URL).',
    );
}

/** Checks between tables, and triggers, are taken off while the rows come in, in any order, and put on again before the end. */
async function bare(client: pg.ClientBase): Promise<() => Promise<void>> {
  const { rows: keys } = await client.query<{ table: string; name: string; definition: string }>(
    `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as table, quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition
       from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      where k.contype = 'f' and k.conparentid = 0 and n.nspname = any ($1) order by k.oid`,
    [schemas],
  );
  const { rows: triggers } = await client.query<{ table: string; name: string }>(
    `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as table, quote_ident(t.tgname) as name
       from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
      where not t.tgisinternal and t.tgenabled = 'O' and t.tgparentid = 0 and n.nspname = any ($1) order by t.oid`,
    [schemas],
  );
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${name}`);
  for (const { table, name } of triggers) await client.query(`alter table ${table} disable trigger ${name}`);
  return async () => {
    await client.query('set constraints all immediate');
    for (const { table, name, definition } of keys)
      await client.query(`alter table ${table} add constraint ${name} ${definition}`);
    for (const { table, name } of triggers) await client.query(`alter table ${table} enable trigger ${name}`);
  };
}

async function insert(client: pg.ClientBase, table: TableShape, rows: readonly RowTexts[]): Promise<void> {
  if (table.columns.length === 0) {
    for (const _ of rows) await client.query(`insert into ${quoted(table)} default values`);
    return;
  }
  const names = table.columns.map(({ name }) => pg.escapeIdentifier(name));
  const values = table.columns.map(({ type }, index) => `v.c${index}::${type}`);
  const sets = table.columns.map((_, index) => `$${index + 1}::text[]`);
  await client.query(
    `insert into ${quoted(table)} (${names.join(', ')}) overriding system value select ${values.join(', ')}
      from unnest(${sets.join(', ')}) as v(${table.columns.map((_, index) => `c${index}`).join(', ')})`,
    table.columns.map((_, index) => rows.map((row) => row[index] ?? null)),
  );
}

async function tableHash(
  client: pg.ClientBase,
  table: TableShape,
): Promise<{ readonly rows: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  let rows = 0;
  for await (const batch of readRows(client, table)) {
    rows += batch.length;
    hash.update(batch.map((row) => `${JSON.stringify(row)}\n`).join(''));
  }
  return { rows, sha256: hash.digest('hex') };
}

function refuseOtherShape(header: Header, present: readonly TableShape[]): void {
  const shapes = (tables: readonly TableShape[]): string =>
    JSON.stringify(tables.map((table) => [fullName(table), table.columns, table.order]));
  if (shapes(header.tables) !== shapes(present))
    throw new BackupProblem(
      'The tables of the backup are not those that its migrations make here, so nothing was restored.',
    );
}

async function load(
  client: pg.ClientBase,
  { file, place, opener = null, log = () => undefined }: RestoreOptions,
  migrations: readonly Migration[],
  sha256: string,
): Promise<void> {
  await beginHistory(client, place.roleSuffix);
  const { rows: known } = await client.query('select from kit.migration');
  if (known.length > 0)
    throw new BackupProblem('This database is in use already, and a backup is restored only into an empty one.');
  for (const migration of migrations) await applyMigration(client, migration, place.roleSuffix);
  await fixOutput(client);
  const dress = await bare(client);
  const closed: { readonly table: TableShape; readonly rows: number; readonly sha256: string }[] = [];
  for await (const part of parts(file, opener)) {
    switch (part.kind) {
      case 'header':
        refuseOtherShape(part.header, await readTables(client));
        // What migrations put in comes back with the rows.
        if (part.header.tables.length > 0) await client.query(`truncate ${part.header.tables.map(quoted).join(', ')}`);
        break;
      case 'rows':
        // Batches of the file may be larger than what one statement should carry.
        for (let start = 0; start < part.rows.length; start += 2000)
          await insert(client, part.table, part.rows.slice(start, start + 2000));
        break;
      case 'closed':
        closed.push(part);
        log(`${fullName(part.table)}: ${part.rows} rows`);
        break;
      case 'sequences':
        for (const one of part.sequences)
          await client.query('select setval($1::regclass, $2::bigint, $3)', [quoted(one), one.last, one.called]);
        break;
      case 'end':
        if (part.sha256 !== sha256) throw new BackupProblem(`The backup ${file} changed while it was read.`);
    }
  }
  await dress();
  for (const expected of closed) {
    const found = await tableHash(client, expected.table);
    if (found.rows !== expected.rows || found.sha256 !== expected.sha256)
      throw new BackupProblem(`The rows of ${fullName(expected.table)} came back different, so nothing was restored.`);
  }
}

export interface RestoreOptions {
  readonly place: Pick<DatabasePlace, 'admin' | 'secret' | 'reach'> & Partial<Pick<DatabasePlace, 'roleSuffix'>>;
  readonly file: string;
  /** The secret of the backup is lost: everything else is restored, and new keys are made. */
  readonly secretIsLost?: boolean;
  /** What opens a sealed backup. */
  readonly opener?: Opener | null;
  readonly migrations: readonly Migration[];
  readonly log?: (message: string) => void;
}

/** Restores a backup into an empty database, in one transaction: all of it, checked row by row, or nothing. */
export async function restore(options: RestoreOptions): Promise<RestoreResult> {
  const { header, rows, sha256 } = await inspectBackup(options.file, options.opener ?? null);
  const { place, secretIsLost = false, migrations } = options;
  if (!secretIsLost) refuseOtherSecret(options.file, header, fingerprintOf(place.secret));
  const wanted = migrationsOf(header, migrations);
  const client = await connectAsOwner(place.admin, 'kept restore');
  try {
    await takeTurn(client);
    await refuseFull(client);
    await prepareServer(client, place);
    await client.query('begin');
    try {
      await load(client, options, wanted, sha256);
      if (secretIsLost && header.secret) await client.query('delete from kit.key_ring');
      if (secretIsLost) await keepSigningKey(client, signerOf(place.secret), 'change');
      await client.query('commit');
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
    await client.query('analyze').catch(() => undefined);
  } finally {
    await client.end();
  }
  // A backup that is older than the key ring was made under the folder's secret, as it is.
  const migrated = await migrate({
    ...place,
    migrations,
    earlierRoot: async () => (secretIsLost ? randomBytes(32) : place.secret),
  });
  return { header, tables: header.tables.length, rows, sha256, migrated };
}
