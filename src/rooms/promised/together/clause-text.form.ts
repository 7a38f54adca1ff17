/** The form of a sentence “We will … by … So, you can …”, for young people and for whoever edits a charter. */
import { type FieldProblem, type Typed, tooLong } from '#base/form.js';
import { clauseProblems, goingOn, linesOf } from './rules.js';
import { suggestionLongest } from './suggestion-limits.js';
import type { ClauseText } from './words.js';

export interface Form<T> {
  readonly draft: T;
  readonly problems: readonly FieldProblem[];
}

const partWords = { aim: 'What you will do', steps: 'Each of the steps', effect: 'What changes' } as const;

/** "We will …", "by …", "So, you can …" as typed. */
export function readClauseText(typed: Typed): Form<ClauseText> {
  const draft: ClauseText = {
    aim: goingOn(typed['aim'] ?? '', 'we will'),
    steps: linesOf(typed['steps'] ?? '')
      .map((step) => goingOn(step, 'by'))
      .filter((step) => step !== ''),
    effectVerb: typed['verb'] === 'feel' ? 'feel' : 'can',
    effect: goingOn(typed['effect'] ?? '', 'so'),
  };
  const most = { aim: suggestionLongest.aim, steps: suggestionLongest.step, effect: suggestionLongest.effect };
  const lengthOf = {
    aim: draft.aim.length,
    steps: Math.max(0, ...draft.steps.map((step) => step.length)),
    effect: draft.effect.length,
  };
  const words = {
    missing: 'Write what you will do',
    'too long': '',
    'too many': `Name ${suggestionLongest.steps} steps at most`,
  } as const;
  return {
    draft,
    problems: clauseProblems(draft).map(({ part, code }) => ({
      field: part,
      message: code === 'too long' ? tooLong(lengthOf[part], most[part], partWords[part]) : words[code],
    })),
  };
}
