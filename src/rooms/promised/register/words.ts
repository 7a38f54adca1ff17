/**
 * Words of a register (reference listening 5.3). What somebody did is a state; how an entry stands and which level it has are
 * worked out from dates and from what was published, and can be typed by nobody.
 */

import type { InviteProblem as LetterProblem } from '#rooms/ground/people/index.js';

export const bodyKinds = ['authority', 'school', 'trust', 'group'] as const;
/** What can sign: an authority by its GSS code, a school or setting by its URN, a trust, a group of young people. */
export type BodyKind = (typeof bodyKinds)[number];

export const entryStates = ['invited', 'interested', 'signed', 'withdrawn', 'removed'] as const;
export type EntryState = (typeof entryStates)[number];

export type EntryStanding = EntryState | 'renewal due' | 'lapsed';

/** Earned by what is published, never applied for; each holds the one before. */
export const levels = ['signed', 'acting', 'showing', 'heard'] as const;
export type Level = (typeof levels)[number];

/** What a reader is told of an entry in one word: its level while it counts, otherwise how it stands. */
export const shownWords = [
  'heard',
  'showing',
  'acting',
  'signed',
  'interested',
  'invited',
  'lapsed',
  'withdrawn',
  'removed',
] as const;
export type ShownWord = (typeof shownWords)[number];

export const eventKinds = [
  'invited',
  'interested',
  'signed',
  'renewed',
  'reconfirmed',
  'withdrawn',
  'removed',
] as const;
export type EntryEventKind = (typeof eventKinds)[number];

/** What an event says besides its day. */
export interface EventDetail {
  readonly by?: string;
  readonly role?: string;
  readonly mandate?: string;
  readonly link?: string;
  readonly version?: number;
  readonly reason?: string;
}

/** Whom a line of a register is about. */
export interface Body {
  readonly kind: BodyKind;
  readonly name: string;
  /** GSS code: of the authority itself, or of the area. */
  readonly authority: string | null;
  readonly urn: number | null;
}

/** The dates from which standing and level follow. */
export interface EntryDates {
  readonly state: EntryState;
  readonly lapses_on: string | null;
  readonly acting_until: string | null;
  readonly showing_until: string | null;
  readonly heard_until: string | null;
}

/** The last day on which each thing that a level asks for is there; null where it is not. */
export interface Facts {
  readonly acting_until: string | null;
  readonly shown_until: string | null;
  readonly practised_until: string | null;
  readonly confirmed_until: string | null;
}

/** All days of an entry that its rule yields (entryDays). */
export type EntryDays = Omit<EntryDates, 'state'> & Facts;

export interface Signature {
  /** An adult who signs in public, with their role. */
  readonly by: string;
  readonly role: string;
  /** Who decided it, where that can be read, and when. */
  readonly mandate: string;
  readonly link: string;
  readonly on: string;
  /** Keys of the asks that are taken on. */
  readonly asks: readonly string[];
}

export interface End {
  /** The body or role that decided. */
  readonly by: string;
  readonly reason: string;
}

export type SignProblem =
  | 'no such framework'
  | 'cannot sign'
  | 'own framework'
  | 'was removed'
  | 'decided later'
  | 'nothing asked'
  | 'no asks'
  | 'framework ended';
export type EndProblem = 'not there' | 'not signed' | 'removed already';
/** The last: why its letter cannot go out. */
export type InviteProblem = 'not there' | 'listed already' | 'framework ended' | LetterProblem;
export type LetterKind = '60 days' | '30 days' | '7 days' | 'lapsed';
