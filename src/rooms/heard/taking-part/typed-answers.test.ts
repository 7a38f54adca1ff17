import assert from 'node:assert/strict';
import test from 'node:test';
import type { AnswerKind } from './given-answers.js';
import { answerTyped } from './typed-answers.js';

const typed = (kind: AnswerKind, ...values: readonly string[]) => answerTyped(values, kind);

test('what a form brings is read as its question means it', () => {
  assert.equal(typed('choice', 'usually'), 'usually');
  assert.equal(typed('choice'), undefined);
  assert.deepEqual(typed('choose', 'a', '', 'b'), ['a', 'b']);
  assert.equal(typed('choose', ''), undefined);
  assert.deepEqual(
    ['7', ' ٧٥ ', '۷', '-3', '−3'].map((text) => typed('number', text)),
    [7, 75, 7, -3, -3],
  );
  assert.deepEqual(
    ['many', '7.5', '1e3', '0x10', '9'.repeat(40)].map((text) => typed('number', text)),
    ['many', '7.5', '1e3', '0x10', '9'.repeat(40)],
  );
  assert.equal(typed('number', '  '), undefined);
  assert.equal(typed('long text', ' a\r\nb\0 \ud800 '), 'a\nb �');
  assert.equal(typed('short text', ' \r\n '), undefined);
  assert.equal(typed('information', 'x'), undefined);
});
