/** What somebody answers, in the words that server and browser share. Pure: scripts of the browser import it. */

/** One answer as it is sent: the key of an option, keys of several, a number, or text. */
export type Answer = string | number | readonly string[];

/** Answers by the key of their item. What was not answered is left out. */
export type Given = Readonly<Record<string, Answer>>;

/** Kinds of item as taking part answers them; the compiler holds them to those of instruments (answers.ts). */
export type AnswerKind =
  | 'choice'
  | 'scale'
  | 'choose'
  | 'yes or no'
  | 'number'
  | 'short text'
  | 'long text'
  | 'group'
  | 'information';

/** What of an item the way through the questions depends on. */
export interface Stop {
  readonly key: string;
  readonly kind: AnswerKind;
  /** Asked only of those who chose one of these options of an earlier item. */
  readonly when: { readonly item: string; readonly options: readonly string[] } | null;
}

/** What of an item its answer depends on, beside the keys of its options. */
export interface Answerable extends Stop {
  readonly atMost: number | null;
  readonly least: number | null;
  readonly most: number | null;
}
