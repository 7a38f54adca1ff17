/**
 * Which days somebody can mean, by what the day is of. Every form and file names one of these ranges where it reads a day (`typedDate`,
 * `readDay` of a table), so that no signature rests on a decision of 1890 and no charter was agreed before those who agreed it were born.
 * A day outside is refused with the rule; only what is read out of a paper is asked about instead (rooms/decided/pack-reading).
 */
import { monthsLater, plainDate } from './london.js';

/** A day that never moves, or months from today; 0 is today. */
type Bound = string | number;

interface Range {
  readonly earliest: Bound;
  readonly latest: Bound;
  /** Why, as a sentence that follows "Enter a day from … to …". */
  readonly why: string;
}

const years = 12;

export const dateRanges = {
  // A signature counts for 24 months (rooms/promised/register): an older decision would have lapsed before it was signed.
  'decision to sign': {
    earliest: -2 * years,
    latest: 0,
    why: 'A signature rests on a decision of the last two years. Decide again if yours is older.',
  },
  'charter agreed': {
    earliest: -3 * years,
    latest: 0,
    why: 'A charter is agreed by young people who are here now. Agree an older one again.',
  },
  'show of hands': { earliest: -1 * years, latest: 0, why: 'A show of hands has taken place, within the last year.' },
  'clause due': {
    earliest: -3 * years,
    latest: 10 * years,
    why: 'A clause is kept while those whom it is for can still see it.',
  },
  'promise starts': { earliest: -5 * years, latest: 5 * years, why: 'A promise begins within five years.' },
  'promise due': {
    earliest: -5 * years,
    latest: 10 * years,
    why: 'A promise is kept while those whom it was made to can still see it.',
  },
  'promise agreed': {
    earliest: -5 * years,
    latest: 0,
    why: 'It was agreed within the last five years, and not in the future.',
  },
  'promise ended': { earliest: -5 * years, latest: 0, why: 'It has ended, within the last five years.' },
  'evidence dated': {
    earliest: -10 * years,
    latest: 0,
    why: 'Evidence is there already, and not older than ten years.',
  },
  'coming meeting': { earliest: 0, latest: 3 * years, why: 'A meeting is announced three years ahead at most.' },
  // No meeting in here is older than the councils that the Local Government Act 1972 made.
  'meeting in a paper': {
    earliest: '1972-01-01',
    latest: 3 * years,
    why: 'Councils as they are now began with the Local Government Act 1972, and a meeting is announced three years ahead at most.',
  },
  'coming event': { earliest: 0, latest: 3 * years, why: 'An event is announced three years ahead at most.' },
  // The first schools of the programme in the United Kingdom.
  'award held since': {
    earliest: '2004-01-01',
    latest: 0,
    why: 'The first schools here began in 2004, and a stage is reached before it is recorded.',
  },
  // The Children (Leaving Care) Act 2000 came into force on 1 October 2001.
  'offer begins': {
    earliest: '2001-10-01',
    latest: 5 * years,
    why: 'Offers to care leavers began with the Children (Leaving Care) Act 2000.',
  },
  'offer ends': {
    earliest: '2001-10-01',
    latest: 20 * years,
    why: 'Offers to care leavers began with the Children (Leaving Care) Act 2000.',
  },
  'offer checked': {
    earliest: -5 * years,
    latest: 0,
    why: 'A check has taken place, and not more than five years ago.',
  },
  'coverage known': { earliest: -5 * years, latest: 0, why: 'It was true on that day, not more than five years ago.' },
  'code ends': { earliest: 0, latest: 3, why: 'A code works for three months at most.' },
  'survey opens': { earliest: -1 * years, latest: 2 * years, why: 'A survey is planned two years ahead at most.' },
  'survey closes': {
    earliest: 0,
    latest: 3 * years,
    why: 'A survey is open for a year at most and is planned two years ahead.',
  },
  // Compared with the clock that is in doubt, so nothing more can be asked of it.
  'date confirmed': { earliest: '2020-01-01', latest: '2199-12-31', why: 'Kept asks for today’s date.' },
  conversation: {
    earliest: -5 * years,
    latest: 0,
    why: 'A conversation is written down once it has taken place, within five years.',
  },
} as const satisfies Readonly<Record<string, Range>>;

export type DateRange = keyof typeof dateRanges;

/** Whether a paper that is read without knowing today can mean the day: a slip of a century is asked about. */
export function isPossibleInPaper(date: string): boolean {
  return date >= dateRanges['meeting in a paper'].earliest && date < '2100-01-01';
}

function dayOf(bound: Bound, today: string): string {
  return typeof bound === 'string' ? bound : monthsLater(today, bound);
}

/** Null where somebody can mean the day; otherwise the rule and the way out. */
export function implausible(range: DateRange, date: string, today: string): string | null {
  const { earliest, latest, why } = dateRanges[range];
  const [from, to] = [dayOf(earliest, today), dayOf(latest, today)];
  return date >= from && date <= to ? null : `Enter a day from ${plainDate(from)} to ${plainDate(to)}. ${why}`;
}
