import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expressionsOf, judge, readVerdicts, saveVerdicts, sources } from './expressions.js';

test(
  'every regular expression is linear, or test/expressions.txt says why it does no harm',
  { timeout: 1_200_000 },
  async () => {
    const verdicts = new Map(readVerdicts());
    const found = expressionsOf(sources());
    const added: string[] = [];
    const wrong: string[] = [];
    for (const [expression, place] of found) {
      if (verdicts.has(expression)) continue;
      const why = expression.startsWith('/')
        ? await judge(expression)
        : 'put together from parts: write it down as one, or say in the file why it is linear';
      if (why === null) {
        verdicts.set(expression, 'linear');
        added.push(expression);
      } else wrong.push(`${place}: ${expression} is not linear: ${why}`);
    }
    if (added.length > 0) saveVerdicts(new Map([...verdicts].filter(([expression]) => found.has(expression))));
    assert.deepEqual(
      wrong,
      [],
      'Write it so that no two parts of it can match the same text, or use a few lines of code (src/base/ends.ts).',
    );
    assert.deepEqual(added, [], 'These are linear, and were added to test/expressions.txt. Commit it with them.');
  },
);

test('an expression is found wherever code may hold one, and a tag is none', () => {
  const source =
    'const a = /x+\\/[/]y/giu.test(b) ? c / d / e : (<br />); const f = <p>{g}</p>; h.replace(/i/, `${j.split(/k/)}`); new RegExp(l); // /no/';
  assert.deepEqual(
    [...expressionsOf([['a.ts', source]]).keys()],
    ['/x+\\/[/]y/giu', '/i/', '/k/', 'new RegExp 1 of a.ts'],
  );
});

test('what is quadratic is seen', { timeout: 120_000 }, async () => {
  assert.equal(await judge('/^[a-z]+$/'), null);
  assert.match((await judge('/\\s+$/')) ?? '', /polynomial/);
  assert.match((await judge('/^(a+)+$/')) ?? '', /exponential/);
});
