/** A survey as a device holds it to take part without a connection: what bundle.page.tsx sends and offline.client.ts shows. */
import type { Answerable } from './given-answers.js';

export interface BundledItem extends Answerable {
  /** Keys of answers and, after them, of what is not one. */
  readonly answers: readonly string[];
  readonly rest: readonly string[];
  /** The page of this question, as the server would send it. */
  readonly html: string;
}

/** Sentences (said.ts) that the script says itself. */
type BundledSentence =
  | 'progress'
  | 'information'
  | 'sendSome'
  | 'error'
  | 'tooMany'
  | 'notANumber'
  | 'outOfBounds'
  | 'tooLong'
  | 'notAnOption'
  | 'noStore'
  | 'passed'
  | 'goOnTitle'
  | 'goOn'
  | 'begunGo'
  | 'noOtherLanguage';

export interface Bundle {
  readonly survey: string;
  readonly publicKey: string;
  readonly code: string;
  readonly kind: string;
  /** Of a class session: that this device was there before its end. */
  readonly ticket?: string;
  readonly audience: string;
  readonly direction: string;
  readonly language: string;
  readonly title: string;
  readonly items: readonly BundledItem[];
  readonly pages: Readonly<Record<'send' | 'thanks' | 'waiting' | 'left' | 'refused' | 'gone', string>>;
  readonly words: Readonly<Record<BundledSentence, string>>;
  /** What the script of every page says (take.client.ts). */
  readonly tools: Readonly<Record<string, string>>;
  /** 64 words for receipts. */
  readonly things: readonly string[];
}
