import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeDoubt, type Reading } from '#rooms/decided/pack-reading/index.js';
import { answersFor } from './answers-to-earlier-file.js';
import type { Settlement } from './words.js';

// None of these doubts is about the day of a meeting, the only thing for which the reading itself is asked.
const blank = { meeting: null, minutes: [] } as unknown as Reading;

const place = (from: number, words: string) => ({ lines: { from, to: from }, words });
const owner = (line: number, words = 'Officers to report back.') =>
  makeDoubt('action without owner', 'missing', 'The action names nobody who owes it.', [place(line, words)]);
const answer = (
  subject: string,
  outcome: Settlement['outcome'] = 'corrected',
  value = 'Head of Service',
): Settlement => ({ subject, outcome, correction: outcome === 'corrected' ? { value } : null });

test('the same doubt on another line takes its answer over', () => {
  const [before, now] = [owner(12), owner(40)];
  assert.notEqual(before.id, now.id);
  assert.deepEqual(answersFor(blank, [now], [before], [answer(before.id)]), [answer(now.id)]);
});

test('other words, another sentence or another kind are another doubt', () => {
  const before = owner(12);
  const others = [
    owner(12, 'Officers to report back soon.'),
    makeDoubt('action without owner', 'missing', 'Another sentence.', [place(12, 'Officers to report back.')]),
    makeDoubt('action without date', 'missing', before.message, [place(12, 'Officers to report back.')]),
  ];
  assert.deepEqual(answersFor(blank, others, [before], [answer(before.id)]), []);
  assert.deepEqual(answersFor(blank, [owner(12)], [before], []), [], 'and a doubt without an answer gives none');
});

test('what was answered in two ways is left open; in one way it is not', () => {
  const [one, other, now] = [owner(12), owner(30), owner(50)];
  assert.deepEqual(answersFor(blank, [now], [one, other], [answer(one.id), answer(other.id, 'set aside')]), []);
  assert.deepEqual(answersFor(blank, [now], [one, other], [answer(one.id), answer(other.id)]), [answer(now.id)]);
});

test('a choice that is offered no more is not taken', () => {
  const paper = (line: number, choices: readonly string[]) =>
    makeDoubt('paper without item', 'missing', 'No item.', [place(line, 'Report')], choices);
  const before = paper(3, ['1 Care', '2 School']);
  assert.deepEqual(
    answersFor(blank, [paper(5, ['1 Care'])], [before], [answer(before.id, 'corrected', '2 School')]),
    [],
  );
  assert.equal(
    answersFor(blank, [paper(5, ['2 School'])], [before], [answer(before.id, 'corrected', '2 School')]).length,
    1,
  );
  const spelling = (choices: readonly string[]) =>
    makeDoubt('spelling differs', 'wrong', 'Two spellings.', [place(9, 'Ann Lister')], choices);
  const two = spelling(['Ann Lister', 'Anne Lister']);
  // Left as printed counts both as the first of the choices: another first is another answer.
  assert.deepEqual(
    answersFor(blank, [spelling(['Anne Lister', 'Ann Lister'])], [two], [answer(two.id, 'accepted')]),
    [],
  );
  assert.equal(answersFor(blank, [two], [two], [answer(two.id, 'accepted')]).length, 1);
});

test('pairs only among those who are named now', () => {
  const pairs = (absent: readonly string[]) =>
    makeDoubt('substitution without pair', 'missing', 'Not said for whom.', [place(7, 'Cllr Sutton')], absent);
  const before = pairs(['Cllr Nash', 'Cllr Reeve']);
  const given: Settlement = {
    subject: before.id,
    outcome: 'corrected',
    correction: { pairs: [{ absent: 'Cllr Nash', substitute: 'Cllr Sutton' }] },
  };
  assert.equal(answersFor(blank, [pairs(['Cllr Nash'])], [before], [given]).length, 1);
  assert.deepEqual(answersFor(blank, [pairs(['Cllr Reeve'])], [before], [given]), []);
});
