/** The form of a clause. */
import { type Typed, tooLong } from '#base/form.js';
import { type Form, readClauseText } from '#rooms/promised/together/index.js';
import { dateFields, typedDate } from '#base/date-fields.js';
import type { ClauseDraft } from '../../words.js';
import { optional, trimmed } from '../about/about.form.js';

export function readClause(typed: Typed, themes: readonly string[], today: string): Form<ClauseDraft> {
  const text = readClauseText(typed);
  const due = typedDate((name) => typed[name] ?? '', 'due', 'clause due', today);
  const theme = optional(typed, 'theme');
  return {
    draft: {
      ...text.draft,
      heading: trimmed(typed, 'heading').replace(/\s+/g, ' '),
      theme,
      owner: optional(typed, 'owner'),
      due: due.kind === 'date' ? due.date : null,
      easy: [],
    },
    problems: [
      ...text.problems,
      ...(trimmed(typed, 'heading').length > 120
        ? [{ field: 'heading', message: tooLong(trimmed(typed, 'heading').length, 120, 'The heading') }]
        : []),
      ...(theme !== null && !themes.includes(theme)
        ? [{ field: 'theme', message: 'Choose a theme from the list' }]
        : []),
      ...(trimmed(typed, 'owner').length > 120
        ? [{ field: 'owner', message: tooLong(trimmed(typed, 'owner').length, 120, 'The owner') }]
        : []),
      ...(due.kind === 'no date'
        ? [{ field: 'due-day', message: due.why ?? 'Enter a real date, like 1 9 2027, or leave it out' }]
        : []),
    ],
  };
}

export function typedClause(draft: ClauseDraft): Typed {
  return {
    heading: draft.heading,
    theme: draft.theme ?? '',
    aim: draft.aim,
    steps: draft.steps.join('\n'),
    verb: draft.effectVerb,
    effect: draft.effect,
    owner: draft.owner ?? '',
    ...dateFields('due', draft.due),
  };
}
