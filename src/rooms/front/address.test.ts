import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindNamed, subjectPath } from './address.js';

void test('each kind of publication is read at its own address', () => {
  assert.deepEqual(
    [subjectPath('board', 'b'), subjectPath('board', 'b', 2), subjectPath('pack', 'b/m'), subjectPath('pack', 'b/m', 2), subjectPath('minutes', 'b/m'), subjectPath('minutes', 'b/m', 2)],
    ['/boards/b', '/boards/b', '/boards/b/meetings/m/pack', '/boards/b/meetings/m/pack/v2', '/boards/b/meetings/m/minutes', '/boards/b/meetings/m/minutes/v2'],
  );
});

void test('a kind that does not exist is none', () => {
  assert.deepEqual(['pack', 'minutes', 'board', '', 'PACK', 'constructor'].map(kindNamed), ['pack', 'minutes', 'board', null, null, null]);
});
