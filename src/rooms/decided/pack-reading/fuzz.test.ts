import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fuzzReadings } from './fuzz.js';

test('2,000 spoilt packs: no exception, nothing lost, nothing invented', { timeout: 180_000 }, async () => {
  const report = await fuzzReadings(2000, 20240312);
  assert.deepEqual(report.failures, []);
  assert.ok(report.readings > 1800, 'most spoilt texts are still texts');
});
