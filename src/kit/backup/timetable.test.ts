import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rolledBack } from '#test/house.js';
import {
  backupsSeen,
  beyondKept,
  isBackupDue,
  isDrillDue,
  nextName,
  noteRun,
  notePlan,
  ownNumber,
  type Run,
  troubleOf,
} from './timetable.js';

const at = (text: string): Date => new Date(text);
const never: Run = { doneAt: null, failedAt: null };
const done = (text: string): Run => ({ doneAt: at(text), failedAt: null });

test('a backup is due once a day at its time in London, at once where there is none, and an hour after a failure', () => {
  assert.ok(isBackupDue('02:30', never, at('2026-12-01T00:00:00Z')));
  assert.ok(!isBackupDue('02:30', done('2026-12-01T02:31:00Z'), at('2026-12-01T23:59:00Z')));
  assert.ok(!isBackupDue('02:30', done('2026-12-01T02:31:00Z'), at('2026-12-02T02:29:00Z')));
  assert.ok(isBackupDue('02:30', done('2026-12-01T02:31:00Z'), at('2026-12-02T02:30:00Z')));
  // In summer London is an hour ahead.
  assert.ok(isBackupDue('02:30', done('2026-06-30T01:31:00Z'), at('2026-07-01T01:30:00Z')));
  assert.ok(!isBackupDue('02:30', done('2026-06-30T01:31:00Z'), at('2026-07-01T01:29:00Z')));
  // Made by hand in the morning, and due in the evening all the same.
  assert.ok(isBackupDue('20:00', done('2026-12-01T09:00:00Z'), at('2026-12-01T20:00:00Z')));
  const failed: Run = { doneAt: at('2026-11-30T02:31:00Z'), failedAt: at('2026-12-01T02:31:00Z') };
  assert.ok(!isBackupDue('02:30', failed, at('2026-12-01T03:00:00Z')));
  assert.ok(isBackupDue('02:30', failed, at('2026-12-01T03:32:00Z')));
  // A clock that was ahead for a day stops none of the following.
  assert.ok(isBackupDue('02:30', done('2029-05-01T02:31:00Z'), at('2026-12-01T12:00:00Z')));
});

test('a day never passes without one, whatever the hour', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 0, max: 59 }),
      fc.integer({ min: 0, max: 365 * 24 * 60 }),
      (hours, minutes, after) => {
        const dailyAt = `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
        const last = at('2026-01-01T00:00:00Z').getTime() + after * 60_000;
        const run: Run = { doneAt: new Date(last), failedAt: null };
        assert.ok(isBackupDue(dailyAt, run, new Date(last + 25 * 3_600_000 + 60_000)));
        assert.ok(!isBackupDue(dailyAt, run, new Date(last)));
      },
    ),
  );
});

test('the newest by number stay, whatever a clock said when they were made', () => {
  const names = [
    'kept-000001-2026-12-01.kept-backup',
    'kept-000002-2029-05-01.kept-backup',
    'kept-000003-2026-12-02.kept-backup',
    'kept-x.kept-backup',
    'notes.txt',
    '.kept-000009-2026-12-01.kept-backup.unfinished-1',
  ];
  assert.deepEqual(beyondKept(names, 2), ['kept-000001-2026-12-01.kept-backup']);
  assert.deepEqual(beyondKept(names, 9), []);
  assert.equal(nextName(names, at('2026-12-03T03:00:00Z')), 'kept-000004-2026-12-03.kept-backup');
  assert.equal(ownNumber('kept-000003-2026-12-02.kept-backup'), 3);
  assert.equal(ownNumber('kept-12345x-2026-12-02.kept-backup'), null);
});

test('what failed, and what did not come, is known', async () => {
  await rolledBack(async (write) => {
    const start = at('2026-12-01T00:00:00Z');
    assert.deepEqual(
      troubleOf(await backupsSeen(write), start),
      { backup: null, drill: null, key: null },
      'without a timetable nothing is missed',
    );
    await notePlan(write, { dailyAt: '02:30', keep: 14, mark: 'a' }, start);
    assert.deepEqual(troubleOf(await backupsSeen(write), at('2026-12-01T12:00:00Z')), {
      backup: null,
      drill: null,
      key: null,
    });
    assert.deepEqual(troubleOf(await backupsSeen(write), at('2026-12-20T12:00:00Z')), {
      backup: 'missed',
      drill: 'missed',
      key: null,
    });
    await noteRun(write, 'backup', at('2026-12-20T02:31:00Z'), { facts: { rows: 7 } });
    await noteRun(write, 'drill', at('2026-12-20T02:32:00Z'), { problem: 'no room' });
    const seen = await backupsSeen(write);
    assert.deepEqual(
      [seen.backup.facts, seen.drill.problem, troubleOf(seen, at('2026-12-20T12:00:00Z'))],
      [{ rows: 7 }, 'no room', { backup: null, drill: 'failed', key: null }],
    );
    await noteRun(write, 'drill', at('2026-12-20T13:00:00Z'), { facts: {} });
    assert.deepEqual(troubleOf(await backupsSeen(write), at('2026-12-20T14:00:00Z')), {
      backup: null,
      drill: null,
      key: null,
    });
  });
  assert.ok(isDrillDue({ doneAt: at('2026-12-01T00:00:00Z'), failedAt: null }, at('2026-12-09T00:00:00Z')));
  assert.ok(!isDrillDue({ doneAt: at('2026-12-01T00:00:00Z'), failedAt: null }, at('2026-12-07T00:00:00Z')));
});

test('that the private key is there is shown once a year, with the key of the present pair', async () => {
  await rolledBack(async (write) => {
    const key = async (now: string) => troubleOf(await backupsSeen(write), at(now)).key;
    const plan = (mark: string) => notePlan(write, { dailyAt: '02:30', keep: 14, mark }, at('2026-12-01T00:00:00Z'));
    await plan('a');
    assert.deepEqual(
      [await key('2026-12-31T00:00:00Z'), await key('2027-01-02T00:00:00Z')],
      [null, 'missed'],
      'a month to find it',
    );
    await noteRun(write, 'key', at('2027-01-03T00:00:00Z'), { facts: { mark: 'a' } });
    assert.deepEqual([await key('2028-01-03T00:00:00Z'), await key('2028-01-05T00:00:00Z')], [null, 'missed']);
    await noteRun(write, 'key', at('2027-06-01T00:00:00Z'), { problem: 'This key does not open it' });
    assert.equal(await key('2027-06-02T00:00:00Z'), 'failed');
    await noteRun(write, 'key', at('2027-06-03T00:00:00Z'), { facts: { mark: 'a' } });
    await plan('b');
    assert.equal(await key('2027-06-04T00:00:00Z'), 'missed', 'another pair');
  });
});
