import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstDay, monthLater, monthsToChoose } from './months.js';

test('a month is written as its address has it, and nothing else is one', () => {
  assert.equal(firstDay('2026-03'), '2026-03-01');
  for (const none of ['2026-13', '2026-3', '2026-00', '0026-03', '', '2026-03-01', "2026-03'"])
    assert.equal(firstDay(none), null, none);
  assert.equal(monthLater('2026-12', 1), '2027-01');
  assert.equal(monthLater('2026-01', -1), '2025-12');
});

test('months lie between the first meeting and the last, and each year leads to one of them', () => {
  const { years, months } = monthsToChoose({ first: '2024-11-05', last: '2026-02-01' }, '2026');
  assert.deepEqual(years, [
    { year: '2024', month: '2024-11' },
    { year: '2025', month: '2025-01' },
    { year: '2026', month: '2026-01' },
  ]);
  assert.deepEqual(months, ['2026-01', '2026-02']);
  assert.deepEqual(monthsToChoose({ first: '2024-11-05', last: '2026-02-01' }, '2030').months, []);
});

test('a year leads to its first month with a meeting to come or gone, and months end with the last meeting', () => {
  const days = { first: '2024-03-12', last: '2024-10-31' };
  const months = ['2024-03', '2024-04', '2024-05', '2024-06', '2024-07', '2024-08', '2024-09', '2024-10'];
  assert.deepEqual(monthsToChoose(days, '2024'), { years: [{ year: '2024', month: '2024-03' }], months });
  const whole = monthsToChoose({ first: '2023-12-31', last: '2025-01-01' }, '2024').months;
  assert.deepEqual(
    [whole.length, whole[0], whole[8], whole[9], whole[11]],
    [12, '2024-01', '2024-09', '2024-10', '2024-12'],
  );
  assert.equal(monthLater('2026-01', 13), '2027-02');
});
