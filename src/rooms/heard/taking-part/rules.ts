/** Which answers a question takes. Pure; scripts of the browser import it, so that a device refuses what Kept would refuse. */
import { type Result, ok, refused } from '#base/result.js';
import type { Answer, Answerable } from './given-answers.js';

export const textAtMost = { 'short text': 200, 'long text': 2000 } as const;

/** Beyond what any question may sensibly ask; also what a browser may send as one number without losing digits. */
const numberAtMost = 1_000_000_000;

export interface AnswerProblem {
  readonly code: 'too many' | 'not an option' | 'not a number' | 'out of bounds' | 'too long' | 'not asked';
  readonly atMost?: number;
  readonly least?: number;
  readonly most?: number;
}

/** Text as PostgreSQL and every page can hold it: no NUL, no half of a character, one kind of line end. */
export function wholeText(text: string): string {
  return text
    .replace(/\0/g, '')
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .replace(/\r\n/g, '\n')
    .trim();
}

/** What is kept of an answer; null where it comes to nothing. `keys`: of all options of the item. */
export function checkAnswer(
  item: Answerable,
  keys: readonly string[],
  value: unknown,
): Result<Answer | null, AnswerProblem> {
  switch (item.kind) {
    case 'information':
      return refused({ code: 'not asked' });
    case 'choice':
    case 'scale':
    case 'group':
    case 'yes or no':
      return typeof value === 'string' && keys.includes(value) ? ok(value) : refused({ code: 'not an option' });
    case 'choose': {
      if (!Array.isArray(value)) return refused({ code: 'not an option' });
      const chosen: readonly unknown[] = [...new Set(value)];
      if (!chosen.every((one): one is string => typeof one === 'string' && keys.includes(one)))
        return refused({ code: 'not an option' });
      if (item.atMost !== null && chosen.length > item.atMost)
        return refused({ code: 'too many', atMost: item.atMost });
      return ok(chosen.length === 0 ? null : chosen);
    }
    case 'number': {
      if (typeof value !== 'number' || !Number.isSafeInteger(value)) return refused({ code: 'not a number' });
      const [least, most] = [item.least ?? -numberAtMost, item.most ?? numberAtMost];
      return value < least || value > most ? refused({ code: 'out of bounds', least, most }) : ok(value);
    }
    case 'short text':
    case 'long text': {
      if (typeof value !== 'string') return refused({ code: 'not asked' });
      const text = wholeText(value);
      const atMost = textAtMost[item.kind];
      return text.length > atMost ? refused({ code: 'too long', atMost }) : ok(text === '' ? null : text);
    }
  }
}

/** The sentence that says what is wrong with an answer and how it gets right (said.ts), and what is filled into it. */
export function problemSentence({ code, atMost = 0, least = 0, most = 0 }: AnswerProblem): {
  readonly says: 'tooMany' | 'notANumber' | 'outOfBounds' | 'tooLong' | 'notAnOption';
  readonly values: Readonly<Record<string, number>>;
} {
  switch (code) {
    case 'too many':
      return { says: 'tooMany', values: { number: atMost } };
    case 'not a number':
      return { says: 'notANumber', values: {} };
    case 'out of bounds':
      return { says: 'outOfBounds', values: { least, most } };
    case 'too long':
      return { says: 'tooLong', values: { number: atMost } };
    case 'not an option':
    case 'not asked':
      return { says: 'notAnOption', values: {} };
  }
}
