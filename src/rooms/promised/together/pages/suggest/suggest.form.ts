/** Forms of the room, in words for a ten-year-old. */
import type { FieldProblem, Typed } from '#base/form.js';
import { isKeyOf } from '#base/keys.js';
import { suggestionLongest } from '../../suggestion-limits.js';
import type { ClauseText } from '../../words.js';
import { readClauseText } from '../../clause-text.form.js';

export const suggestSteps = ['aim', 'steps', 'effect', 'check'] as const;
export type SuggestStep = (typeof suggestSteps)[number];

/** What is wrong with one step of a suggestion. */
export function suggestProblems(step: SuggestStep, typed: Typed): readonly FieldProblem[] {
  const { problems } = readClauseText(typed);
  const words = {
    aim: 'Write what we will do',
    steps: 'Write fewer or shorter steps',
    effect: 'Write it shorter',
  } as const;
  return problems
    .filter(({ field }) => step === 'check' || field === step)
    .map(({ field, message }) => ({
      field,
      message:
        field === 'aim' && message.includes(String(suggestionLongest.aim))
          ? 'Write it shorter'
          : isKeyOf(words, field)
            ? words[field]
            : message,
    }));
}

export function suggestionIn(typed: Typed): ClauseText {
  return readClauseText(typed).draft;
}
