import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { codeFrom, codeShown, codeTyped, goingOn } from './rules.js';

test('a code has nine of 28 signs, none of them a vowel, and is read however it is typed', () => {
  const code = codeFrom(randomBytes(180)) ?? '';
  assert.match(code, /^[B-DF-HJ-NP-TV-Z2-79]{9}$/);
  assert.equal(codeTyped(codeShown(code).toLowerCase()), code);
  assert.equal(codeTyped(` ${code.slice(0, 4)}-${code.slice(4)} `), code);
  assert.deepEqual(['', 'BCDFGHJK', 'BCDFGHJKLM', 'ABCDFGHJK', '0BCDFGHJK'].map(codeTyped), [
    null,
    null,
    null,
    null,
    null,
  ]);
  assert.equal(codeFrom(Uint8Array.from({ length: 9 }, () => 255)), null);
  assert.equal(codeFrom(Uint8Array.from({ length: 9 }, (_, index) => index)), 'BCDFGHJKL');
});

test('words that the form prints already are not doubled', () => {
  assert.equal(goingOn('We will … open the hall.', 'we will'), 'open the hall');
  assert.equal(goingOn('by asking everybody;', 'by'), 'asking everybody');
  assert.equal(goingOn('So, you can play.', 'so'), 'play');
  assert.equal(goingOn('willing hands', 'we will'), 'willing hands');
  assert.equal(goingOn('by Friday', 'by'), 'by Friday');
});
