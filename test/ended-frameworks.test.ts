/** Nothing new begins under a framework that has ended, and what began before goes on: asked of the database itself, table by table. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { asOwner } from '../src/app/owner.js';
import { type Running, runningKept } from './running.js';

let kept: Running;
before(async () => {
  kept = await runningKept();
});
after(async () => kept.stop());

const ended = 'inclusion-charter';
const goesOn = 'care-leavers-asks';
/** Something whose short name only begins like that of what has ended. */
const alike = 'inclusion-charter-2';

class Undone extends Error {}

/** In a transaction in which the framework has ended, and of which nothing stays. */
async function underEnded(
  work: (write: Write) => Promise<void>,
  began: (write: Write) => Promise<unknown> = async () => undefined,
): Promise<void> {
  await assert.rejects(
    asOwner(kept.house, async (write) => {
      await began(write);
      await sql`insert into published.ending (kind, subject, organisation, role, reason, on_day)
        select 'framework', ${ended}, f.organisation, 'x', 'x', '2026-11-30' from record.framework f where f.slug = ${ended}`.execute(
        write,
      );
      await work(write);
      throw new Undone();
    }),
    Undone,
  );
}

/** Whether the rule refuses it; anything else that a half row meets afterwards is not its business. */
async function isRefused(write: Write, statement: ReturnType<typeof sql>): Promise<boolean> {
  await sql`savepoint attempt`.execute(write);
  try {
    await statement.execute(write);
    return false;
  } catch (problem) {
    return problem instanceof Error && 'code' in problem && problem.code === 'KP013';
  } finally {
    await sql`rollback to savepoint attempt`.execute(write);
  }
}

/** A new row of a table that names a framework: the rule looks at it before any constraint does. */
function inserted(table: string, row: Readonly<Record<string, unknown>>): ReturnType<typeof sql> {
  return sql`insert into ${sql.table(table)} select (jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(row)}::jsonb)).*`;
}

/** How a row of each table names a framework. */
const naming: Readonly<Record<string, (framework: string) => Readonly<Record<string, unknown>>>> = {
  'record.promise': (framework) => ({ framework }),
  'record.charter': (framework) => ({ framework }),
  'record.network': (framework) => ({ themes: [`${framework} active-citizens`] }),
  'record.offer': (framework) => ({ draft: { framework } }),
  'record.coverage': (framework) => ({ framework }),
  'record.submission': (framework) => ({ framework }),
  'record.register_entry': (framework) => ({ framework }),
  'record.register_interest': (framework) => ({ framework }),
};

test('no table takes a new row under what has ended; each takes one under what goes on', () =>
  underEnded(async (write) => {
    for (const [table, row] of Object.entries(naming)) {
      assert.equal(await isRefused(write, inserted(table, row(ended))), true, table);
      for (const other of [goesOn, alike])
        assert.equal(await isRefused(write, inserted(table, row(other))), false, `${table} ${other}`);
    }
    assert.equal(
      await isRefused(write, inserted('record.network', { themes: [`${goesOn} housing`, `${ended} active-citizens`] })),
      true,
      'one theme of several',
    );
    assert.equal(
      await isRefused(write, inserted('record.promise', { framework: ended, charter: 'a-charter-of-before' })),
      false,
      'a clause was agreed before',
    );
  }));

test('what began before is changed as it was, and takes up nothing new', () =>
  underEnded(
    async (write) => {
      for (const table of ['record.promise', 'record.charter', 'record.register_entry']) {
        const { rows } = await sql<{
          id: string;
        }>`select id from ${sql.table(table)} where framework = ${ended} limit 1`.execute(write);
        assert.ok(rows[0], table);
        assert.equal(
          await isRefused(write, sql`update ${sql.table(table)} set framework = framework where id = ${rows[0].id}`),
          false,
          table,
        );
      }
      const changes = (name: string, add: string) =>
        sql`update record.network set themes = themes || ${add}::text where slug = ${name}`;
      assert.equal(
        await isRefused(write, sql`update record.network set themes = themes where slug = 'with-it'`),
        false,
        'a network keeps its theme',
      );
      assert.equal(
        await isRefused(write, changes('with-it', `${goesOn} housing`)),
        false,
        'and takes up one of what goes on',
      );
      assert.equal(
        await isRefused(write, changes('without-it', `${ended} active-citizens`)),
        true,
        'another takes none up',
      );
    },
    async (write) => {
      for (const [slug, themes] of [
        ['with-it', [`${ended} active-citizens`]],
        ['without-it', []],
      ] as const) {
        await sql`insert into record.network
          select (jsonb_populate_record(n, ${JSON.stringify({ id: newId(), slug, themes })}::jsonb)).*
          from record.network n order by n.id limit 1`.execute(write);
      }
    },
  ));

test('an entry of its register is taken back, and neither signed nor renewed', () =>
  underEnded(async (write) => {
    const happens = (event: string) =>
      sql`update record.register_entry set event = ${event}, event_number = event_number + 1 where id =
        (select min(id::text)::uuid from record.register_entry where framework = ${ended})`;
    for (const event of ['invited', 'interested', 'signed', 'renewed', 'reconfirmed'])
      assert.equal(await isRefused(write, happens(event)), true, event);
    for (const event of ['withdrawn', 'removed', 'lapsed'])
      assert.equal(await isRefused(write, happens(event)), false, event);
  }));

test('of what an organisation said something before it may go on speaking, of that and nothing beside it', () => {
  const said = { organisation: newId(), authority: 'E09000001', framework: ended, theme: 'housing', ask: '' };
  return underEnded(
    async (write) => {
      assert.equal(await isRefused(write, inserted('record.coverage', said)), false, 'anew');
      for (const other of [
        { organisation: newId() },
        { authority: 'E09000002' },
        { framework: goesOn, theme: 'health' },
        { theme: 'health' },
        { ask: 'free-bus' },
      ]) {
        assert.equal(
          await isRefused(write, inserted('record.coverage', { ...said, ...other })),
          !('framework' in other),
          JSON.stringify(other),
        );
      }
      assert.equal(
        await isRefused(write, inserted('record.coverage', { ...said, theme: 'health', offer: newId() })),
        false,
        'what its own offer answers',
      );
    },
    async (write) => {
      const { rows } = await sql<{ organisation: string }>`
        insert into record.coverage
          select (jsonb_populate_record(c, ${JSON.stringify({ ...said, organisation: undefined, id: newId(), offer: null })}::jsonb)).*
          from record.coverage c order by c.id limit 1 returning organisation`.execute(write);
      said.organisation = rows[0]?.organisation ?? assert.fail();
    },
  );
});
