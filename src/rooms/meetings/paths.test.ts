import assert from 'node:assert/strict';
import { test } from 'node:test';
import { meetingPaths } from './paths.js';

void test('every address of the calendar', () => {
  assert.deepEqual([meetingPaths.calendar(), meetingPaths.feed()], ['/calendar', '/calendar.ics']);
});
