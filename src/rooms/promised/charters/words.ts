/**
 * Words of a charter: an organisation's own, made of clauses "We will … by … So, you can …", written by its young people and
 * staff together (seed Annex 4; reference listening 5.2). A clause is no promise yet: it may lack an owner and a date.
 */
import type { Stage, ClauseText, SuggestionProblem } from '#rooms/promised/together/index.js';
/** Stages that a lead opens by hand. */
export type OpenStage = Exclude<Stage, 'agreed' | 'published'>;

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
        | 'nothing new'
        | SuggestionProblem;
    }
  | { readonly code: 'wrong stage'; readonly stage: Stage };

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
