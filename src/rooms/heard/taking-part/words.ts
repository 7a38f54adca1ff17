/** Words of taking part: what is asked, how people come in, and what they send (reference listening 4.2 and 4.3). */
import type { Audience, InstrumentContent, Texts } from '#rooms/heard/instruments/index.js';

/** How people come in: one-time cards, a session of a class with seats, a link that is open to all. */
export const wayInKinds = ['cards', 'class session', 'open link'] as const;
export type WayInKind = (typeof wayInKinds)[number];

/** A survey as it is asked; never changes once it is open. */
export interface Asked {
  /** The survey's name in public, in its languages; the title of its instrument where it has none of its own. */
  readonly title: Texts;
  /** Who asks: the organisation's name. */
  readonly organisation: string;
  readonly content: InstrumentContent;
  /** Those of the instrument's languages in which it is offered; the first is offered first. */
  readonly languages: readonly string[];
  readonly audiences: readonly Audience[];
  /** Privacy notices, in paragraphs parted by an empty line, in the survey's languages. Young people read the child's, everybody else the adult's. */
  readonly notices: { readonly adult: Texts; readonly child: Texts };
  /** Whom to ask about the survey: a role with an address, as printed. */
  readonly contact: string;
}

/** Where somebody comes in. */
export interface WayInPlace {
  /** The setting's name; null for an open link. */
  readonly setting: string | null;
  /** "Ms Khan, the safeguarding lead, in room 4"; null where nobody was named. */
  readonly turnTo: string | null;
}

/**
 * Why a code opens nothing now. "closed": the survey is. "spent": the card has answered. "ended": the session is over. "full": every place is
 * taken. "code ended": this code alone. "paused": its setting does not take part at present. "voided": what came by it was destroyed.
 */
export type WayInState =
  | 'open'
  | 'not yet'
  | 'closed'
  | 'spent'
  | 'ended'
  | 'full'
  | 'code ended'
  | 'paused'
  | 'voided';

/** What a code opens. */
export interface Opened {
  readonly survey: string;
  readonly wayIn: string;
  readonly audience: Audience;
  readonly kind: WayInKind;
  readonly place: WayInPlace;
  /** Null where there is no limit. */
  readonly places: number | null;
  readonly state: WayInState;
  /** Whether answers still arrive that were given before its end, or on paper. */
  readonly takesLate: boolean;
  /** The last day on which anybody may begin, ISO: as it stands now, for it can be moved. */
  readonly closesOn: string;
}

/** How many have answered, never finer than this (P14): none, one to nine, then by tens. `least` is 0, 1, 10, 20 ... */
export interface Band {
  readonly least: number;
}

/** Letters of an envelope (envelope.ts): thirty texts of 2,000 letters, three bytes each, sealed. */
export const sealedAtMost = 300_000;
