import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeSharedClock } from './clock.js';

test('the time is the database’s, goes on without it, and takes no notice of the machine’s own clock', async (context) => {
  let [theirs, ticks, away] = [Date.parse('2026-11-30T10:00:00Z'), 5_000, false];
  const ask = async (): Promise<Date> => {
    if (away) throw new Error('away');
    return new Date(theirs);
  };
  context.mock.timers.enable({ apis: ['Date'], now: Date.parse('2029-05-18T10:00:00Z') });
  const clock = await makeSharedClock(ask, () => ticks);
  const says = (): string => clock.now().toISOString().slice(0, 19);
  assert.equal(says(), '2026-11-30T10:00:00');
  ticks += 90_000;
  assert.equal(says(), '2026-11-30T10:01:30', 'carried on');
  away = true;
  await assert.rejects(clock.look());
  ticks += 30_000;
  assert.equal(says(), '2026-11-30T10:02:00', 'also without the database');
  away = false;
  theirs = Date.parse('2026-11-30T11:00:00Z');
  await clock.look();
  assert.equal(says(), '2026-11-30T11:00:00', 'the next look sets it right');
  theirs -= 20;
  await clock.look();
  assert.equal(says(), '2026-11-30T11:00:00', 'what may be the way there and back moves nothing');
});

test('a look that took long is no look, unless it is the first', async () => {
  let [ticks, slow] = [0, 4_000];
  const clock = await makeSharedClock(
    async () => {
      ticks += slow;
      return new Date(1_000_000);
    },
    () => ticks,
  );
  assert.equal(clock.now().getTime(), 1_002_000);
  ticks += 60_000;
  await clock.look();
  assert.equal(clock.now().getTime(), 1_066_000);
  slow = 10;
  await clock.look();
  assert.equal(clock.now().getTime(), 1_000_005);
});
