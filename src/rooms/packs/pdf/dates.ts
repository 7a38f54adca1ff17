/** Dates as the pack prints them. ISO dates carry no time zone, so they are read and shown as UTC. */

/** "12 March 2024"; what is no ISO date is given back as it is. */
export function dayMonthYear(iso: string): string {
  return shown(iso, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** "Tuesday 12 March 2024". */
export function fullDate(iso: string): string {
  return shown(iso, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).replace(',', '');
}

/** "11am", "1.30pm"; what is no time of day is given back as it is. */
export function hour(clock: string): string {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})/.exec(clock) ?? [];
  if (hours === undefined || minutes === undefined) return clock;
  const of24 = Number(hours);
  return `${of24 % 12 === 0 ? 12 : of24 % 12}${minutes === '00' ? '' : `.${minutes}`}${of24 < 12 ? 'am' : 'pm'}`;
}

function shown(iso: string, how: Intl.DateTimeFormatOptions): string {
  const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? iso : new Intl.DateTimeFormat('en-GB', { ...how, timeZone: 'UTC' }).format(date);
}
