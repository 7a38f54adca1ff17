/** Calendar feeds: RFC 5545 with the names and refresh interval of RFC 7986. */
import { isDate } from './london.js';

export interface Calendar {
  readonly name: string;
  readonly description: string;
  /** Address of the page that shows the same. */
  readonly url: string;
  readonly events: readonly CalendarEvent[];
}

export interface CalendarEvent {
  /** The same for ever, whatever else changes. */
  readonly uid: string;
  /** When this entry last changed, and how often it has. */
  readonly changed: Date;
  readonly sequence: number;
  /** ISO date. */
  readonly date: string;
  /** "11:00" in London; null makes it an event of the whole day. */
  readonly start: string | null;
  /** "12:30" in London of the same day, where it is known; told only together with a start before it. */
  readonly end?: string | null;
  readonly title: string;
  readonly location: string | null;
  readonly description: string | null;
  readonly url: string;
  readonly status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';
}

/** Clocks in the United Kingdom since 1996: an hour forward on the last Sunday of March, back on the last of October. */
const london = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/London',
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZNAME:BST',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZNAME:GMT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/** The whole feed, folded, with the line ends the format wants. */
export function icalendar(calendar: Calendar): string {
  const name = escaped(calendar.name);
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kept//Kept//EN-GB',
    'CALSCALE:GREGORIAN',
    `NAME:${name}`,
    // Apple and Google read the older name.
    `X-WR-CALNAME:${name}`,
    `DESCRIPTION:${escaped(calendar.description)}`,
    `URL;VALUE=URI:${address(calendar.url)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    'X-PUBLISHED-TTL:PT12H',
    ...london,
    ...calendar.events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
}

function eventLines(event: CalendarEvent): readonly string[] {
  const changed = event.changed.toISOString().replace(/[-:]|\.\d+/g, '');
  const day = event.date.replaceAll('-', '');
  const time = clockOf(event.start);
  const end = clockOf(event.end ?? null);
  if (!isDate(event.date)) throw new RangeError(`${event.date} is no date`);
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(event.uid)}`,
    `DTSTAMP:${changed}`,
    `LAST-MODIFIED:${changed}`,
    `SEQUENCE:${event.sequence}`,
    time === null ? `DTSTART;VALUE=DATE:${day}` : `DTSTART;TZID=Europe/London:${day}T${time}00`,
    ...(time !== null && end !== null && end > time ? [`DTEND;TZID=Europe/London:${day}T${end}00`] : []),
    `SUMMARY:${escaped(event.title)}`,
    ...(event.location === null ? [] : [`LOCATION:${escaped(event.location)}`]),
    ...(event.description === null ? [] : [`DESCRIPTION:${escaped(event.description)}`]),
    `URL;VALUE=URI:${address(event.url)}`,
    `STATUS:${event.status}`,
    // A whole day is only a note of the date: it must not make anybody look busy from midnight to midnight.
    time === null ? 'TRANSP:TRANSPARENT' : 'TRANSP:OPAQUE',
    'END:VEVENT',
  ];
}

function clockOf(time: string | null): string | null {
  return time !== null && /^([01]\d|2[0-3]):[0-5]\d/.test(time) ? time.slice(0, 5).replace(':', '') : null;
}

/** RFC 5545 section 3.3.11; control characters other than line ends are not allowed in text at all. */
export function escaped(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n|\r|\u2028|\u2029/g, '\n')
      // oxlint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
      .replace(/[\\;,]/g, '\\$&')
      .replaceAll('\n', '\\n')
  );
}

/** An address never ends its line, whatever somebody put into it. */
function address(url: string): string {
  // oxlint-disable-next-line no-control-regex
  return url.replace(/[\u0000-\u0020\u007f]/g, encodeURIComponent);
}

/** No line is longer than 75 octets, and no character is cut in two (section 3.1). */
export function folded(line: string): string {
  const octetsInAll = Buffer.byteLength(line);
  if (octetsInAll <= 75) return line;
  if (octetsInAll === line.length) {
    // One octet each: a feed of hundreds of addresses is folded by cutting.
    const cut = [line.slice(0, 75)];
    for (let at = 75; at < line.length; at += 74) cut.push(line.slice(at, at + 74));
    return cut.join('\r\n ');
  }
  let shown = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > 75) {
      shown += '\r\n ';
      octets = 1;
    }
    shown += character;
    octets += size;
  }
  return shown;
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
