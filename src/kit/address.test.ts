import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  atPlace,
  placeLinks,
  queryField,
  queryOf,
  queryPage,
  slugParameter,
  versionParameter,
  wordsAsked,
} from './address.js';

void test('a name in an address holds no NUL and no half of a character', () => {
  assert.ok(slugParameter.safeParse('children-and-young-people').success);
  assert.ok(slugParameter.safeParse('bwrdd-ŵ').success);
  for (const bad of ['a\0b', '\ud800', 'x'.repeat(121)]) assert.ok(!slugParameter.safeParse(bad).success);
});

void test('a version has one way to be written', () => {
  assert.equal(versionParameter.parse('12'), 12);
  for (const bad of ['0', '01', '-1', '1.5', '1e3', '', '12345678'])
    assert.ok(!versionParameter.safeParse(bad).success, bad);
});

void test('a field of the query is text, whatever was sent', () => {
  assert.equal(queryField({ q: ['one', 'two'] }, 'q'), 'one');
  assert.equal(queryField({}, 'q'), '');
  assert.equal(queryField({ q: 'a\0b\ud800' }, 'q'), 'a b\ufffd');
  assert.equal(queryField({ q: 'x'.repeat(300) }, 'q').length, 200);
  for (const [given, page] of [
    ['3', 3],
    ['0', 1],
    ['-2', 1],
    ['x', 1],
    [['4', '5'], 4],
  ] as const)
    assert.equal(queryPage({ page: given }), page);
});

void test('pages get text for every name of the query, whatever was sent', () => {
  assert.deepEqual(queryOf({ to: ['/a', '/b'], q: 'a\0b', 'x[]': '\ud800', none: [] }), {
    to: '/a',
    q: 'a b',
    'x[]': '\ufffd',
    none: '',
  });
  assert.deepEqual([queryOf(null), queryOf('x')], [{}, {}]);
  assert.equal(queryOf({ long: 'x'.repeat(9000) })['long']?.length, 9000);
});

void test('an address asks for words of the page, and for nothing that every object has', () => {
  const words = { sent: 'Sent.' };
  assert.equal(wordsAsked(words, { done: 'sent' }), 'Sent.');
  for (const done of ['constructor', '__proto__', 'toString', 'hasOwnProperty', ''])
    assert.equal(wordsAsked(words, { done }), null, done);
});

test('a list further down its page turns its leaves at its own heading', () => {
  assert.equal(atPlace('/networks/one#members', { after: 'x' }), '/networks/one?after=x#members');
  assert.equal(
    atPlace('/work/register/one?q=a#entries', { before: 'y' }, 'second-'),
    '/work/register/one?q=a&second-before=y#entries',
  );
  assert.equal(atPlace('/networks/one#members', {}), '/networks/one#members');
  assert.deepEqual(placeLinks({ before: null, after: 'z' }, '/networks/one#members'), {
    next: { href: '/networks/one?after=z#members', text: 'Next page' },
  });
});
