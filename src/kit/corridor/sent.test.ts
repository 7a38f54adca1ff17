import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type FieldLimits, lengthAtMost, limitOf, valuesAtMost } from '#kit/fields.js';
import { judged } from './sent.js';

const fields: FieldLimits = {
  title: 'line',
  body: 'text',
  way: 'choice',
  kinds: { length: 'choice', most: 3 },
  'option-*': 'line',
};

test('a name that the page does not know is no form of ours', () => {
  assert.deepEqual(judged([['titel', 'x']], {}, fields), { kind: 'refused', problem: 'not-understood' });
  // Names that every object has are no fields either.
  for (const name of ['constructor', '__proto__', 'toString', ''])
    assert.equal(judged([[name, 'x']], {}, fields).kind, 'refused', name);
});

test('a name comes once, or as often as the page says', () => {
  assert.equal(
    judged(
      [
        ['title', 'a'],
        ['title', 'b'],
      ],
      {},
      fields,
    ).kind,
    'refused',
  );
  assert.equal(
    judged(
      [
        ['kinds', 'a'],
        ['kinds', 'b'],
        ['kinds', 'c'],
      ],
      {},
      fields,
    ).kind,
    'sent',
  );
  assert.equal(
    judged(
      [
        ['kinds', 'a'],
        ['kinds', 'b'],
        ['kinds', 'c'],
        ['kinds', 'd'],
      ],
      {},
      fields,
    ).kind,
    'refused',
  );
});

test('text that is too long goes back to its writer, with all the rest', () => {
  const long = 'x'.repeat(lengthAtMost.line + 1);
  const reading = judged(
    [
      ['title', long],
      ['body', 'kept'],
    ],
    {},
    fields,
  );
  assert.equal(reading.kind, 'faulty');
  assert.ok(reading.kind === 'faulty');
  assert.deepEqual(reading.faulty, [
    { name: 'title', value: long, fault: 'too long', length: lengthAtMost.line + 1, atMost: lengthAtMost.line },
  ]);
  assert.deepEqual(reading.pairs, [
    ['title', long],
    ['body', 'kept'],
  ]);
  assert.equal(judged([['title', 'x'.repeat(lengthAtMost.line)]], {}, fields).kind, 'sent');
});

test('a choice that is too long was never offered', () => {
  assert.equal(judged([['way', 'x'.repeat(lengthAtMost.choice + 1)]], {}, fields).kind, 'refused');
});

test('a character that cannot be stored goes back, in a choice it is refused', () => {
  for (const bad of ['a\0b', '\ud800', 'x\udc00']) {
    assert.equal(judged([['body', bad]], {}, fields).kind, 'faulty');
    assert.equal(judged([['way', bad]], {}, fields).kind, 'refused');
  }
});

test('a line has nothing that turns the direction of what follows; a box keeps what was typed', () => {
  for (const turn of ['\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069']) {
    const reading = judged(
      [
        ['title', `${turn}eremtsaE${turn} no`],
        ['option-1', turn],
        ['body', turn],
      ],
      {},
      fields,
    );
    assert.ok(reading.kind === 'sent');
    assert.deepEqual(
      ['title', 'option-1', 'body'].map((name) => reading.sent.fields.get(name)),
      ['eremtsaE no', '', turn],
    );
  }
});

test('a family of names is known by its beginning, and its own name comes first', () => {
  assert.deepEqual(limitOf({ 'option-*': 'line', 'option-all': 'choice' }, 'option-all'), {
    length: 'choice',
    most: 1,
  });
  assert.deepEqual(limitOf(fields, 'option-17-text'), { length: 'line', most: 1 });
  assert.equal(limitOf(fields, 'optio'), null);
});

test('whatever a form brings: sent is only what every limit holds for', () => {
  const pair = fc.tuple(
    fc.constantFrom('title', 'body', 'way', 'kinds', 'option-1', 'csrf', 'other'),
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.nat(30_000).map((length) => ','.repeat(length)),
    ),
  );
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 8 }), (pairs) => {
      const reading = judged(pairs, {}, fields);
      if (reading.kind !== 'sent') return;
      assert.ok(pairs.length <= valuesAtMost(fields));
      for (const [name, value] of pairs) {
        const limit = limitOf(fields, name);
        assert.ok(
          limit !== null && value.length <= lengthAtMost[limit.length] && !value.includes('\0') && value.isWellFormed(),
        );
      }
    }),
  );
});
