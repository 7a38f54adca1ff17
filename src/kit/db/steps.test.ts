import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { type Step, type Steps, wordOn } from '#base/steps.js';
import { rolledBack } from '#test/house.js';
import { isCalledInSql, wordInSql } from './steps.js';

const words = ['over', 'coming', 'going', 'told', 'ended'] as const;
type Word = (typeof words)[number];
type Day = 'one' | 'two' | 'three';

const day = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2026-01-12'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const row = fc.record({
  one: fc.option(day),
  two: fc.option(day),
  three: fc.option(day),
  says: fc.constantFrom<Word>('told', 'ended'),
});
const steps: fc.Arbitrary<Steps<Word, Day, 'says'>> = fc
  .tuple(
    fc.uniqueArray(
      fc.tuple(
        fc.constantFrom<Word>('over', 'coming', 'going'),
        fc.constantFrom<Day>('one', 'two', 'three'),
        fc.constantFrom('from', 'until', 'after', 'before'),
      ),
      { selector: ([word]) => word, minLength: 1, maxLength: 3 },
    ),
    fc.constantFrom('column', 'only', 'word'),
  )
  .map(([found, ending]) => ({
    steps: found.map(([word, at, how]): Step<Word, Day> => {
      if (how === 'from') return { word, from: at };
      if (how === 'until') return { word, until: at };
      return how === 'after' ? { word, after: at } : { word, before: at };
    }),
    ...(ending === 'word' ? { otherwise: { word: 'told' as const } } : { otherwise: 'says' as const }),
    ...(ending === 'only' ? { only: 'told' as const } : {}),
  }));

test('lists call a row what a page calls it, whatever the steps, the days and the day', async () => {
  await rolledBack(async (write) => {
    await fc.assert(
      fc.asyncProperty(steps, fc.array(row, { minLength: 1, maxLength: 30 }), day, async (some, rows, today) => {
        const list = JSON.stringify(rows.map((one, place) => ({ ...one, place })));
        const from = sql`from jsonb_to_recordset(${list}::jsonb) as r (place integer, one date, two date, three date, says text)`;
        const { rows: called } = await sql<{ word: Word }>`
          select ${wordInSql(some, today)} as word ${from} order by place`.execute(write);
        const expected = rows.map((one) => wordOn(some, one, today));
        assert.deepEqual(
          called.map(({ word }) => word),
          expected,
        );
        for (const word of words) {
          const { rows: found } = await sql<{ place: number }>`
            select place ${from} where ${isCalledInSql(some, word, today)} order by place`.execute(write);
          assert.deepEqual(
            found.map(({ place }) => place),
            expected.flatMap((one, place) => (one === word ? [place] : [])),
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});
