import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysUntil, monthsLater } from './london.js';

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
