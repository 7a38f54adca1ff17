/** Words of focus groups: conversations and the quotes that come out of them (reference listening 6.3 and P16). */

export const conversationKinds = ['focus group', 'interview'] as const;
export type ConversationKind = (typeof conversationKinds)[number];

export const whos = ['students', 'educators', 'parents and carers', 'school leaders'] as const;
export type Who = (typeof whos)[number];

export const phases = ['primary', 'secondary', 'alternative provision', 'special', 'post-16'] as const;
export type Phase = (typeof phases)[number];

export interface ConversationDraft {
  readonly kind: ConversationKind;
  readonly who: Who;
  readonly phase: Phase;
  readonly day: string;
  readonly present: number;
  readonly eligible: number | null;
  readonly setting: string | null;
  readonly survey: string | null;
  readonly facilitator: string;
  readonly notes: string;
}

/** What a quote lacks before it may be used (P16). */
export const lacks = ['second reader', 'recognisable', 'small group', 'not cleared'] as const;
export type Lack = (typeof lacks)[number];

/** What the rules need to know of a quote. */
export interface QuoteChecked {
  readonly coded_by: string;
  readonly read_by: string | null;
  readonly recognisable: boolean | null;
  readonly eligible: number | null;
  /** Null where its source is gone: a text that was withheld afterwards. */
  readonly words: string | null;
}

export type QuoteProblem = 'not there' | 'own quote' | 'coded already' | 'not cleared' | 'changed meanwhile';
