import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOverdue, stateWords } from './rules.js';

void test('an action is overdue from the day after its date, as long as it is open', () => {
  const due = '2024-03-12';
  assert.equal(isOverdue({ due, state: 'open' }, '2024-03-12'), false);
  assert.equal(isOverdue({ due, state: 'open' }, '2024-03-13'), true);
  assert.equal(isOverdue({ due, state: 'started' }, '2024-03-13'), true);
  for (const state of ['done', 'accepted', 'cannot be done', 'transferred'])
    assert.equal(isOverdue({ due, state }, '2030-01-01'), false, state);
});

void test('an action without a date is never overdue', () => {
  assert.equal(isOverdue({ due: null, state: 'open' }, '2030-01-01'), false);
});

void test('of an action that only minutes speak of, nothing is said but its date', () => {
  for (const due of [null, '2024-03-12', '2030-01-01']) {
    assert.equal(isOverdue({ due, state: null }, '2026-01-01'), false);
    assert.equal(stateWords({ due, state: null }, '2026-01-01'), null);
  }
  assert.deepEqual(stateWords({ due: '2024-03-12', state: 'started' }, '2026-01-01'), { text: 'Overdue', tone: 'red' });
  assert.deepEqual(stateWords({ due: '2024-03-12', state: 'done' }, '2026-01-01'), { text: 'Done', tone: 'green' });
});

void test('what a board says of an action stands in its words, grey unless it is done or overdue', () => {
  const today = '2026-01-01';
  const table = [
    ['open', null, 'Open', 'grey'],
    ['started', '2026-01-01', 'Started', 'grey'],
    ['open', '2025-12-31', 'Overdue', 'red'],
    ['done', '2025-12-31', 'Done', 'green'],
    ['accepted', '2025-12-31', 'Accepted', 'grey'],
    ['cannot be done', null, 'Cannot be done', 'grey'],
  ] as const;
  for (const [state, due, text, tone] of table)
    assert.deepEqual(stateWords({ due, state }, today), { text, tone }, state);
});
