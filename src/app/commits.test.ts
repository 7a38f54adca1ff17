import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bodyProblems, subjectProblems } from './commits.js';

const said = (...entries: readonly string[]): string => entries.map((entry) => `${entry}\0\n`).join('');

test('a subject has at most 60 letters', () => {
  assert.deepEqual(subjectProblems(said(`a1 minutes: ${'s'.repeat(51)}\nWhy.`)), []);
  assert.match(subjectProblems(said(`a1 minutes: ${'s'.repeat(52)}\nWhy.`))[0] ?? '', /^a1 .* 61 letters/);
});

test('a body says why; a merge says nothing, nor do those who signed', () => {
  assert.deepEqual(bodyProblems(said('a1 minutes: say who seconded\nReaders asked for it.\n')), []);
  assert.deepEqual(bodyProblems(said("a1 Merge branch 'main' into trial\n")), []);
  assert.deepEqual(
    bodyProblems(said('a1 minutes: say who seconded\n', 'b2 all: tidy\n\nSigned-off-by: A <a@kept.example>\n')),
    ['a1 has no body that says why: minutes: say who seconded', 'b2 has no body that says why: all: tidy'],
  );
});

test('a history without commits has no problems', () => {
  assert.deepEqual([...subjectProblems(''), ...bodyProblems('')], []);
});
