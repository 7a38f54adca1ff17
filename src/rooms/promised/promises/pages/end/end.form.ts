/** How a promise ends, and why where it was not kept in full. */
import { choice, choiceOfAct, day, type FieldProblem, form, type FormValues, optional, words } from '#base/form.js';
import { needsReason } from '../../rules.js';
import { endings, reasonKinds } from '../../words.js';

export const endForm = form(
  {
    state: choice(endings, 'Choose how it ends'),
    on: day('promise ended', 'Enter the day on which it ended, like 1 9 2026'),
    by: words({ length: 'line', most: 200, empty: 'Say who declares or decided this: a role or a body, never a name' }),
    reason: optional(choice(reasonKinds, 'Choose a reason from the list')),
    why: words({ length: 'text', most: 2000 }),
    replacement: optional(choiceOfAct('Choose the promise that takes its place')),
  },
  ({ state, reason, why, replacement }) => {
    if (state === undefined || !needsReason(state)) return [];
    const problems: FieldProblem[] = [];
    if (reason === null) problems.push({ field: 'reason', message: 'Choose a reason. Every end but “kept” has one' });
    if (why === '') problems.push({ field: 'why', message: 'Say in plain words why' });
    if (state === 'replaced' && replacement === null)
      problems.push({ field: 'replacement', message: 'Choose the promise that takes its place' });
    return problems;
  },
);

/** The end as the act takes it: a reason belongs to what was not kept in full, another promise to what was replaced. */
export function endOf({ state, on, by, reason, why, replacement }: FormValues<typeof endForm>) {
  return {
    state,
    on,
    by,
    reason: needsReason(state) && reason !== null ? { kind: reason, words: why } : null,
    replacement: state === 'replaced' ? replacement : null,
  };
}
