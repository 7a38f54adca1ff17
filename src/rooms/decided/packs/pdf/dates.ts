/** Dates as the pack prints them; what is no date or time is printed as it stands, never as a guess. */
import { isDate, longDate, plainDate, plainTime } from '#base/london.js';

/** "12 March 2024". */
export function dayMonthYear(iso: string): string {
  return isDate(iso) ? plainDate(iso) : iso;
}

/** "Tuesday 12 March 2024". */
export function fullDate(iso: string): string {
  return isDate(iso) ? longDate(iso) : iso;
}

/** "11am", "1.30pm". */
export function hour(clock: string): string {
  return /^([01]?\d|2[0-3]):[0-5]\d$/.test(clock) ? plainTime(clock) : clock;
}
