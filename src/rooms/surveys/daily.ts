/** What the day does with surveys: those whose last day is over become closed, and the hours of past sessions are forgotten. */
import { londonDate } from '#base/london.js';
import type { DailyAct } from '#kit/daily/daily.js';
import { changeWayIn } from '#rooms/taking-part/index.js';

export const endSurveys: DailyAct = async (write, { organisation, today }) => {
  // Neither can be taken back: both go by the date that is believed, and wait for one.
  await write.updateTable('record.survey').set({ stage: 'closed' }).where('organisation', '=', organisation).where('stage', '=', 'open').where('closes_on', '<', today).execute();
  // The hour at which a class sat there would place its answers in time: a day later nobody needs it, and only the day stays.
  const past = await write.selectFrom('record.way_in').select(['id', 'places', 'ends_at', 'closed_on']).where('organisation', '=', organisation).where('ends_at', '<', new Date(`${today}T00:00:00Z`)).execute();
  for (const { id, places, ends_at, closed_on } of past) {
    await changeWayIn(write, id, { places, endsAt: null, isClosed: true });
    await write.updateTable('record.way_in').set({ ends_at: null, closed_on: closed_on ?? (ends_at === null ? today : londonDate(ends_at)) }).where('organisation', '=', organisation).where('id', '=', id).execute();
  }
};
