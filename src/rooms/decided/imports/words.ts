/** What a clerk says to a reading: answers to its doubts, and the particulars of the meeting. */
export type Answer = 'accepted' | 'corrected' | 'set aside';

export interface Correction {
  /** The choice taken or the text typed: an owner, a date, a spelling, a number. */
  readonly value?: string;
  /** Who stood in for whom. */
  readonly pairs?: readonly { readonly absent: string; readonly substitute: string }[];
}

/** The particulars of the meeting as the clerk gives them, where the text does not or is wrong. */
export interface Particulars {
  readonly board: string;
  readonly date: string;
  readonly start: string | null;
  readonly place: string | null;
  readonly mode: 'in person' | 'remote' | 'hybrid' | null;
}

export interface Settlement {
  /** Id of a doubt, or `unplaced-<first line>`. */
  readonly subject: string;
  readonly outcome: Answer;
  readonly correction: Correction | null;
}
