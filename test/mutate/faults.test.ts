import assert from 'node:assert/strict';
import test from 'node:test';
import { parse } from 'acorn';
import { faultsIn, plant } from './faults.js';

const planted = (source: string): readonly string[] => faultsIn(source).map((fault) => plant(source, fault));

test('a boundary, a condition and a number are each planted once', () => {
  assert.deepEqual(planted('export const isLate = (days) => days > 7;'), [
    'export const isLate = (days) => days >= 7;',
    'export const isLate = (days) => days > 8;',
  ]);
  assert.deepEqual(planted('if (!found) stop();'), ['if (false) stop();', 'if (found) stop();', 'if (!found) ;']);
});

test('a query loses its filter, its order and the direction of it', () => {
  const query = `read.selectFrom('x').where('day', '<', today).orderBy('day', 'desc')`;
  const found = planted(`const rows = ${query};`);
  assert.equal(found.length, 4);
  for (const [good, bad] of [
    [`.where('day', '<', today)`, ''],
    [`.orderBy('day', 'desc')`, ''],
    [`'<'`, '"<="'],
    [`'desc'`, '"asc"'],
  ] as const) {
    assert.ok(found.includes(`const rows = ${query.replace(good, bad)};`), good);
  }
});

test('a limit of one, of which the first row is taken, is left as it is', () => {
  assert.deepEqual(planted(`const row = read.selectFrom('x').limit(1).executeTakeFirst();`), []);
  assert.equal(planted(`const rows = read.selectFrom('x').limit(1).execute();`).length, 2);
});

test('statements between backquotes are planted, words for people are not', () => {
  assert.deepEqual(
    planted('const a = sql`select 1 from x where day <= ${day} and kept is null order by day`;').length > 4,
    true,
  );
  assert.deepEqual(planted('const a = `Less than 10 and more`;'), []);
});

test('a line that only does something is left out; text that is joined is no sum', () => {
  assert.deepEqual(planted(`await journal(write, line);`), [';']);
  assert.deepEqual(planted(`const a = 'one' + word;`), []);
});

test('what is planted can be read as a program', () => {
  const source =
    `async function act(write, who, { a = 1 }) { const found = await f(who, (x) => ({ b: x.y ?? 2, c: !x })); if ` +
    `(!found || who.n >= a) return { ok: false }; await note(write, [1].filter(Boolean).slice(0, 2)); return { ok: ` +
    `true, value: found.d === 'e' ? 1 : -1 }; }`;
  for (const text of planted(source))
    assert.doesNotThrow(() => parse(text, { ecmaVersion: 'latest', sourceType: 'module' }), text);
});
