/**
 * Every act leaves a line in the journal: a guard that stands in the databases of each room’s own tests. Whatever changes a row of the
 * record on behalf of an account, in whichever test, without a line of the journal in the same transaction fails when it commits. Fixtures and
 * jobs act on behalf of nobody, and are let through.
 */
import { sql } from 'kysely';
import type pg from 'pg';
import type { Write } from '#kit/db/gate.js';
import { noLine } from './no-line.js';

const places = (tables: readonly string[]): string => tables.map((table) => `'${table}'`).join(', ');

export const guardSql = `
  create schema test_guard;
  grant usage on schema test_guard to public;
  create function test_guard.see_line() returns trigger language plpgsql as $$
    begin
      perform set_config('test.lines', 'on', true);
      return null;
    end $$;
  create function test_guard.need_line() returns trigger language plpgsql as $$
    begin
      if coalesce(current_setting('test.lines', true), '') <> 'on' then
        raise exception 'Changed %.% without a line in the journal (test/journal-guard.ts)', tg_table_schema, tg_table_name;
      end if;
      return null;
    end $$;
  create trigger see_line after insert on kit.journal for each statement execute function test_guard.see_line();
  do $$
    declare one regclass;
    begin
      for one in select c.oid from pg_class c where c.relnamespace = 'record'::regnamespace and c.relkind in ('r', 'p')
          and not c.relispartition and c.oid::regclass::text <> all (array[${places(Object.keys(noLine))}]::text[]) loop
        execute format('create constraint trigger zz_needs_line after insert or update or delete on %s
          deferrable initially deferred for each row when (current_setting(''kept.account'', true) <> '''')
          execute function test_guard.need_line()', one);
      end loop;
    end $$;
  revoke all on all functions in schema test_guard from public;
`;

export async function guardJournal(client: pg.Client): Promise<void> {
  await client.query(guardSql);
}

/** For a fixture that stands for an act of another room, on behalf of an account. */
export async function withoutLine(write: Write): Promise<void> {
  await sql`select set_config('test.lines', 'on', true)`.execute(write);
}
