import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hasEmailAddress, isEmailAddress } from './email-address.js';
import { withoutEnd, withoutEnds, withoutLastWord, withoutStart } from './ends.js';

// The expressions that these functions took the place of; on short texts they are quick.
const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '.', ',', '-', '@', '"', 'é'), maxLength: 12 });

void test('ends are taken off as an expression would', () => {
  fc.assert(
    fc.property(text, (given) => {
      assert.equal(withoutEnd(given, /[.,\s]/), given.replace(/[.,\s]+$/, ''));
      assert.equal(withoutStart(given, /[.,\s]/), given.replace(/^[.,\s]+/, ''));
      assert.equal(withoutEnds(given, /-/), given.replace(/^-+|-+$/g, ''));
      assert.equal(withoutLastWord(given), given.replace(/\s+\S*$/, ''));
    }),
    { numRuns: 5000 },
  );
});

void test('addresses are seen as an expression would', () => {
  fc.assert(
    fc.property(text, (given) => {
      assert.equal(isEmailAddress(given), /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(given), given);
      assert.equal(hasEmailAddress(given), /[^\s@<>()"',;:]+@[^\s@<>()"',;:]+\.[a-z]{2,}/i.test(given), given);
    }),
    { numRuns: 5000 },
  );
});
