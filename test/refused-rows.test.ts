/** Every constraint of the house has words for whoever meets it, or is of a kind that says why no form does (kit/refused-row.ts). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { kitRefusals } from '#kit/own-refusals.js';
import { problems } from '#kit/problems.js';
import { refusedRow, rowWords, unmetKinds } from '#kit/refused-row.js';
import { rooms } from '../src/app/rooms.js';
import { rolledBack } from './house.js';

const refusals = [kitRefusals, ...rooms.flatMap((room) => room.refusals ?? [])];

interface Constraint {
  readonly table: string;
  readonly name: string;
  /** As pg_constraint has it; "i" for a unique index of its own. */
  readonly type: string;
  readonly definition: string;
}

/** Kinds that the definition itself shows, with the reason why nobody meets them by a form. */
const shapes: readonly { readonly why: string; readonly is: (one: Constraint) => boolean }[] = [
  {
    why: 'A number that Kept makes by chance, or a hash of one.',
    is: ({ type, definition }) =>
      'pui'.includes(type) && /\((?:organisation, )?(?:id|token_hash|hash)\)$/.test(definition),
  },
  {
    why: 'A page offers these values and takes no other; what is offered is typed.',
    is: ({ type, definition }) =>
      type === 'c' && /= ANY \(ARRAY\[[^\]]*\]\)\)\)$/.test(definition) && !/ AND | OR /.test(definition),
  },
  {
    why: 'A hash: Kept makes it, of one length.',
    is: ({ type, definition }) => type === 'c' && /^CHECK \(\(octet_length\(\w+\) = 32\)\)$/.test(definition),
  },
  // All of them have the words of their problem: what they name went meanwhile.
  { why: problems['gone-meanwhile'].what, is: ({ type }) => type === 'f' },
];

async function catalogue(): Promise<readonly Constraint[]> {
  return rolledBack(async (write) => {
    const { rows } = await sql<Constraint>`
      with house as (select c.oid, n.nspname || '.' || c.relname as name from pg_class c
        join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('record', 'published', 'intake', 'kit')
        and c.relkind in ('r', 'p'))
      select h.name as table, k.conname::text as name, k.contype::text as type, pg_get_constraintdef(k.oid) as
        definition from house h join pg_constraint k on k.conrelid = h.oid where k.contype <> 'n'
      union all select h.name, i.relname::text, 'i', pg_get_indexdef(i.oid) from house h
        join pg_index x on x.indrelid = h.oid and x.indisunique join pg_class i on i.oid = x.indexrelid
        where not exists (select from pg_constraint k where k.conindid = i.oid)
      order by 1, 2`.execute(write);
    return rows;
  });
}

test('each constraint has words of its own, or a kind with its reason; none is named that is not there', async () => {
  const all = await catalogue();
  assert.ok(all.length > 400);
  const named = new Map<string, string[]>();
  const name = (table: string, constraint: string, as: string): void =>
    void named.set(`${table} ${constraint}`, [...(named.get(`${table} ${constraint}`) ?? []), as]);
  for (const { words, unmet } of refusals) {
    for (const [table, own] of Object.entries(words))
      for (const [constraint, said] of Object.entries(own)) {
        name(table, constraint, 'words');
        assert.match(said, /^[A-Z][^.]+\.$/, said);
      }
    for (const [kind, tables] of Object.entries(unmet))
      for (const [table, own] of Object.entries(tables)) for (const constraint of own) name(table, constraint, kind);
  }
  const there = all.map(({ table, name: constraint }) => `${table} ${constraint}`);
  const byShape = new Set(
    all
      .filter((one) => shapes.some(({ is }) => is(one)))
      .map(({ table, name: constraint }) => `${table} ${constraint}`),
  );
  assert.deepEqual(
    there.filter((one) => !named.has(one) && !byShape.has(one)),
    [],
    'say in the room’s refusals.ts what somebody hears who meets it, or of which kind it is',
  );
  assert.deepEqual(
    [...named.keys()].filter((one) => !there.includes(one)),
    [],
    'these are not there',
  );
  assert.deepEqual(
    [...named].filter(([, as]) => as.length > 1),
    [],
    'named twice',
  );
  for (const why of Object.values(unmetKinds)) assert.ok(why.length > 40);
});

test('what is about two of the same is never said to be made by the form alone', async () => {
  const two = new Set(
    (await catalogue()).filter(({ type }) => 'puix'.includes(type)).map(({ table, name }) => `${table} ${name}`),
  );
  for (const { unmet } of refusals)
    for (const [table, own] of Object.entries(unmet['form first'] ?? {}))
      for (const constraint of own)
        assert.ok(
          !two.has(`${table} ${constraint}`),
          `${table} ${constraint} is about two rows: another may be a moment earlier`,
        );
});

test('a refusal finds its sentence by table and name', () => {
  const row = refusedRow(
    Object.assign(new Error('taken'), {
      code: '23505',
      schema: 'record',
      table: 'charter',
      constraint: 'charter_slug_free',
    }),
  );
  assert.ok(row);
  assert.deepEqual(
    [row.problem, rowWords(refusals, row)],
    ['same-already', 'There is a charter of this title already.'],
  );
  assert.equal(rowWords(refusals, { ...row, table: 'published.charter' }), null);
  assert.equal(refusedRow(Object.assign(new Error('gone'), { code: '23503' }))?.problem, 'gone-meanwhile');
  assert.equal(refusedRow(new Error('otherwise')), null);
});
