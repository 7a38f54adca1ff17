import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minutesPaths } from './paths.js';

void test('every address of minutes', () => {
  const at = ['children', '2024-03-12'] as const;
  assert.deepEqual(
    [minutesPaths.newest(...at), minutesPaths.newestJson(...at), minutesPaths.version(...at, 2), minutesPaths.json(...at, 2)],
    ['/boards/children/meetings/2024-03-12/minutes', '/boards/children/meetings/2024-03-12/minutes.json', '/boards/children/meetings/2024-03-12/minutes/v2', '/boards/children/meetings/2024-03-12/minutes/v2/minutes.json'],
  );
});
