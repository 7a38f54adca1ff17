import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { changedPieces } from './pieces.js';

const sentence = fc
  .array(fc.constantFrom('the', 'board', 'agreed', 'buses', ' ', '\n', '  late', 'Ŵydd', '🚌'), { maxLength: 30 })
  .map((words) => words.join(' '));

test('what stayed and what was removed is the text before; what stayed and what was added the text after', () => {
  fc.assert(
    fc.property(sentence, sentence, (before, after) => {
      const pieces = changedPieces(before, after);
      const without = (kind: string) =>
        pieces
          .filter((piece) => piece.kind !== kind)
          .map(({ text }) => text)
          .join('');
      assert.equal(without('added'), before);
      assert.equal(without('removed'), after);
      assert.ok(pieces.every(({ text }, index) => text !== '' && pieces[index - 1]?.kind !== pieces[index]?.kind));
    }),
  );
});

test('a text against itself has not changed', () => {
  fc.assert(fc.property(sentence, (text) => assert.ok(changedPieces(text, text).every(({ kind }) => kind === 'same'))));
});

test('one word changed is one word removed and one added', () => {
  assert.deepEqual(changedPieces('figures in the autumn term', 'figures in the spring term'), [
    { kind: 'same', text: 'figures in the' },
    { kind: 'removed', text: ' autumn' },
    { kind: 'added', text: ' spring' },
    { kind: 'same', text: ' term' },
  ]);
});

test('texts too long to compare word by word are shown as removed and added', () => {
  const long = (word: string) => Array.from({ length: 2500 }, (_, index) => `${word}${index}`).join(' ');
  assert.deepEqual(
    changedPieces(long('a'), long('b')).map(({ kind }) => kind),
    ['removed', 'added'],
  );
});
