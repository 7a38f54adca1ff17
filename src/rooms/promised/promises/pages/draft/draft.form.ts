/** The form of a promise: what was typed, and the draft that it makes. */
import { type FieldProblem, type Typed, tooLong } from '#base/form.js';
import { keysOf } from '#base/keys.js';
import { withoutEnd } from '#base/ends.js';
import { dateFields, typedDate } from '#base/date-fields.js';
import { missingWords } from '../../view-words.js';
import { effectVerbs, type PromiseDraft } from '../../words.js';

const longest = { aim: 300, steps: 3000, effect: 300, owner: 120, measure: 500, source: 500, practices: 2000 } as const;
const labels: Readonly<Record<keyof typeof longest, string>> = {
  aim: 'The aim',
  steps: 'The steps',
  effect: 'What changes',
  owner: 'The owner',
  measure: 'How everybody will know',
  source: 'Where it comes from',
  practices: 'The practices',
};
const stepsAtMost = 12;

/** One line, one step; empty lines are none. */
export function linesOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/^[\s•*–-]+/, '').trim())
    .filter((line) => line !== '');
}

/** Short names of practices, however their address was pasted. */
export function practicesOf(text: string): readonly string[] {
  return linesOf(text).map(
    (line) =>
      withoutEnd(line.split(/[?#]/)[0] ?? '', /\//)
        .split('/')
        .at(-1) ?? '',
  );
}

export interface PromiseForm {
  readonly draft: PromiseDraft;
  readonly practices: readonly string[];
  readonly problems: readonly FieldProblem[];
}

/** A draft may lack an owner, a date or its steps; it may not lack its aim, and what was typed must make sense. */
export function readPromiseForm(
  typed: Typed,
  known: { readonly themes: readonly string[]; readonly boards: readonly string[] },
  charter: string | null,
  today: string,
): PromiseForm {
  const value = (name: string): string => (typed[name] ?? '').trim();
  const optional = (name: string): string | null => (value(name) === '' ? null : value(name));
  const [starts, due] = [
    typedDate(value, 'starts', 'promise starts', today),
    typedDate(value, 'due', 'promise due', today),
  ];
  const steps = linesOf(value('steps'));
  const [framework = '', theme = ''] = (typed['theme'] ?? '').split(' ');
  const problems = [
    ...(known.themes.includes(typed['theme'] ?? '')
      ? []
      : [{ field: 'theme', message: 'Choose under which theme you promise' }]),
    ...(value('aim') === '' ? [missingWords.aim] : []),
    ...keysOf(longest).flatMap((name) =>
      value(name).length > longest[name]
        ? [{ field: name, message: tooLong(value(name).length, longest[name], labels[name]) }]
        : [],
    ),
    ...(steps.length > stepsAtMost ? [{ field: 'steps', message: `Name ${stepsAtMost} steps at most` }] : []),
    ...(effectVerbs.some((verb) => verb === value('verb'))
      ? []
      : [{ field: 'verb', message: 'Choose “can” or “feel”' }]),
    ...(starts.kind === 'no date'
      ? [
          {
            field: 'starts-day',
            message: starts.why ?? 'Enter a real date for the start, like 1 9 2026, or leave it out',
          },
        ]
      : []),
    ...(due.kind === 'no date'
      ? [{ field: 'due-day', message: due.why ?? 'Enter a real date by which it is kept, like 1 9 2026' }]
      : []),
    ...(starts.kind === 'date' && due.kind === 'date' && due.date < starts.date
      ? [missingWords['due before start']]
      : []),
    ...(value('board') === '' || known.boards.includes(value('board'))
      ? []
      : [{ field: 'board', message: 'Choose a board from the list' }]),
  ];
  return {
    draft: {
      framework,
      theme: theme === '' ? null : theme,
      charter,
      aim: value('aim'),
      steps,
      effectVerb: value('verb') === 'feel' ? 'feel' : 'can',
      effect: value('effect'),
      owner: optional('owner'),
      starts: starts.kind === 'date' ? starts.date : null,
      due: due.kind === 'date' ? due.date : null,
      measure: optional('measure'),
      board: optional('board'),
      source: optional('source'),
    },
    practices: practicesOf(value('practices')),
    problems,
  };
}

/** A draft as the form shows it again. */
export function typedFrom(draft: PromiseDraft, practices: readonly string[]): Typed {
  return {
    theme: `${draft.framework} ${draft.theme ?? ''}`,
    aim: draft.aim,
    steps: draft.steps.join('\n'),
    verb: draft.effectVerb,
    effect: draft.effect,
    owner: draft.owner ?? '',
    ...dateFields('starts', draft.starts),
    ...dateFields('due', draft.due),
    measure: draft.measure ?? '',
    board: draft.board ?? '',
    source: draft.source ?? '',
    practices: practices.join('\n'),
  };
}
