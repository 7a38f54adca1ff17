/**
 * Dates as people in England write and read them. Dates are ISO strings ("2024-03-12"), never instants: a meeting's
 * day does not move with the reader's clock. An instant becomes a day only through Europe/London.
 */

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const londonParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function partsOf(at: Date): (type: Intl.DateTimeFormatPartTypes) => string {
  const parts = londonParts.formatToParts(at);
  return (type) => parts.find((part) => part.type === type)?.value ?? '';
}

/** The day in London at that instant, ISO. */
export function londonDate(at: Date): string {
  const part = partsOf(at);
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** The time in London at that instant, "14:05". */
export function londonTime(at: Date): string {
  const part = partsOf(at);
  return `${part('hour')}:${part('minute')}`;
}

function split(iso: string): { year: number; month: number; day: number; weekday: number } {
  const [year = NaN, month = NaN, day = NaN] = iso.split('-').map(Number);
  return { year, month, day, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() };
}

/** "Tuesday 12 March 2024" (no comma, no ordinal: GOV.UK style for dates). */
export function longDate(iso: string): string {
  const { year, month, day, weekday } = split(iso);
  return `${days[weekday] ?? ''} ${day} ${months[month - 1] ?? ''} ${year}`;
}

/** "12 March 2024". */
export function plainDate(iso: string): string {
  const { year, month, day } = split(iso);
  return `${day} ${months[month - 1] ?? ''} ${year}`;
}

/** "March 2024": from "2024-03". */
export function monthName(month: string): string {
  const { year, month: number } = split(`${month}-01`);
  return `${months[number - 1] ?? ''} ${year}`;
}

/** "11am", "1.30pm", "midday": from "HH:MM". */
export function plainTime(clock: string): string {
  const [hour = NaN, minute = NaN] = clock.split(':').map(Number);
  if (hour === 12 && minute === 0) return 'midday';
  if (hour === 0 && minute === 0) return 'midnight';
  const shown = hour % 12 === 0 ? 12 : hour % 12;
  return `${shown}${minute === 0 ? '' : `.${String(minute).padStart(2, '0')}`}${hour < 12 ? 'am' : 'pm'}`;
}

/** Whether the string is a day that exists. */
export function isDate(iso: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  // No year 0: PostgreSQL has none.
  if (!found || found[1] === '0000') return false;
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === iso;
}

/** A day some months later; where that month is too short, its last day. As PostgreSQL counts: date + interval 'n months'. */
export function monthsLater(iso: string, count: number): string {
  const { year, month, day } = split(iso);
  const target = year * 12 + (month - 1) + count;
  const [inYear, inMonth] = [Math.floor(target / 12), target % 12];
  const last = new Date(Date.UTC(inYear, inMonth + 1, 0)).getUTCDate();
  return `${String(inYear).padStart(4, '0')}-${String(inMonth + 1).padStart(2, '0')}-${String(Math.min(day, last)).padStart(2, '0')}`;
}

/** Days from one day to another; less than nought where the other is earlier. */
export function daysUntil(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** A day so many days after another. */
export function daysLater(iso: string, count: number): string {
  const at = new Date(`${iso}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + count);
  return at.toISOString().slice(0, 10);
}
