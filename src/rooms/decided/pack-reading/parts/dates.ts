/** Dates and times as English minutes print them. What is ambiguous or lacks its year stays null. */
import { withoutEnd, withoutStart } from '#base/ends.js';
import { months } from '#base/london.js';

export interface FoundDate {
  readonly printed: string;
  /** ISO date; null where the year is missing, the order of day and month is open, or there is no such day. */
  readonly date: string | null;
  /** What it could be, where the text leaves two possibilities. */
  readonly choices: readonly string[];
  readonly why: 'no year' | 'day or month' | 'no such day' | 'weekday differs' | null;
  readonly at: number;
}

const MONTHS = months.map((month) => month.toLowerCase());
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const WEEKDAY = '(?:(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\\s{1,3}(?:the\\s)?)?';

const WORDED = new RegExp(
  `\\b${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th)?(?:\\s{1,3}of)?[\\s-]{1,3}${MONTH}(?!\\p{L})\\.?(?:,?[\\s-]{1,3}(\\d{4})(?!\\d))?`,
  'giu',
);
const AMERICAN = new RegExp(`\\b${WEEKDAY}${MONTH}\\.?\\s{1,3}(\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,3}(\\d{4})\\b`, 'giu');
const NUMERIC = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/g;
const ISO = /\b(\d{4})-(\d{2})-(\d{2})\b/g;
const LONGEST = 4000;

function iso(year: number, month: number, day: number): string | null {
  if (year < 1800 || year > 2200 || month < 1 || month > 12 || day < 1) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}

function monthOf(word: string): number {
  return MONTHS.findIndex((month) => month.startsWith(word.toLowerCase().slice(0, 3))) + 1;
}

function worded(
  printed: string,
  at: number,
  weekday: string | undefined,
  day: number,
  month: number,
  year: string | undefined,
): FoundDate {
  if (year === undefined) return { printed, date: null, choices: [], why: 'no year', at };
  const date = iso(Number(year), month, day);
  if (!date) return { printed, date: null, choices: [], why: 'no such day', at };
  const named = weekday ? WEEKDAYS.findIndex((name) => name.startsWith(weekday.toLowerCase().slice(0, 3))) : -1;
  return {
    printed,
    date,
    choices: [],
    why: named >= 0 && named !== new Date(date).getUTCDay() ? 'weekday differs' : null,
    at,
  };
}

/** Every date in a text, in order. Only the first characters of a very long text are looked at. */
export function datesIn(text: string): readonly FoundDate[] {
  const part = text.slice(0, LONGEST);
  if (!/\d/.test(part)) return [];
  const found: FoundDate[] = [];
  for (const match of part.matchAll(WORDED))
    found.push(
      worded(
        match[0].trim().replace(/\.$/, ''),
        match.index,
        match[1],
        Number(match[2]),
        monthOf(match[3] ?? ''),
        match[4],
      ),
    );
  for (const match of part.matchAll(AMERICAN))
    found.push(worded(match[0].trim(), match.index, match[1], Number(match[3]), monthOf(match[2] ?? ''), match[4]));
  for (const match of part.matchAll(NUMERIC)) {
    const [first, second, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
    const dayFirst = iso(year, second, first);
    const monthFirst = iso(year, first, second);
    const open = dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst;
    found.push({
      printed: match[0],
      date: open ? null : (dayFirst ?? monthFirst),
      choices: open ? [dayFirst, monthFirst] : [],
      why: open ? 'day or month' : (dayFirst ?? monthFirst) ? null : 'no such day',
      at: match.index,
    });
  }
  for (const match of part.matchAll(ISO)) {
    const date = iso(Number(match[1]), Number(match[2]), Number(match[3]));
    found.push({ printed: match[0], date, choices: [], why: date ? null : 'no such day', at: match.index });
  }
  const sorted = found.toSorted((a, b) => a.at - b.at || b.printed.length - a.printed.length);
  return sorted.filter((date, index) => {
    const before = sorted[index - 1];
    return !before || date.at >= before.at + before.printed.length;
  });
}

/** First date of a text. */
export function firstDate(text: string): FoundDate | null {
  return datesIn(text)[0] ?? null;
}

const TIME =
  /\b(\d{1,2})(?:[.:](\d{2}))?\s{0,2}(a\.?\s?m(?!\p{L})\.?|p\.?\s?m(?!\p{L})\.?|noon(?!\p{L})|midday(?!\p{L}))|\b([01]?\d|2[0-3])[.:]([0-5]\d)(?:\s?(?:hrs|hours|h)\b)?(?![\d/%.]|\s?(?:million|billion|per\s?cent))|\b([01]\d|2[0-3])([0-5]\d)\s?(?:hrs|hours)\b/iu;

/** First time of day as "HH:MM". A number with a point counts as a time only as 11.00 am, or alone with a date beside it. */
export function timeIn(text: string, strict = false): string | null {
  const match = TIME.exec(text.slice(0, LONGEST));
  if (!match) return /\bnoon\b/i.test(text.slice(0, LONGEST)) && !strict ? '12:00' : null;
  if (match[3]) {
    const half = match[3].toLowerCase();
    const hour = Number(match[1]);
    if (hour > 12 || hour < 1 || Number(match[2] ?? 0) > 59) return null;
    const shifted = half.startsWith('a') ? hour % 12 : (hour % 12) + 12;
    return `${String(shifted).padStart(2, '0')}:${match[2] ?? '00'}`;
  }
  if (match[6]) return `${match[6]}:${match[7]}`;
  return strict ? null : `${(match[4] ?? '').padStart(2, '0')}:${match[5]}`;
}

/** Text without its dates, times and weekday: what is left of "Tuesday, 12 March 2024, 11.00 am, Town Hall". */
export function withoutDates(text: string): string {
  let rest = text;
  for (const date of datesIn(text)) rest = rest.replace(date.printed, ' ');
  const time = TIME.exec(rest.slice(0, LONGEST));
  if (time) rest = rest.replace(time[0], ' ');
  const plain = rest.replace(/\bnoon\b/gi, ' ').replace(/\s+/g, ' ');
  return withoutStart(withoutEnd(plain, /[\s,;:–—-]/), /[\s,;:.–—-]/).replace(/^(?:at|on)\s*$/i, '');
}
