/** What holds in a register: how an entry stands, which level it has, what the level comes from, when letters go out. Pure. */
import { daysUntil, monthsLater } from '#base/london.js';
import { type Steps, wordOn } from '#base/steps.js';
import type { Audience } from '#rooms/ground/frameworks/index.js';
import {
  type BodyKind,
  type EntryDates,
  type EntryDays,
  type EntryStanding,
  type EntryState,
  type Facts,
  type LetterKind,
  type Level,
  levels,
  type ShownWord,
} from './words.js';

/** A signature counts for so long (reference listening 5.3). */
const monthsCounted = 24;
/** From so many days before its end it is due for renewal: the day of the first letter. */
export const daysOfNotice = 60;

export function lapsesOn(signedOn: string): string {
  return monthsLater(signedOn, monthsCounted);
}

/** Whether a signature counts on a day. */
export const signatureSteps: Steps<ShownWord, 'lapses_on', 'state'> = {
  steps: [{ word: 'lapsed', from: 'lapses_on' }],
  otherwise: 'state',
  only: 'signed',
};

/** The one word for readers: the highest level that holds while the signature counts, otherwise how the entry stands. */
export const entrySteps: Steps<ShownWord, 'lapses_on' | 'heard_until' | 'showing_until' | 'acting_until', 'state'> = {
  ...signatureSteps,
  steps: [
    ...signatureSteps.steps,
    { word: 'heard', until: 'heard_until' },
    { word: 'showing', until: 'showing_until' },
    { word: 'acting', until: 'acting_until' },
  ],
};

export function shownWord(dates: EntryDates, today: string): ShownWord {
  return wordOn(entrySteps, dates, today);
}

/** How an entry stands on a day. */
export function standingOf(
  { state, lapses_on }: Pick<EntryDates, 'state' | 'lapses_on'>,
  today: string,
): EntryStanding {
  if (wordOn(signatureSteps, { state, lapses_on }, today) === 'lapsed') return 'lapsed';
  return state === 'signed' && lapses_on !== null && daysUntil(today, lapses_on) <= daysOfNotice
    ? 'renewal due'
    : state;
}

/** The level on a day; null for what is not signed or has lapsed. */
export function levelOf(dates: EntryDates, today: string): Level | null {
  const word = shownWord(dates, today);
  return levels.find((level) => level === word) ?? null;
}

/** The last day on which all of them hold. */
function together(days: readonly (string | null | undefined)[]): string | null {
  return days.reduce<string | null>(
    (least, day, at) => (day && (at === 0 || least !== null) ? (least === null || day < least ? day : least) : null),
    null,
  );
}

/** What an organisation has earned under a framework: the last day of each, by the promises and practices that count longest. */
export interface EarnedDays extends Omit<Facts, 'acting_until'> {
  /** By theme. */
  readonly counts: ReadonlyMap<string, string>;
}

/**
 * The days of an entry. It is acting as long as there is a promise that counts under every promised theme of the framework; showing, with
 * one that was shown to be kept and a practice beside it; heard, with one that young people confirm.
 */
export function entryDays(
  signedOn: string | null,
  themes: readonly string[],
  earned: EarnedDays | undefined,
): EntryDays {
  const acting_until = together(themes.map((theme) => earned?.counts.get(theme)));
  const { shown_until = null, practised_until = null, confirmed_until = null } = earned ?? {};
  const showing = [acting_until, shown_until, practised_until];
  return {
    lapses_on: signedOn === null ? null : lapsesOn(signedOn),
    acting_until,
    shown_until,
    practised_until,
    confirmed_until,
    showing_until: together(showing),
    heard_until: together([...showing, confirmed_until]),
  };
}

/** Of whom a framework's asks are asked where that kind of body signs. */
export const audienceOf: Readonly<Record<BodyKind, Audience>> = {
  authority: 'authority',
  school: 'school',
  trust: 'school',
  group: 'young people',
};

/** What the signatory and the keeper may do in which state. */
export const entryCan = {
  sign: ['invited', 'interested', 'signed', 'withdrawn'],
  withdraw: ['signed'],
  remove: ['invited', 'interested', 'signed', 'withdrawn'],
  'invite again': ['withdrawn', 'removed'],
} as const satisfies Readonly<Record<string, readonly EntryState[]>>;

export function canBeDone(act: keyof typeof entryCan, state: EntryState): boolean {
  const states: readonly EntryState[] = entryCan[act];
  return states.includes(state);
}

/** What signing does to an entry: the first time, again with the same version, or with a newer one. */
export function signingKind(
  before: { readonly state: EntryState; readonly version: number | null } | undefined,
  version: number,
): 'signed' | 'renewed' | 'reconfirmed' {
  if (before?.state !== 'signed') return 'signed';
  return before.version === version ? 'renewed' : 'reconfirmed';
}

/** The letter that is due about a signature today: after a day that was missed the next nearest, never two of a kind. None long after the lapse. */
export function letterFor(lapses: string, today: string): LetterKind | null {
  const days = daysUntil(today, lapses);
  if (days > 60 || days < -30) return null;
  if (days <= 0) return 'lapsed';
  if (days <= 7) return '7 days';
  return days <= 30 ? '30 days' : '60 days';
}
