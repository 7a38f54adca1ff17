import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { attendanceGroups, type Attending, type AttendeeStatus } from './attendance-words.js';

const row = (status: AttendeeStatus, role: string): Attending => ({ status, role });
const shown = (rows: readonly Attending[]) =>
  attendanceGroups(rows).map(({ label, rows: own }) => [label, own.map(({ role }) => role)]);

void test('a role that the label says is not said again', () => {
  assert.deepEqual(
    shown([
      row('present', 'Chairman'),
      row('present', 'Members'),
      row('apologies', 'Apologies'),
      row('absent', 'Member'),
      row('in attendance', 'In Attendance'),
      row('in attendance', 'Observer'),
      row('substitute', 'Substitute'),
    ]),
    [
      ['Members present (2)', ['Chairman', null]],
      ['Apologies (1)', [null]],
      ['Absent (1)', [null]],
      ['In attendance (2)', [null, 'Observer']],
      ['Substitutes (1)', [null]],
    ],
  );
});

void test('where others than members are present, each says what they are', () => {
  assert.deepEqual(shown([row('present', 'Member'), row('present', 'Officer')]), [
    ['Present (2)', ['Member', 'Officer']],
  ]);
  assert.deepEqual(shown([row('present', 'Chair')]), [['Present (1)', ['Chair']]]);
});

void test('nobody is lost and nobody is counted twice', () => {
  const rows = fc.array(
    fc.record({
      status: fc.constantFrom<AttendeeStatus>('present', 'apologies', 'absent', 'substitute', 'in attendance'),
      role: fc.constantFrom('Member', 'Chair', 'Apologies', '', 'Guest'),
    }),
  );
  fc.assert(
    fc.property(rows, (all) => {
      const groups = attendanceGroups(all);
      assert.deepEqual(new Set(groups.flatMap(({ rows: own }) => own.map((each) => each.row))), new Set(all));
      assert.equal(
        groups.reduce((sum, { rows: own }) => sum + own.length, 0),
        all.length,
      );
    }),
  );
});
