import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { forTerminal, withoutTurning } from './turning.js';

void test('a terminal shows what it would carry out, and JSON that passes through it is the same', () => {
  assert.equal(
    forTerminal('a\u001b[2Jb\u009b1mc\u202ed\r\ne\tf\u0007'),
    'a\\u001b[2Jb\\u009b1mc\\u202ed\\u000d\ne\tf\\u0007',
  );
  fc.assert(
    fc.property(fc.json(), fc.string({ unit: 'binary' }), (json, text) => {
      const whole = JSON.stringify({ json, text: `\u202e\u009b\u2028${text}` });
      assert.deepEqual(JSON.parse(forTerminal(whole)), JSON.parse(whole));
      assert.doesNotMatch(forTerminal(text), /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/);
    }),
  );
});

void test('what does not turn stays: marks of right-to-left scripts, joined signs', () => {
  for (const text of ['مرحبا بكم', 'a\u200eb\u200fc\u061c', '👩\u200d🏫', 'Straße'])
    assert.deepEqual([withoutTurning(text), forTerminal(text)], [text, text]);
});
