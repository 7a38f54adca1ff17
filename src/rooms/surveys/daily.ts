/** What the day does with surveys: those whose last day is over become closed, and the hours of past sessions are forgotten. */
import { sql } from 'kysely';
import type { DailyWork } from '#kit/daily/daily.js';
import { closeWaysIn } from '#rooms/taking-part/index.js';

export const endSurveys: DailyWork = async (write, { organisation, believed }) => {
  // Neither can be taken back, so both go by a date that is believed, and wait for one.
  if (believed === null) return;
  await write.updateTable('record.survey').set({ stage: 'closed' }).where('organisation', '=', organisation).where('stage', '=', 'open').where('closes_on', '<', believed).execute();
  // The hour at which a class sat there would place its answers in time: a day later nobody needs it, and only the day stays.
  const past = await write.selectFrom('record.way_in').select(['id', 'places']).where('organisation', '=', organisation).where('ends_at', '<', new Date(`${believed}T00:00:00Z`)).execute();
  if (past.length === 0) return;
  await closeWaysIn(write, past.map(({ id, places }) => ({ id, places, endsAt: null })));
  await write
    .updateTable('record.way_in')
    .set({ ends_at: null, closed_on: sql`coalesce(closed_on, (ends_at at time zone 'Europe/London')::date)` })
    .where('organisation', '=', organisation)
    .where('id', 'in', past.map(({ id }) => id))
    .execute();
};
