import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kindNamed, publicationWords, subjectPath } from './subjects.js';

void test('each kind of publication is read at its own address', () => {
  assert.deepEqual(
    [
      subjectPath('board', 'b'),
      subjectPath('board', 'b', 2),
      subjectPath('pack', 'b/m'),
      subjectPath('pack', 'b/m', 2),
      subjectPath('minutes', 'b/m'),
      subjectPath('minutes', 'b/m', 2),
      subjectPath('practice', 'p'),
      subjectPath('practice', 'p', 2),
      subjectPath('charter', 'c'),
      subjectPath('charter', 'c', 2),
    ],
    [
      '/boards/b',
      '/boards/b',
      '/boards/b/meetings/m/pack',
      '/boards/b/meetings/m/pack/v2',
      '/boards/b/meetings/m/minutes',
      '/boards/b/meetings/m/minutes/v2',
      '/practice/p',
      '/practice/p/v2',
      '/charters/c',
      '/charters/c/v2',
    ],
  );
});

void test('a kind that does not exist is none', () => {
  assert.deepEqual(['pack', 'minutes', 'board', '', 'PACK', 'constructor'].map(kindNamed), [
    'pack',
    'minutes',
    'board',
    null,
    null,
    null,
  ]);
});

void test('a publication says what it is, of which board and of which day', () => {
  const of = (kind: 'board' | 'pack' | 'minutes', date: string | null, board_name: string | null = 'Youth Board') =>
    publicationWords({ kind, title: 'Some title', board_name, date });
  assert.deepEqual(
    [of('board', null), of('pack', '2024-03-12'), of('minutes', '2024-01-23'), of('board', null, null)],
    [
      'Membership of Youth Board',
      'Agenda pack of Youth Board, 12 March 2024',
      'Minutes of Youth Board, 23 January 2024',
      'Membership: Some title',
    ],
  );
});
