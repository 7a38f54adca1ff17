import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { itemsFor } from '#rooms/heard/instruments/index.js';
import { checkGiven, codesOf, givenOf, isText, textsOf } from './answers.js';
import { isAskedNow } from './way-through-questions.js';
import { asked, givens } from './fixtures.js';
import type { Given } from './given-answers.js';

test('whatever a form of ours sends is kept, and nothing that is not asked any more', () => {
  fc.assert(
    fc.property(
      fc
        .constantFrom('student primary' as const, 'student secondary' as const, 'educator' as const)
        .chain((audience) => givens(audience).map((given) => ({ audience, given }))),
      ({ audience, given }) => {
        const checked = checkGiven(asked, audience, given);
        assert.ok(checked.ok);
        for (const item of itemsFor(asked.content, audience)) {
          if (Object.hasOwn(checked.value, item.key)) assert.ok(isAskedNow(item, checked.value));
          else if (Object.hasOwn(given, item.key)) assert.ok(!isAskedNow(item, checked.value));
        }
        assert.deepEqual(checkGiven(asked, audience, checked.value), checked, 'checked again nothing changes');
      },
    ),
  );
});

test('answers come back from their numbers as they were; text is not among the numbers', () => {
  fc.assert(
    fc.property(givens('student secondary'), (given) => {
      const checked = checkGiven(asked, 'student secondary', given);
      assert.ok(checked.ok);
      const codes = codesOf(asked, checked.value);
      assert.equal(codes.length, asked.content.items.length);
      const sorted = (value: Given): unknown =>
        Object.fromEntries(
          Object.entries(value)
            .map(([key, one]) => [key, Array.isArray(one) ? [...one].sort() : one])
            .sort(),
        );
      const texts = Object.fromEntries(textsOf(asked, checked.value).map(({ item, body }) => [item, body]));
      assert.deepEqual(sorted({ ...givenOf(asked, codes), ...texts }), sorted(checked.value));
      for (const [index, item] of asked.content.items.entries()) if (isText(item)) assert.equal(codes[index], null);
    }),
  );
});

test('anything at all is answered, never thrown at', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.oneof(fc.constantFrom(...asked.content.items.map(({ key }) => key)), fc.string()),
        fc.anything(),
      ),
      (given) => {
        const checked = checkGiven(asked, 'student primary', given as Given);
        if (checked.ok) codesOf(asked, checked.value);
        else assert.ok(checked.problem.length > 0);
      },
    ),
  );
});

test('what no form of ours sends is named', () => {
  const problems = (given: Given) => {
    const checked = checkGiven(asked, 'student primary', given);
    return checked.ok ? [] : checked.problem.map(({ item, code }) => `${item}: ${code}`);
  };
  assert.deepEqual(problems({ belonging: 'sometimes-not' }), ['belonging: not an option']);
  assert.deepEqual(problems({ nonsense: 'yes' }), ['nonsense: not asked']);
  assert.deepEqual(problems({ 'year-secondary': 'year-7' }), ['year-secondary: not asked']);
  const choose = itemsFor(asked.content, 'student primary').find(({ kind }) => kind === 'choose');
  assert.ok(choose);
  assert.deepEqual(problems({ [choose.key]: choose.options.slice(0, 6).map(({ key }) => key) }), [
    `${choose.key}: too many`,
  ]);
  assert.deepEqual(problems({ __proto__: 'x' } as Given), []);
  assert.deepEqual(problems(JSON.parse('{"__proto__": "x"}') as Given), ['__proto__: not asked']);
});
