/** Whether a date that was typed confirms the clock. Pure. */
import { plainDate } from '#base/london.js';
import type { TypedDate } from '#base/date-fields.js';

/** What is wrong with it, in words; null where it is the date of the clock. */
export function dateProblem(typed: TypedDate, clockDay: string): string | null {
  if (typed.kind !== 'date') return 'Enter today’s date, like 30 11 2026';
  if (typed.date === clockDay) return null;
  return `The clock of the database says ${plainDate(clockDay)}, and you entered ${plainDate(typed.date)}. If you are right, ask whoever runs this Kept to set the clock right. Then confirm the date.`;
}
