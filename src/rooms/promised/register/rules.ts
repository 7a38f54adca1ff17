/** What holds in a register: how an entry stands, which level it has, what the level comes from, when letters go out. Pure. */
import { daysUntil, monthsLater } from '#base/london.js';
import { monthsEarned } from '#base/spans.js';
import { type Steps, wordOn } from '#base/steps.js';
import type { Audience } from '#rooms/ground/frameworks/index.js';
import {
  type BodyKind,
  type EntryDates,
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

export interface EarningPromise {
  readonly theme: string | null;
  readonly state: string;
  readonly due: string;
  readonly kept_on: string | null;
  readonly evidence: string | null;
  readonly confirmed_on: string | null;
}

export interface EarningPractice {
  readonly state: string;
  readonly published_on: string;
}

function latest(days: readonly (string | null)[]): string | null {
  return days.reduce<string | null>((best, day) => (day !== null && (best === null || day > best) ? day : best), null);
}

/** The last day on which all of them hold. */
function together(days: readonly (string | null)[]): string | null {
  return days.some((day) => day === null)
    ? null
    : days.reduce<string | null>((least, day) => (least === null || (day !== null && day < least) ? day : least), null);
}

function yearFrom(day: string | null): string | null {
  return day === null ? null : monthsLater(day, monthsEarned);
}

/** Until when a promise counts: a live one until its date, a kept one for a year. */
function countsUntil({ state, due, kept_on }: EarningPromise): string | null {
  if (state === 'agreed' || state === 'under way') return due;
  return state === 'kept' ? yearFrom(kept_on) : null;
}

/** What was earned under a framework's promised themes. The database holds the same rule as published.register_facts(). */
export function factsOf(
  themes: readonly string[],
  promises: readonly EarningPromise[],
  practices: readonly EarningPractice[],
): Facts {
  const perTheme = themes.map((theme) =>
    latest(promises.filter((promise) => promise.theme === theme).map(countsUntil)),
  );
  return {
    acting_until: together(perTheme),
    shown_until: latest(
      promises
        .filter(({ state, evidence }) => state === 'kept' && (evidence === 'shown' || evidence === 'confirmed'))
        .map(({ kept_on }) => yearFrom(kept_on)),
    ),
    practised_until: latest(
      practices.filter(({ state }) => state === 'published').map(({ published_on }) => yearFrom(published_on)),
    ),
    confirmed_until: latest(promises.map(({ confirmed_on }) => yearFrom(confirmed_on))),
  };
}

/** Until when "showing" and "heard" hold, each with all that the level before asks for. */
export function levelDates(facts: Facts): Pick<EntryDates, 'acting_until' | 'showing_until' | 'heard_until'> {
  const showing = [facts.acting_until, facts.shown_until, facts.practised_until];
  return {
    acting_until: facts.acting_until,
    showing_until: together(showing),
    heard_until: together([...showing, facts.confirmed_until]),
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
