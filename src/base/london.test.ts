import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { daysLater, daysUntil, monthsLater } from './london.js';

test('a month later is the same day, or the last of a shorter month', () => {
  assert.equal(monthsLater('2026-08-31', 6), '2027-02-28');
  assert.equal(monthsLater('2027-08-31', 6), '2028-02-29');
  assert.equal(monthsLater('2026-06-30', 6), '2026-12-30');
  assert.equal(monthsLater('2026-12-15', 1), '2027-01-15');
});

test('a year later is the same day, and of 29 February the day before', () => {
  assert.deepEqual(
    ['2026-11-26', '2028-02-29', '2023-02-28', '2024-12-31'].map((day) => monthsLater(day, 12)),
    ['2027-11-26', '2029-02-28', '2024-02-28', '2025-12-31'],
  );
});

test('days are counted as days, over a change of the clocks too', () => {
  assert.deepEqual(
    [
      daysUntil('2026-03-28', '2026-03-30'),
      daysUntil('2026-10-26', '2026-10-24'),
      daysUntil('2026-01-01', '2026-01-01'),
    ],
    [2, -2, 0],
  );
});

test('a day so many days later is so many days away, and of no other month than so many months later', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20_000 }),
      fc.integer({ min: -400, max: 400 }),
      fc.integer({ min: 1, max: 84 }),
      (count, days, months) => {
        const from = daysLater('2020-01-01', count);
        assert.equal(daysUntil(from, daysLater(from, days)), days);
        const after = monthsLater(from, months);
        const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
        assert.equal(monthOf(after) - monthOf(from), months);
        assert.ok(after.slice(8) <= from.slice(8));
      },
    ),
  );
});
