import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { newToken } from '#kit/token.js';
import { testKey } from '#test/house.js';
import { type Attempt, newSeed, newSubmission, openAttempt, sealAttempt, seatOf } from './attempt.js';
import { newCardCode, newSessionCode } from './codes.js';
import { givens } from './fixtures.js';

const attempts: fc.Arbitrary<Attempt> = fc.record(
  {
    survey: fc.uuid({ version: 4 }),
    audience: fc.constant('student primary' as const),
    kind: fc.constantFrom('cards' as const, 'class session' as const, 'open link' as const),
    place: fc.record(
      { setting: fc.option(fc.string({ unit: 'grapheme' })), turnTo: fc.option(fc.string({ unit: 'grapheme' })) },
      { noNullPrototype: true },
    ),
    submission: fc.constant(null).map(newSubmission),
    language: fc.constantFrom('en', 'cy', 'ar'),
    seed: fc.constant(null).map(newSeed),
    seen: fc.nat(143),
    at: fc.nat(40),
    given: givens('student primary'),
  },
  { noNullPrototype: true },
);

test('a sealed attempt opens as it was under its own key and its own code, and under nothing else', () => {
  fc.assert(
    fc.property(attempts, fc.nat(), fc.integer({ min: 1, max: 255 }), (attempt, place, change) => {
      const [token, code] = [newToken(), newCardCode()];
      const sealed = sealAttempt(testKey, token, code, attempt);
      assert.deepEqual(openAttempt(testKey, token, code, sealed), attempt);
      assert.equal(
        openAttempt(testKey, newToken(), code, sealed),
        null,
        'another browser, or the same one after its attempt ended',
      );
      assert.equal(openAttempt(testKey, token, newCardCode(), sealed), null, 'another code');
      assert.equal(
        openAttempt((purpose) => testKey(`other ${purpose}`), token, code, sealed),
        null,
        'another installation',
      );
      const bytes = Buffer.from(sealed, 'base64url');
      const at = place % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ change;
      assert.equal(openAttempt(testKey, token, code, bytes.toString('base64url')), null, 'changed on the way');
      for (const value of Object.values(attempt.given))
        if (typeof value === 'string' && value.length > 6) assert.ok(!sealed.includes(value));
      assert.notEqual(sealAttempt(testKey, token, code, attempt), sealed, 'two steps cannot be compared');
    }),
  );
});

test('anything else opens nothing', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.base64String(),
        fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('base64url')),
      ),
      (text) => assert.equal(openAttempt(testKey, newToken(), newSessionCode(), text), null),
    ),
  );
});

test('a seat follows from its token, and one says nothing of the other', () => {
  const [one, other] = [newToken(), newToken()];
  assert.equal(seatOf(testKey, one), seatOf(testKey, one));
  assert.notEqual(seatOf(testKey, one), seatOf(testKey, other));
  assert.match(seatOf(testKey, one), /^[\w-]{43}$/);
});
