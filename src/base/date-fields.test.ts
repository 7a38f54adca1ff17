import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dateFields, typedDate } from './date-fields.js';

const typed = (day: string, month: string, year: string) => typedDate((name) => ({ 'due-day': day, 'due-month': month, 'due-year': year })[name] ?? '', 'due');

test('three fields make a day, or say that they make none', () => {
  assert.deepEqual(typed('1', '9', '2026'), { kind: 'date', date: '2026-09-01' });
  assert.deepEqual(typed(' 01 ', 'Sept', '2026'), { kind: 'date', date: '2026-09-01' });
  assert.deepEqual(typed('', '', ''), { kind: 'none' });
  for (const [day, month, year] of [['31', '2', '2026'], ['1', '', '2026'], ['1', 'ma', '2026'], ['1', '13', '2026'], ['x', '1', '2026'], ['1', '1', '26'], ['29', '2', '2027']] as const) assert.deepEqual(typed(day, month, year), { kind: 'no date' });
});

test('every day that is shown in three fields is read back as itself', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }), (at) => {
      const date = at.toISOString().slice(0, 10);
      const fields = dateFields('due', date);
      assert.deepEqual(typedDate((name) => fields[name] ?? '', 'due'), { kind: 'date', date });
    }),
  );
});
