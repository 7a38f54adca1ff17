import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { withSite } from '#test/site.js';

/** Days of the calendar's events on 2 March 2026, where so many meetings stand on each of these days. */
function calendarOf(meetings: Readonly<Record<string, number>>): Promise<readonly string[]> {
  return withSite(async ({ get, write }) => {
    for (const [day, count] of Object.entries(meetings)) {
      await sql`insert into published.meeting (board, slug, board_name, date, state, changed_at)
        select 'cyp-board', ${day} || '-' || n, 'CYP Board', ${day}::date, 'planned', now()
        from generate_series(1, ${count}::integer) n`.execute(write);
    }
    return [...(await get('/calendar.ics')).body.matchAll(/^DTSTART;VALUE=DATE:(\d{8})/gm)].map(([, day = '']) => day);
  });
}

test('a calendar holds three months back and fifteen ahead', async () => {
  assert.deepEqual(
    await calendarOf({ '2025-12-01': 1, '2025-12-02': 1, '2026-03-02': 1, '2027-06-01': 1, '2027-06-02': 1 }),
    ['20251202', '20260302', '20270601'],
  );
});

test('a calendar holds 500 meetings, and what comes goes before what was', async () => {
  const days = await calendarOf({ '2026-02-01': 1, '2026-03-01': 1, '2026-03-02': 499 });
  assert.deepEqual([days.length, days[0], days[1]], [500, '20260301', '20260302']);
});
