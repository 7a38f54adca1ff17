import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockTime, readComing } from './new-meeting.form.js';

test('a time is read as people write it, and never guessed', () => {
  for (const [typed, time] of [
    ['2pm', '14:00'],
    ['2.30 pm', '14:30'],
    ['14:00', '14:00'],
    ['9.15', '09:15'],
    ['12am', '00:00'],
    ['12 PM', '12:00'],
    ['midday', '12:00'],
  ] as const)
    assert.equal(clockTime(typed), time, typed);
  for (const typed of ['2', '25:00', '13pm', '0am', '2.5pm', 'soon', '']) assert.equal(clockTime(typed), null, typed);
});

test('a coming meeting needs a day and how people meet; time and place may come later', () => {
  assert.deepEqual(
    readComing({ 'date-day': '20', 'date-month': '6', 'date-year': '2027', mode: 'hybrid' }, '2026-11-26'),
    { ok: true, value: { date: '2027-06-20', start: null, place: null, mode: 'hybrid' } },
  );
  const refused = readComing({ start: 'late' }, '2026-11-26');
  assert.deepEqual(refused.ok ? [] : refused.problem.map(({ field }) => field), ['date-day', 'start', 'mode']);
});
