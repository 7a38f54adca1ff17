/** The day that everything goes by which ends something for good: what the clock gained since the last round counts before the next one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { londonDate } from '#base/london.js';
import { databaseNow } from '#kit/clock.js';
import { rolledBack } from '#test/house.js';
import { believedToday } from './retention.js';

test('a Kept that starts again believes neither the day on which it ended nor a wrong one', () =>
  rolledBack(async (write) => {
    const today = londonDate(await databaseNow(write));
    const after = async (
      lastRound: string | null,
      more: Readonly<Record<string, string | null>> = {},
    ): Promise<string | null> => {
      const row = { gained: '0', stopped_why: null, stopped_at: null, confirmed_on: null, ...more };
      await sql`update kit.retention_clock
        set last_round = clock_timestamp() + ${lastRound}::interval, gained = ${row.gained}::bigint, stopped_why =
        ${row.stopped_why},
        stopped_at = ${row.stopped_at}, stopped_ran = case when ${row.stopped_at}::text is not null then 0 end, confirmed_on = ${row.confirmed_on}`.execute(
        write,
      );
      return believedToday(write);
    };
    assert.equal(await after(null), null, 'before the first round');
    for (const little of ['0', '-2 minutes', '-3 days', '5 minutes']) assert.equal(await after(little), today, little);
    assert.equal(await after('-8 days'), null, 'more than a week, and no round yet that would have stopped it');
    assert.equal(
      await after('-2 days', { gained: String(6 * 24 * 3_600_000) }),
      null,
      'together with what it gained before',
    );
    assert.equal(await after('1 hour'), null, 'gone back');
    assert.equal(await after('0', { stopped_why: 'forward', stopped_at: '2026-11-30' }), null);
    assert.equal(
      await after('-8 days', { confirmed_on: today }),
      null,
      'what was confirmed counts from the round that takes it up',
    );
  }));
