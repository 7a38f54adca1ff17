import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isDate, monthsLater } from '#base/london.js';
import { awardCount, awardExpires, awardProblems } from './rules.js';
import { dayIn } from './award-csv.js';
import { awardStages } from './words.js';

test('silver and gold hold three years to the day, and what nobody has said is not known', () => {
  assert.equal(awardExpires('gold', '2024-02-29'), '2027-02-28');
  assert.equal(awardExpires('bronze', '2024-02-29'), null);
  assert.equal(awardCount(null, '2026-11-26'), 'not known');
  assert.equal(awardCount({ stage: 'gold', expires: '2026-11-26' }, '2026-11-26'), 'gold');
  assert.equal(awardCount({ stage: 'gold', expires: '2026-11-25' }, '2026-11-26'), 'ran out');
  const days = fc
    .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2029-11-26T00:00:00Z'), noInvalidDate: true })
    .map((one) => one.toISOString().slice(0, 10));
  fc.assert(
    fc.property(fc.constantFrom(...awardStages), days, days, (stage, since, today) => {
      const counted = awardCount({ stage, expires: awardExpires(stage, since) }, today);
      const hasRunOut = (stage === 'silver' || stage === 'gold') && today > monthsLater(since, 36);
      assert.equal(counted, hasRunOut ? 'ran out' : stage);
    }),
  );
});

test('a stage has a source and a day that is not ahead', () => {
  const codes = (since: string, source: string) =>
    awardProblems({ urn: 999001, stage: 'gold', since, source }, '2026-11-26').map(
      ({ part, code }) => `${part} ${code}`,
    );
  assert.deepEqual(codes('2026-11-26', 'A list'), []);
  assert.deepEqual(codes('2026-11-27', ''), ['source empty', 'since not yet']);
  for (const [typed, day] of [
    ['27/3/2026', '2026-03-27'],
    ['2026-03-27', '2026-03-27'],
    ['31/2/2026', ''],
    ['March', ''],
  ] as const)
    assert.equal(dayIn(typed), day);
  fc.assert(fc.property(fc.string(), (typed) => assert.ok(dayIn(typed) === '' || isDate(dayIn(typed)))));
});
