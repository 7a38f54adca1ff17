/** Whether a date that was typed confirms the clock. Pure. */
import { plainDate } from '#base/london.js';

/** What is wrong with it, in words; null where it is the date of the clock. `typed`: null for what is no day. */
export function dateProblem(typed: string | null, clockDay: string): string | null {
  if (typed === null) return 'Enter today’s date, like 30 11 2026';
  if (typed === clockDay) return null;
  return (
    `The clock of the database says ${plainDate(clockDay)}, and you entered ${plainDate(typed)}. If you are ` +
    `right, ask whoever runs this Kept to set the clock right. Then confirm the date.`
  );
}
