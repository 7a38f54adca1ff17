import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isDate } from '#base/london.js';
import {
  authorityState,
  fieldChanges,
  postcodeArea,
  readDay,
  readLinks,
  readPhase,
  readStatus,
  spelling,
  statusMove,
  theOneMeant,
} from './rules.js';

test('two ways to write one name have one spelling, and two names have two', () => {
  for (const [a, b] of [
    ['Bournemouth, Christchurch & Poole', 'bournemouth christchurch and poole'],
    ['St. Helens', 'St Helens'],
    ["King's Lynn", 'King’s Lynn'],
    ['Rhondda Cynon Tâf', 'Rhondda Cynon Taf'],
  ] as const)
    assert.equal(spelling(a), spelling(b));
  assert.notEqual(spelling('Cheshire East'), spelling('Cheshire West'));
  fc.assert(fc.property(fc.string(), (name) => spelling(spelling(name)) === spelling(name)));
});

test('a day is read as registers write it, and what is no day is null', () => {
  for (const text of [
    '01-09-2014',
    '1/9/2014',
    '01.09.2014',
    '2014-09-01',
    '2014-09-01T00:00:00Z',
    '1 Sep 2014',
    '01 September 2014',
    '01/09/2014 00:00:00',
  ])
    assert.equal(readDay(text), '2014-09-01', text);
  for (const text of [
    '31-02-2014',
    '09-31-2014',
    '2014',
    '01-09-14',
    'yesterday',
    '2014-13-01',
    '1 Foo 2014',
    '2014-09-01T12:00:00Z',
  ])
    assert.equal(readDay(text), null, text);
  fc.assert(
    fc.property(fc.date({ min: new Date('1500-01-01'), max: new Date('2400-12-31'), noInvalidDate: true }), (at) => {
      const iso = at.toISOString().slice(0, 10);
      const [year, month, day] = iso.split('-');
      assert.equal(readDay(`${day}-${month}-${year}`), iso);
    }),
  );
  fc.assert(fc.property(fc.string(), (text) => (readDay(text) === null ? true : isDate(readDay(text) ?? ''))));
});

test('states and phases have one word each', () => {
  assert.deepEqual(['Open', 'OPEN, but proposed to close', 'Closed', 'Proposed to open', 'Ajar'].map(readStatus), [
    'open',
    'proposed to close',
    'closed',
    'proposed to open',
    null,
  ]);
  assert.deepEqual(['All through', 'All-through', 'Not applicable', '', 'Primary'].map(readPhase), [
    'All-through',
    'All-through',
    null,
    null,
    'Primary',
  ]);
});

test('of a postcode only the first half is kept', () => {
  assert.deepEqual(['GU34 1DH', 'w1a1aa', 'EC2Y  8BB', 'SW1A 1AA', 'nowhere', '', 'GU34'].map(postcodeArea), [
    'GU34',
    'W1A',
    'EC2Y',
    'SW1A',
    null,
    null,
    null,
  ]);
});

test('links to predecessors and successors are read, other links are not', () => {
  assert.deepEqual(
    readLinks('148213 Successor, 116485 Predecessor - amalgamated; 131419 Successor, 148213 Successor'),
    { predecessors: [116485], successors: [131419, 148213] },
  );
  for (const none of ['Does not have links', '', '115917 Merged - change in age range', '12 Successor'])
    assert.deepEqual(readLinks(none), { predecessors: [], successors: [] });
});

test('an authority is former from the day it ends, and future until the day it starts', () => {
  const cumbria = { starts: null, ends: '2023-04-01' };
  assert.equal(authorityState(cumbria, '2023-03-31'), 'current');
  assert.equal(authorityState(cumbria, '2023-04-01'), 'former');
  assert.equal(authorityState({ starts: '2023-04-01', ends: null }, '2023-03-31'), 'future');
  assert.equal(authorityState({ starts: '2023-04-01', ends: null }, '2023-04-01'), 'current');
});

test('of two councils with one name the one that lasts is meant, and of two that last none', () => {
  const [old, lasting, other] = [{ ends: '2019-03-31' }, { ends: null }, { ends: null }];
  assert.equal(theOneMeant([old, lasting]), lasting);
  assert.equal(theOneMeant([old]), old);
  assert.equal(theOneMeant([lasting, other]), null);
  assert.equal(theOneMeant([old, { ends: '2020-03-31' }]), null);
  assert.equal(theOneMeant([]), null);
});

test('a change names the fields that differ, lists by what they hold', () => {
  assert.deepEqual(fieldChanges({ a: 1, b: [1, 2], c: 'x' }, { a: 1, b: [1, 3], c: 'y' }, ['a', 'b']), [
    { field: 'b', from: [1, 2], to: [1, 3] },
  ]);
  assert.deepEqual(fieldChanges({ b: [1] }, { b: [1] }, ['b']), []);
});

test('closing and opening again are moves; proposing is none', () => {
  assert.equal(statusMove('open', 'closed'), 'closed');
  assert.equal(statusMove('closed', 'open'), 'reopened');
  assert.equal(statusMove('open', 'proposed to close'), null);
  assert.equal(statusMove('closed', 'closed'), null);
});
