import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkableWords, likelyWords, looser, mend, snippet } from './search.js';

void test('only words that can be misspelt are checked', () => {
  assert.deepEqual(checkableWords('Caré of 2024 a-b "young people" -bus young'), ['care', 'young', 'people', 'bus']);
});

void test('an unknown word is put right, and the rest of the query stays', () => {
  const mended = mend(
    '"atendance" -Bus or careleavers',
    new Map([
      ['atendance', 'attendance'],
      ['careleavers', 'leavers'],
    ]),
  );
  assert.equal(mended.query, '"attendance" -bus or leavers');
  assert.deepEqual(mended.changed, [
    { from: 'atendance', to: 'attendance' },
    { from: 'careleavers', to: 'leavers' },
  ]);
  assert.deepEqual(mend('bus', new Map()).changed, []);
});

void test('a slip is put right, a short or a far word is only offered', () => {
  const likely = (typed: string, ...words: readonly string[]) =>
    likelyWords(
      typed,
      words.map((word) => ({ word, alike: 0 })),
    );
  assert.deepEqual(likely('yougn', 'you', 'your', 'young'), [
    { word: 'young', edits: 1, sure: true },
    { word: 'you', edits: 2, sure: false },
    { word: 'your', edits: 2, sure: false },
  ]);
  assert.deepEqual(likely('yuoth', 'youth', 'tooth'), [
    { word: 'youth', edits: 1, sure: true },
    { word: 'tooth', edits: 2, sure: false },
  ]);
  assert.deepEqual(likely('sean', 'seats', 'seen'), [{ word: 'seen', edits: 1, sure: false }]);
  assert.deepEqual(likely('bsu', 'bus'), [{ word: 'bus', edits: 1, sure: true }]);
  assert.deepEqual(
    likelyWords('careleavers', [
      { word: 'leavers', alike: 0.6 },
      { word: 'carers', alike: 0.4 },
    ]),
    [{ word: 'leavers', edits: 4, sure: false }],
  );
});

void test('a word of five letters or more never loses two of them', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 3, maxLength: 9 });
  fc.assert(
    fc.property(word, fc.array(word), (typed, known) => {
      for (const one of likelyWords(
        typed,
        known.map((each) => ({ word: each, alike: 0.4 })),
      )) {
        assert.notEqual(one.word, typed);
        if (one.sure)
          assert.ok(Math.abs(one.word.length - typed.length) <= (typed.length <= 4 ? 0 : typed.length <= 7 ? 1 : 2));
      }
    }),
  );
});

void test('plain words may be taken one by one, a query with signs of its own may not', () => {
  assert.equal(looser('bus  late'), 'bus or late');
  for (const query of ['bus', '"bus late"', 'bus -late', 'bus or late', '']) assert.equal(looser(query), null);
});

void test('a snippet marks the words, with and without accents, and nothing beside them', () => {
  assert.deepEqual(snippet('Cllr Siân Prys (Dyffryn) came.', new Set(['sian', 'dyffryn'])), [
    { text: 'Cllr ', marked: false },
    { text: 'Siân', marked: true },
    { text: ' Prys (', marked: false },
    { text: 'Dyffryn', marked: true },
    { text: ') came.', marked: false },
  ]);
});

void test('a long text is cut around the first word found', () => {
  const long = [
    ...Array.from({ length: 60 }, (_, at) => `before${at}`),
    'needle',
    ...Array.from({ length: 60 }, (_, at) => `after${at}`),
  ].join(' ');
  const text = snippet(long, new Set(['needle']))
    .map((piece) => piece.text)
    .join('');
  assert.ok(text.startsWith('… before48') && text.includes('needle') && text.endsWith('…'));
  assert.ok(text.split(' ').length < 50);
});

void test('a snippet is made of the text itself, whatever it holds', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.array(fc.string({ maxLength: 5 })),
      (body, words) => {
        const text = snippet(body, new Set(words))
          .map((piece) => piece.text)
          .join('')
          .replace(/^… | …$/g, '');
        assert.ok(body.replace(/\s+/g, ' ').trim().includes(text.trim()) || text.includes('…'));
      },
    ),
  );
});
