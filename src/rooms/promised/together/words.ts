/**
 * Words of writing together: young people come in by a code, without an account, suggest, say and vote (reference 4.2, 4.3).
 * What they write for is a charter; this room knows of it what it shows them, and no more.
 */
import type { EffectVerb } from '#rooms/promised/promises/index.js';

/** Its life. "counted": the vote is closed. */
export const stages = ['preparing', 'suggestions', 'discussion', 'vote', 'counted', 'agreed', 'published'] as const;

export type Stage = (typeof stages)[number];

/** What a clause says. */
export interface ClauseText {
  readonly aim: string;
  readonly steps: readonly string[];
  readonly effectVerb: EffectVerb;
  readonly effect: string;
}

/** What a young person writes: a new clause, other words for a clause, or something to say. */
export const suggestionKinds = ['clause', 'change', 'words'] as const;

export type SuggestionKind = (typeof suggestionKinds)[number];

/** Why an adult does not show what was written. */
export const withholdReasons = ['names somebody', 'unkind', 'not about the charter', 'worry', 'other'] as const;

export type WithholdReason = (typeof withholdReasons)[number];

export const voteAnswers = ['yes', 'no', 'not sure'] as const;

export type VoteAnswer = (typeof voteAnswers)[number];

export type TogetherProblem = 'no seat' | 'not now' | 'other words' | 'no such clause' | 'too many';

export type SeatProblem = 'not open' | 'full' | 'voted here';

/** Why an adult's answer to what was written is refused. */
export type SuggestionProblem = 'not there' | 'not waiting' | 'nothing taken out' | 'rewritten' | 'nobody to pass to';

/** Which answer is clearly ahead; "open" where none is. Told only of ten votes or more. */
export const outcomes = ['yes', 'no', 'open'] as const;

export type Outcome = (typeof outcomes)[number];

/** What may be told of votes for one clause; numbers only where no side is small, and null where they are not told. */
export interface Told {
  /** Null: fewer than ten. */
  readonly outcome: Outcome | null;
  readonly yes: number | null;
  readonly no: number | null;
  readonly notSure: number | null;
  /** Whether it was about the words that the clause has now. */
  readonly holds: boolean;
}

/** A show of hands as it is kept: nothing below the floors. */
export interface HandVote extends Told {
  readonly clause: string;
  readonly group: string;
  readonly day: string;
}

/** What is left of a vote by code. */
export interface Tally extends Told {
  readonly clause: string;
  readonly closedOn: string;
  /** Whether a number of clauses was chosen; then "yes" is: chosen by most. */
  readonly byChoosing: boolean;
  readonly people: number | null;
  readonly chosen: number | null;
  /** Whether several people could vote on one device. */
  readonly shared: boolean;
}
