/**
 * Words of a promise: "We will … by … So, you can …" (seed: Annex 4; reference listening 5.2). The state is declared, the
 * status is worked out, and neither can be typed into the place of the other.
 */

export const promiseStates = [
  'draft',
  'agreed',
  'under way',
  'kept',
  'partly kept',
  'not kept',
  'withdrawn',
  'replaced',
] as const;
export type PromiseState = (typeof promiseStates)[number];
/** A draft is nobody's promise yet and is not published. */
export type PublicState = Exclude<PromiseState, 'draft'>;

/** How a promise ends; only the first without a reason. */
export const endings = ['kept', 'partly kept', 'not kept', 'withdrawn', 'replaced'] as const;
export type Ending = (typeof endings)[number];

export const promiseStatuses = [
  'on track',
  'at risk',
  'overdue',
  'no news',
  'kept',
  'partly kept',
  'not kept',
  'withdrawn',
  'replaced',
] as const;
export type PromiseStatus = (typeof promiseStatuses)[number];

/** The days of a promise that its rule yields (promiseDays), and its status while none of them has come. */
export interface PromiseDays {
  readonly declared_status: PromiseStatus;
  readonly overdue_from: string | null;
  readonly no_news_from: string | null;
  /** Until when it counts for a register: as a promise, as one shown to be kept, as one that young people confirm. */
  readonly counts_until: string | null;
  readonly shown_until: string | null;
  readonly confirmed_until: string | null;
}

/** "So, you can …" or "So, you feel …" (the form that the young people of the seed chose). */
export const effectVerbs = ['can', 'feel'] as const;
export type EffectVerb = (typeof effectVerbs)[number];

export const evidenceKinds = ['document', 'photo', 'figure', 'survey', 'minute'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** How strong evidence is: whoever promised says so, anybody can look it up, or young people say so themselves. */
export const strengths = ['said', 'shown', 'confirmed'] as const;
export type Strength = (typeof strengths)[number];
/** What whoever promised can claim: the third is not theirs to give. */
export type OwnStrength = Exclude<Strength, 'confirmed'>;

export const answers = ['yes', 'partly', 'no'] as const;
export type Answer = (typeof answers)[number];
/** A group that whoever promised invited to Kept, or that is a part of it. */
export type Tie = 'invited' | 'part' | 'through';

/** Why a promise ends without being kept. */
export const reasonKinds = [
  'money',
  'people or time',
  'law',
  'safety',
  'decided by somebody else',
  'did not work',
  'no longer needed',
  'other',
] as const;
export type ReasonKind = (typeof reasonKinds)[number];

/** What somebody wants to promise. Without an owner or a due date it stays a draft. */
export interface PromiseDraft {
  readonly framework: string;
  /** Null where none of the framework's themes fits. */
  readonly theme: string | null;
  /** Slug of one's own charter that it comes from. */
  readonly charter: string | null;
  readonly aim: string;
  readonly steps: readonly string[];
  readonly effectVerb: EffectVerb;
  readonly effect: string;
  /** A role, never a person: "Deputy head". */
  readonly owner: string | null;
  readonly starts: string | null;
  readonly due: string | null;
  /** How everybody will know. */
  readonly measure: string | null;
  /** Slug of the published board that is responsible. */
  readonly board: string | null;
  /** Where it comes from: a finding, an ask, a decision, one's own idea. */
  readonly source: string | null;
}

/** What a draft lacks before it can be agreed, each a rule of reference 5.2. */
export const missingParts = ['aim', 'steps', 'effect', 'owner', 'due', 'due passed', 'due before start'] as const;
export type MissingPart = (typeof missingParts)[number];

/** Everything that happens to a promise in public. */
export const eventKinds = [
  'agreed',
  'news',
  'moved',
  'evidence',
  'evidence taken back',
  'ended',
  'asked',
  'answered',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** What an event says besides its words; only what readers may know. */
export interface EventDetail {
  readonly by?: string;
  readonly link?: string;
  readonly from?: string;
  readonly to?: string;
  readonly state?: PublicState;
  readonly atRisk?: boolean;
  readonly reason?: ReasonKind;
  readonly replacement?: string;
  readonly title?: string;
  readonly group?: string;
  readonly answer?: Answer;
  /** Whether ten or more young people took part. */
  readonly enough?: boolean;
  /** What the answer changed. */
  readonly stands?: 'confirmed' | 'no longer confirmed';
}

/** What a group answered once it was asked. */
export interface AskedAnswer {
  /** Slug of the group. */
  readonly group: string;
  readonly name: string;
  readonly answer: Answer;
  /** Whether ten or more took part. */
  readonly counted: boolean;
  readonly on: string;
}

export type PromiseProblem =
  | { readonly code: 'not there' }
  | { readonly code: 'wrong state'; readonly state: PromiseState }
  | { readonly code: 'not ready'; readonly missing: readonly MissingPart[] }
  | { readonly code: 'no evidence' }
  | { readonly code: 'date in the past' | 'same date' | 'date in the future' }
  | { readonly code: 'no such theme' | 'no such board' | 'no such group' | 'no such promise' }
  | { readonly code: 'no such practice'; readonly practices: readonly string[] }
  | { readonly code: 'asked too soon'; readonly group: string; readonly from: string }
  | { readonly code: 'asked already' | 'last evidence' };

export type AnswerProblem = 'not there' | 'answered already' | 'no yes';

export const reminderKinds = ['60 days', '30 days', '7 days', 'overdue', 'no news'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

export type SuggestionOutcome = 'taken up' | 'set aside';
export type SuggestionProblem = 'not suggested' | 'meeting over' | 'no reason';
