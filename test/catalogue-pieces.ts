/** What the migrated catalogue holds that names tables, and which room said it last; for test/floor-plan-tables.test.ts. */
import type pg from 'pg';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { sourceFolder } from '#kit/db/migrate.js';
import { type Piece, roomOf, sqlWithoutComments } from './table-plan.js';

interface Written {
  readonly name: string;
  readonly room: string;
  readonly sql: string;
}

/** Every migration with the room (or kit) in whose folder it lies, by date. */
function writtenMigrations(names: readonly string[]): readonly Written[] {
  const found = new Map<string, Written>();
  for (const path of readdirSync(sourceFolder(), { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.sql') || basename(dirname(path)) !== 'migrations') continue;
    const file = path.replaceAll('\\', '/');
    const name = basename(file, '.sql');
    found.set(name, {
      name,
      room: roomOf(`src/${file}`) ?? 'kit',
      sql: readFileSync(join(sourceFolder(), path), 'utf8'),
    });
  }
  return names.flatMap((name) => found.get(name) ?? []);
}

/** The room whose migration wrote each function last, by its bare name: "record.vote". */
function functionRooms(migrations: readonly Written[]): ReadonlyMap<string, string> {
  const rooms = new Map<string, string>();
  for (const { room, sql } of migrations)
    for (const [, name = ''] of sql.matchAll(
      /create\s+(?:or\s+replace\s+)?(?:function|procedure)\s+([a-z_]+\.[a-z_]+)/gi,
    ))
      rooms.set(name.toLowerCase(), room);
  return rooms;
}

/** What was said of whom: functions, triggers, policies, views and foreign keys, each with the room that said it. */
export async function cataloguePieces(
  client: pg.ClientBase,
  owners: ReadonlyMap<string, string>,
): Promise<readonly Piece[]> {
  const rows = async <R extends pg.QueryResultRow>(sql: string): Promise<readonly R[]> =>
    (await client.query<R>(sql)).rows;
  const applied = await rows<{ name: string }>('select name from kit.migration order by applied_at, name');
  const migrations = writtenMigrations(applied.map(({ name }) => name));
  const byFunction = functionRooms(migrations);
  const byMigration = new Map(migrations.map(({ name, room }) => [name, room]));
  const ofTable = (table: string): string => owners.get(table) ?? 'kit';
  // Names come with their schema.
  await client.query("set search_path = ''");
  const functions = await rows<{ name: string; text: string }>(
    `select p.pronamespace::regnamespace || '.' || p.proname as name,
        coalesce(pg_get_function_sqlbody(p.oid), p.prosrc) || ' ' || coalesce(pg_get_function_result(p.oid), '') as text
       from pg_proc p where p.pronamespace::regnamespace::text in ('record', 'published', 'intake', 'kit') order by p.oid::regprocedure::text`,
  );
  // Whatever one migration writes has its transaction's number, and so has the line that remembers it.
  const triggers = await rows<{ name: string; table: string; runs: string; migration: string | null; text: string }>(
    `select t.tgname as name, t.tgrelid::regclass::text as table, m.name as migration, pg_get_triggerdef(t.oid) as text,
        (select p.pronamespace::regnamespace || '.' || p.proname from pg_proc p where p.oid = t.tgfoid) as runs
       from pg_trigger t left join kit.migration m on m.xmin = t.xmin
      where not t.tgisinternal order by 2, 1`,
  );
  const policies = await rows<{ name: string; table: string; text: string }>(
    `select policyname as name, schemaname || '.' || tablename as table, concat(qual, ' ', with_check) as text
       from pg_policies where schemaname in ('record', 'published', 'intake', 'kit') order by 2, 1`,
  );
  const keys = await rows<{ name: string; table: string; text: string }>(
    `select c.conname as name, c.conrelid::regclass::text as table, pg_get_constraintdef(c.oid) || ' ' as text
       from pg_constraint c where c.contype = 'f' and c.conparentid = 0 order by 2, 1`,
  );
  const views = await rows<{ name: string; text: string }>(
    `select schemaname || '.' || viewname as name, definition as text from pg_views
      where schemaname in ('record', 'published', 'intake', 'kit') order by 1`,
  );
  return [
    ...functions.map(({ name, text }) => ({
      name: `function ${name}`,
      owner: byFunction.get(name) ?? 'kit',
      text: sqlWithoutComments(text),
    })),
    ...triggers.map(({ name, table, runs, migration, text }) => ({
      name: `trigger ${name} on ${table}`,
      owner: byMigration.get(migration ?? '') ?? ofTable(table),
      text: text.replace(/^.*? ON \S+/, ''),
      // A room may ask for what the table's owner does for all of them with a function of its own.
      ...(byFunction.get(runs) === ofTable(table) ? {} : { sitsOn: table }),
    })),
    ...policies.map(({ name, table, text }) => ({ name: `policy ${name} on ${table}`, owner: ofTable(table), text })),
    ...keys.map(({ name, table, text }) => ({ name: `key ${name} of ${table}`, owner: ofTable(table), text })),
    ...views.map(({ name, text }) => ({ name: `view ${name}`, owner: ofTable(name), text })),
  ];
}

/** Every table with the room (or kit) whose migration created it. */
export async function tablesByCreator(client: pg.ClientBase): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string }>('select name from kit.migration order by applied_at, name');
  const creators = new Map<string, string>([['kit.migration', 'kit']]);
  for (const { room, sql } of writtenMigrations(rows.map(({ name }) => name)))
    for (const [, table = ''] of sql.matchAll(
      /create\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?([a-z_]+\.[a-z_]+)/gi,
    ))
      creators.set(table.toLowerCase(), room);
  return creators;
}
