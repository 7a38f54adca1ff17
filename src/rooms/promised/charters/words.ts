/**
 * Words of a charter: an organisation's own, made of clauses "We will … by … So, you can …", written by its young people and
 * staff together (seed Annex 4; reference listening 5.2). A clause is no promise yet: it may lack an owner and a date.
 */

/** Its life. "counted": the vote is closed. */
export const stages = ['preparing', 'suggestions', 'discussion', 'vote', 'counted', 'agreed', 'published'] as const;
export type Stage = (typeof stages)[number];
/** Stages that a lead opens by hand. */
export type OpenStage = Exclude<Stage, 'agreed' | 'published'>;

export const effectVerbs = ['can', 'feel'] as const;
export type EffectVerb = (typeof effectVerbs)[number];

/** What a clause says. */
export interface ClauseText {
  readonly aim: string;
  readonly steps: readonly string[];
  readonly effectVerb: EffectVerb;
  readonly effect: string;
}

export interface ClauseDraft extends ClauseText {
  /** As written; '' for none. */
  readonly heading: string;
  /** Key of a theme of the charter's framework. */
  readonly theme: string | null;
  /** A role, never a person. */
  readonly owner: string | null;
  readonly due: string | null;
  /** Easy-read words, a line each. */
  readonly easy: readonly string[];
}

export interface CharterDraft {
  readonly title: string;
  readonly intro: string;
  readonly framework: string;
  /** How many clauses each may choose; null where each is answered yes, no or not sure. */
  readonly choose: number | null;
  /** Where young people find the safeguarding lead. */
  readonly safeguarding: string;
  readonly safeguardingEmail: string | null;
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

export type CharterProblem =
  | {
      readonly code:
        | 'not there'
        | 'no such theme'
        | 'no framework'
        | 'no clauses'
        | 'no reason'
        | 'nothing agreed'
        | 'date in the future'
        | 'promised already'
        | 'not agreed yet'
        | 'voted already'
        | 'not waiting'
        | 'nothing new'
        | 'nothing taken out'
        | 'rewritten'
        | 'nobody to pass to';
    }
  | { readonly code: 'wrong stage'; readonly stage: Stage };

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

/** Hands that an adult counts in a room, as they are typed. */
export interface HandCount {
  readonly clause: string;
  /** Who was in the room: "Year 4". */
  readonly group: string;
  readonly day: string;
  readonly yes: number;
  readonly no: number;
  readonly notSure: number;
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

export interface ContentClause extends ClauseText {
  readonly id: string;
  readonly heading: string;
  readonly theme: string | null;
  readonly owner: string | null;
  readonly due: string | null;
  readonly easy: readonly string[];
}

/** The content of a publication of kind "charter". */
export interface CharterContent {
  readonly format: 'kept-charter/1';
  readonly charter: { readonly slug: string; readonly title: string };
  readonly organisation: { readonly slug: string; readonly name: string; readonly kind: string };
  readonly framework: { readonly slug: string; readonly name: string };
  readonly intro: string;
  readonly agreed: { readonly body: string; readonly role: string; readonly group: string; readonly on: string };
  readonly clauses: readonly ContentClause[];
}
