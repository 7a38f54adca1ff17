import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { edits } from './edits.js';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'ŵ'), maxLength: 9 });

void test('a slip of the finger is one edit', () => {
  for (const [typed, meant] of [
    ['yuoth', 'youth'],
    ['yougn', 'young'],
    ['atendance', 'attendance'],
    ['cabbinet', 'cabinet'],
    ['coumcil', 'council'],
  ] as const)
    assert.equal(edits(typed, meant), 1, typed);
  assert.deepEqual(
    [edits('', ''), edits('', 'abc'), edits('you', 'yougn'), edits('sean', 'seats'), edits('ca', 'abc')],
    [0, 3, 2, 2, 3],
  );
});

void test('the same both ways, nothing only between equals, and never more than the longer word has letters', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      const count = edits(a, b);
      assert.equal(count, edits(b, a));
      assert.equal(count === 0, a === b);
      assert.ok(count <= Math.max([...a].length, [...b].length));
      assert.ok(count >= Math.abs([...a].length - [...b].length));
    }),
  );
});

void test('exchanging two different neighbours anywhere is one edit; so is leaving a letter out', () => {
  fc.assert(
    fc.property(word, fc.nat(), (a, where) => {
      const letters = [...a];
      fc.pre(letters.length > 1);
      const at = where % (letters.length - 1);
      const [first = '', second = ''] = letters.slice(at, at + 2);
      assert.equal(
        edits(a, [...letters.slice(0, at), second, first, ...letters.slice(at + 2)].join('')),
        first === second ? 0 : 1,
      );
      assert.equal(edits(a, [...letters.slice(0, at), ...letters.slice(at + 1)].join('')), 1);
    }),
  );
});

void test('a letter more at the same end of both changes nothing', () => {
  fc.assert(
    fc.property(
      word,
      word,
      fc.constantFrom('x', 'y'),
      (a, b, end) =>
        edits(`${end}${a}`, `${end}${b}`) === edits(a, b) && edits(`${a}${end}`, `${b}${end}`) === edits(a, b),
    ),
  );
});
