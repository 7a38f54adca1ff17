import { keysOf } from '#base/keys.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dateFields, typedDate } from './date-fields.js';
import { plainDate } from './london.js';
import { dateRanges, implausible } from './plausible.js';

const today = '2026-11-26';
const typed = (day: string, month: string, year: string) =>
  typedDate(
    (name) => ({ 'due-day': day, 'due-month': month, 'due-year': year })[name] ?? '',
    'due',
    'promise due',
    today,
  );

test('three fields make a day, or say that they make none', () => {
  assert.deepEqual(typed('1', '9', '2026'), { kind: 'date', date: '2026-09-01', why: null });
  assert.deepEqual(typed(' 01 ', 'Sept', '2026'), { kind: 'date', date: '2026-09-01', why: null });
  assert.deepEqual(typed('', '', ''), { kind: 'none', why: null });
  for (const [day, month, year] of [
    ['31', '2', '2026'],
    ['1', '', '2026'],
    ['1', 'ma', '2026'],
    ['1', '13', '2026'],
    ['x', '1', '2026'],
    ['1', '1', '26'],
    ['29', '2', '2027'],
  ] as const)
    assert.deepEqual(typed(day, month, year), { kind: 'no date', why: null });
});

test('every day that can be meant is read back as itself; every other is refused with the rule', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1800-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
      fc.constantFrom(...keysOf(dateRanges)),
      (at, range) => {
        const date = at.toISOString().slice(0, 10);
        const fields = dateFields('due', date);
        const why = implausible(range, date, today);
        assert.deepEqual(
          typedDate((name) => fields[name] ?? '', 'due', range, today),
          why === null ? { kind: 'date', date, why } : { kind: 'no date', why },
        );
        if (why !== null) assert.ok(why.endsWith(dateRanges[range].why) && why.startsWith('Enter a day from '), why);
      },
    ),
  );
});

test('no signature rests on a decision of 1890, and nobody agreed a charter in 2001 who is young now', () => {
  for (const [range, date] of [
    ['decision to sign', '1890-05-01'],
    ['charter agreed', '2001-09-01'],
    ['award held since', '1066-10-14'],
    ['offer begins', '1900-01-01'],
    ['offer ends', '9999-12-31'],
    ['coming meeting', '2199-01-01'],
    ['promise due', '2126-11-26'],
    ['conversation', '2027-01-01'],
  ] as const)
    assert.ok(implausible(range, date, today), `${range} ${date}`);
});

test('each range holds its own ends', () => {
  for (const range of keysOf(dateRanges)) {
    const [, from = '', to = ''] =
      /from (.*) to (\d+ \w+ \d{4})\./.exec(implausible(range, '0001-01-01', today) ?? '') ?? [];
    const days = [from, to].map((shown) => new Date(`${shown} UTC`).toISOString().slice(0, 10));
    assert.deepEqual(
      days.map((day) => [plainDate(day), implausible(range, day, today)]),
      [
        [from, null],
        [to, null],
      ],
      range,
    );
    assert.ok((days[0] ?? '') <= (days[1] ?? ''), range);
  }
});
