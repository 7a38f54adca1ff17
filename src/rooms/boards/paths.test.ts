import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boardPaths } from './paths.js';

void test('every address of boards', () => {
  assert.deepEqual(
    [boardPaths.all(), boardPaths.one('children'), boardPaths.meeting('children', '2024-03-12'), boardPaths.calendar('children'), boardPaths.person('ann-whitcombe'), boardPaths.decisions(), boardPaths.decisions('children', 2), boardPaths.actions(null, 3), boardPaths.actions('a&b'), boardPaths.one('bwrdd-ŵ')],
    ['/boards', '/boards/children', '/boards/children/meetings/2024-03-12', '/boards/children/calendar.ics', '/people/ann-whitcombe', '/decisions', '/decisions?board=children&page=2', '/actions?page=3', '/actions?board=a%26b', '/boards/bwrdd-%C5%B5'],
  );
});
