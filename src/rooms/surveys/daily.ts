/** Surveys whose last day is over become closed. */
import type { DailyWork } from '#kit/daily/daily.js';

export const endSurveys: DailyWork = async (write, { organisation, today }) => {
  await write.updateTable('record.survey').set({ stage: 'closed' }).where('organisation', '=', organisation).where('stage', '=', 'open').where('closes_on', '<', today).execute();
};
