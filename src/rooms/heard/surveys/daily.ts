/** What the day does with surveys: those whose last day is over become closed, and the hours of past sessions are forgotten. */
import { sql } from 'kysely';
import type { DailyAct } from '#kit/daily/daily.js';
import { closeWaysIn } from '#rooms/heard/taking-part/index.js';

export const endSurveys: DailyAct = async (write, { organisation, today }) => {
  // Neither can be taken back: both go by the date that is believed, and wait for one.
  await write
    .updateTable('record.survey')
    .set({ stage: 'closed' })
    .where('organisation', '=', organisation)
    .where('stage', '=', 'open')
    .where('closes_on', '<', today)
    .execute();
  // The hour at which a class sat there would place its answers in time: a day later nobody needs it, and only the day stays.
  const isPast = sql<boolean>`ends_at < ${new Date(`${today}T00:00:00Z`)}`;
  const past = await write
    .selectFrom('record.way_in')
    .select(['id', 'places'])
    .where('organisation', '=', organisation)
    .where(isPast)
    .execute();
  if (past.length === 0) return;
  await closeWaysIn(
    write,
    past.map(({ id, places }) => ({ id, places, endsAt: null })),
  );
  const closed = sql<string>`coalesce(closed_on, (ends_at at time zone 'Europe/London')::date)`;
  await write
    .updateTable('record.way_in')
    .set({ ends_at: null, closed_on: closed })
    .where('organisation', '=', organisation)
    .where(isPast)
    .execute();
};
