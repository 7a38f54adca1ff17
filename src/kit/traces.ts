/**
 * What was destroyed in the database, taken out of its files. A deleted row lies in its table's file until something is written over it, and in
 * the log that PostgreSQL keeps for a crash: a copy of the data folder would still hold it, beside the secret. So once a transaction has left a
 * trace (kit.trace) the next round writes over the place where the row lay, and lets the log of before go. Everything is asked of PostgreSQL
 * and nothing done to its files, so no file that a recovery needs is ever touched; a round that is killed is done again from its beginning.
 */
import pg from 'pg';
import type { DatabasePlace } from './database.js';
import { connectAsOwner } from './db/migrate.js';
import { ownerRole } from './db/roles.js';

interface Trace {
  readonly id: string;
  readonly filled: string | null;
  readonly filled_by: string | null;
  readonly rewritten: readonly string[];
  readonly must: boolean;
}

/** Of what is rewritten for neatness only: others wait for the table meanwhile. */
const rewrittenAtMost = 16_000_000;
/** So long may others wait behind a table that is to be rewritten. */
const waitAtMost = '300ms';
/** Any number, as long as every Kept takes the same. */
const traceLock = 5_461_882_014;

function named(name: string): string {
  return name
    .split('.')
    .map((part) => pg.escapeIdentifier(part))
    .join('.');
}

/** Traces that nobody's snapshot reaches behind any more: until then PostgreSQL keeps what was deleted. */
async function ripe(client: pg.ClientBase): Promise<readonly Trace[]> {
  const { rows } = await client.query<Trace>(
    `select t.id, t.filled, t.filled_by, t.rewritten, t.must from kit.trace t
      where t.since < pg_snapshot_xmin(pg_current_snapshot())
        and not exists (select from pg_stat_activity a where a.pid <> pg_backend_pid() and a.backend_xmin is not null
          and age(a.backend_xmin) >= age(t.since::xid))
      order by t.id`,
  );
  return rows;
}

/** Writes over the free space of a table: rows are put there and taken back, and what they were stays where the deleted ones lay. */
async function fill(client: pg.ClientBase, name: string): Promise<void> {
  await client.query('begin');
  await client.query(`select ${named(name)}()`);
  await client.query('rollback');
}

/** A table's file anew, without what was deleted. False where others use it now. */
async function rewrite(client: pg.ClientBase, table: string, must: boolean): Promise<boolean> {
  const { rows } = await client.query<{ bytes: number }>('select pg_table_size($1::regclass)::float8 as bytes', [
    table,
  ]);
  if (!must && (rows[0]?.bytes ?? 0) > rewrittenAtMost) return true;
  try {
    await client.query(`set lock_timeout = '${must ? '5s' : waitAtMost}'`);
    await client.query(`vacuum (full) ${named(table)}`);
    return true;
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === '55P03') return !must;
    throw problem;
  }
}

const segments = `select name from pg_ls_waldir() where name ~ '^[0-9A-F]{24}$'`;

/**
 * Lets go of the log that was written until now. Files that were kept for use again come first in line, so they are written through to their
 * ends (a switch fills the rest of a file); then a checkpoint makes all of them unneeded, and PostgreSQL removes them (wal_recycle is off).
 * False where one is still there, for instance because something else keeps it.
 */
export async function letLogGo(client: pg.ClientBase): Promise<boolean> {
  const { rows: newest } = await client.query<{ last: string | null }>(
    `select max(name collate "C") as last from (${segments}) s`,
  );
  const last = newest[0]?.last ?? '';
  for (let round = 0; round < 200; round += 1) {
    const { rows } = await client.query<{ passed: boolean }>(
      `with said as materialized (select pg_logical_emit_message(false, 'kept', 'traces') as at)
        select pg_walfile_name(said.at) collate "C" > $1 as passed from said`,
      [last],
    );
    if (rows[0]?.passed === true) break;
    await client.query('select pg_switch_wal()');
  }
  await client.query('checkpoint');
  const { rows: left } = await client.query(`select from (${segments}) s where name collate "C" <= $1 limit 1`, [last]);
  return left.length === 0;
}

/** Whether the free space of a table is written over: in no page is there room for a whole row of before. The file is up to date after a checkpoint. */
async function isFilled(client: pg.ClientBase, table: string): Promise<boolean> {
  const { rows } = await client.query<{ bytes: Buffer | null }>(
    'select pg_read_binary_file(pg_relation_filepath($1::regclass), 0, pg_relation_size($1::regclass), true) as bytes',
    [table],
  );
  const bytes = rows[0]?.bytes ?? Buffer.alloc(0);
  // Header of a page: where its free space begins and ends (PostgreSQL, src/include/storage/bufpage.h). The last page was added by the filling.
  for (let at = 0; at + 2 * 8192 <= bytes.length; at += 8192) {
    if (bytes.readUInt16LE(at + 14) - bytes.readUInt16LE(at + 12) >= 128) return false;
  }
  return true;
}

export interface Wiped {
  /** Traces that are gone from the files, and those that wait: somebody still reads what was there before, or uses a table. */
  readonly gone: number;
  readonly waiting: number;
}

async function wipeRipe(client: pg.ClientBase, traces: readonly Trace[], hasLog: boolean): Promise<boolean> {
  const filled = new Map(
    traces.flatMap(({ filled, filled_by }) => (filled === null || filled_by === null ? [] : [[filled, filled_by]])),
  );
  for (const [table, name] of filled) {
    await client.query(`vacuum ${named(table)}`);
    await fill(client, name);
  }
  const must = traces.some((trace) => trace.must);
  for (const table of new Set(traces.flatMap(({ rewritten }) => rewritten)))
    if (!(await rewrite(client, table, must))) return false;
  if (hasLog) {
    if (!(await letLogGo(client))) return false;
    for (const table of filled.keys()) if (!(await isFilled(client, table))) return false;
  }
  for (const table of filled.keys()) await client.query(`vacuum ${named(table)}`);
  return true;
}

/**
 * Takes out of the files what transactions have left there. On a server of one's own the tables alone: its log, its archives and its standbys
 * belong to whoever keeps it (decision 0013).
 */
export async function wipeTraces(
  place: Pick<DatabasePlace, 'admin' | 'postgres'> & Partial<Pick<DatabasePlace, 'roleSuffix'>>,
): Promise<Wiped> {
  const client = await connectAsOwner(place.admin, 'kept traces');
  try {
    if (place.postgres === null) await client.query(`set role ${ownerRole}${place.roleSuffix ?? ''}`);
    const { rows: waits } = await client.query<{ many: number }>('select count(*)::int as many from kit.trace');
    const many = waits[0]?.many ?? 0;
    if (many === 0) return { gone: 0, waiting: 0 };
    const { rows: locks } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [
      traceLock,
    ]);
    if (!locks[0]?.mine) return { gone: 0, waiting: many };
    const traces = await ripe(client);
    if (traces.length === 0 || !(await wipeRipe(client, traces, place.postgres !== null)))
      return { gone: 0, waiting: many };
    await client.query('delete from kit.trace where id = any ($1)', [traces.map(({ id }) => id)]);
    return { gone: traces.length, waiting: many - traces.length };
  } finally {
    await client.end();
  }
}
