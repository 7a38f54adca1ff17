/**
 * What a backup holds. One gzip file of lines: a header, then for each table its rows as JSON arrays of the texts that
 * PostgreSQL gives and takes for the values, then a line that closes the table with its count and SHA-256, then the
 * sequences, and a last line without which the file is known to be cut off. Texts are the same for every PostgreSQL, so
 * a backup moves between the embedded one, one's own, and later major versions.
 */
import pg from 'pg';
import { z } from 'zod';

/** The backup or the place to restore it into is not what it should be; the message says so to a person. */
export class BackupProblem extends Error {
  override readonly name = 'BackupProblem';
}

export const formatName = 'kept-backup';
export const formatVersion = 1;
/** Schemas whose tables are ours. */
export const schemas = ['record', 'published', 'intake', 'kit'] as const;

const columnForm = z.strictObject({ name: z.string(), type: z.string() });
const tableForm = z.strictObject({
  schema: z.enum(schemas),
  name: z.string(),
  columns: z.array(columnForm),
  order: z.array(z.string()),
});

export const headerForm = z.object({
  format: z.literal(formatName),
  version: z.number().int(),
  app: z.string(),
  made: z.string(),
  postgres: z.string(),
  migrations: z.array(z.strictObject({ name: z.string(), sha256: z.string() })),
  /** Fingerprint of the secret that opens the keys inside; backups that are older do not say it. */
  secret: z.string().nullable().optional(),
  /** Names of keys inside that will be destroyed one day: from then on the file may live for seven days (keeping.ts). Older backups do not say it. */
  keys: z.array(z.string()).optional(),
  tables: z.array(tableForm),
});
export const beginForm = z.strictObject({ table: z.string() });
export const closeForm = z.strictObject({ closes: z.string(), rows: z.number().int(), sha256: z.string() });
export const sequencesForm = z.strictObject({
  sequences: z.array(
    z.strictObject({ schema: z.enum(schemas), name: z.string(), last: z.string(), called: z.boolean() }),
  ),
});
export const endForm = z.strictObject({
  end: z.literal(formatName),
  tables: z.number().int(),
  rows: z.number().int(),
  sha256: z.string(),
});

export type Header = z.infer<typeof headerForm>;
export type TableShape = z.infer<typeof tableForm>;
export type Sequences = z.infer<typeof sequencesForm>['sequences'];

export function fullName(table: { readonly schema: string; readonly name: string }): string {
  return `${table.schema}.${table.name}`;
}

export function quoted(table: { readonly schema: string; readonly name: string }): string {
  return `${pg.escapeIdentifier(table.schema)}.${pg.escapeIdentifier(table.name)}`;
}

/**
 * Our tables as they stand: columns that are stored rather than computed, and the primary key to read them in.
 * Unlogged tables may be forgotten (kit.rate_limit) and are, and those that say of themselves that they are not in a
 * backup.
 */
export async function readTables(client: pg.ClientBase): Promise<readonly TableShape[]> {
  const { rows } = await client.query<TableShape>(
    `select n.nspname::text as schema, c.relname::text as name,
            (select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
               from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
            coalesce((select jsonb_agg(a.attname order by k.place) from pg_index i cross join unnest(i.indkey::int2[]) with ordinality as k(attnum, place)
                        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum where i.indrelid = c.oid and i.indisprimary), '[]') as "order"
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any ($1) and c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence = 'p'
        and obj_description(c.oid, 'pg_class') is distinct from 'not in a backup'
      order by n.nspname::text collate "C", c.relname::text collate "C"`,
    [schemas],
  );
  return rows.map((row) => ({ ...row, columns: row.columns ?? [] }));
}

/** The names of keys that are destroyed one day: the first column of the tables that say of themselves that they hold them. */
export async function readKeyNames(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ schema: string; name: string; column: string }>(
    `select n.nspname::text as schema, c.relname::text as name, a.attname::text as column from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum = 1
      where n.nspname = any ($1) and c.relkind = 'r' and obj_description(c.oid, 'pg_class') = 'keys' order by 1, 2`,
    [schemas],
  );
  const names: string[] = [];
  for (const table of rows)
    names.push(
      ...(
        await client.query<{ name: string }>(
          `select ${pg.escapeIdentifier(table.column)}::text as name from ${quoted(table)} order by 1`,
        )
      ).rows.map(({ name }) => name),
    );
  return names;
}

export async function readSequences(client: pg.ClientBase): Promise<Sequences> {
  const { rows } = await client.query<{ schema: Sequences[number]['schema']; name: string }>(
    `select n.nspname::text as schema, c.relname::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any ($1) and c.relkind = 'S' order by n.nspname::text collate "C", c.relname::text collate "C"`,
    [schemas],
  );
  const found: Sequences = [];
  for (const sequence of rows) {
    const { rows: state } = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from ${quoted(sequence)}`,
    );
    const first = state[0];
    if (first) found.push({ ...sequence, ...first });
  }
  return found;
}

/** Values print the same everywhere: numbers in full, times in UTC, bytes in hexadecimal. */
export async function fixOutput(client: pg.ClientBase): Promise<void> {
  await client.query(
    `set local extra_float_digits = 1; set local timezone = 'UTC'; set local datestyle = 'ISO, YMD';
      set local intervalstyle = 'iso_8601'; set local bytea_output = 'hex'; set local row_security = off;
      set local work_mem = '64MB'; set local cursor_tuple_fraction = 1`,
  );
}

export type RowTexts = readonly (string | null)[];

const batchBytes = 2_000_000;
const batchRows = 2_000;
/** Types that every PostgreSQL sorts alike; others are sorted by their text, byte by byte, whatever the database's language. */
const alike: readonly string[] = ['uuid', 'smallint', 'integer', 'bigint', 'bytea', 'date', 'timestamp with time zone'];
let cursors = 0;

/** How many rows of the values cursor come next, so that a batch has a few megabytes whatever the rows weigh. */
async function* portions(client: pg.ClientBase, weight: string, from: string, sorted: string): AsyncGenerator<number> {
  const { rows } = await client.query<{ heaviest: number | null; rows: number }>(
    `select max(${weight}) as heaviest, count(*) as rows from ${from}`,
  );
  const all = rows[0]?.rows ?? 0;
  if ((rows[0]?.heaviest ?? 0) * batchRows <= 8 * batchBytes) {
    for (let done = 0; done < all; done += batchRows) yield Math.min(batchRows, all - done);
    return;
  }
  // Some rows are heavy: a second cursor tells the weight of each before it is fetched.
  const weights = `weights_${cursors}`;
  await client.query(`declare ${weights} no scroll cursor for select ${weight} as weight from ${from}${sorted}`);
  for (;;) {
    const { rows: next } = await client.query<{ weight: number }>(`fetch ${batchRows} from ${weights}`);
    if (next.length === 0) break;
    let size = 0;
    let count = 0;
    for (const { weight: one } of next) {
      if (count > 0 && size + one > batchBytes) {
        yield count;
        [size, count] = [0, 0];
      }
      size += one;
      count += 1;
    }
    yield count;
  }
  await client.query(`close ${weights}`);
}

/** All rows of a table in a fixed order, in batches of a few megabytes. Runs in a transaction with one snapshot. */
export async function* readRows(client: pg.ClientBase, table: TableShape): AsyncGenerator<readonly RowTexts[]> {
  const texts = table.columns.map(({ name }) => `${pg.escapeIdentifier(name)}::text`);
  const types = new Map(table.columns.map(({ name, type }) => [name, type]));
  const byKey = table.order.map((name) =>
    alike.includes(types.get(name) ?? '')
      ? pg.escapeIdentifier(name)
      : `${pg.escapeIdentifier(name)}::text collate "C"`,
  );
  const order = byKey.length > 0 ? byKey : texts.map((text) => `${text} collate "C"`);
  const sorted = order.length > 0 ? ` order by ${order.join(', ')}` : '';
  cursors += 1;
  const values = `values_${cursors}`;
  const weight = texts.length > 0 ? texts.map((one) => `coalesce(octet_length(${one}), 0)`).join(' + ') : '0';
  await client.query(
    `declare ${values} no scroll cursor for select ${texts.join(', ')} from ${quoted(table)}${sorted}`,
  );
  for await (const count of portions(client, weight, quoted(table), sorted)) {
    const { rows } = await client.query<(string | null)[]>({ text: `fetch ${count} from ${values}`, rowMode: 'array' });
    yield rows;
  }
  await client.query(`close ${values}`);
}
