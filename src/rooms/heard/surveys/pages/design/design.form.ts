/** Name, audiences, languages and days of a survey. */
import type { FieldProblem, Typed } from '#base/form.js';
import { typedDate } from '#base/date-fields.js';
import { daysUntil } from '#base/london.js';
import type { Audience } from '#rooms/heard/instruments/index.js';
import { mostDays } from '../../rules.js';
import type { SurveyDraft } from '../../words.js';
import { nameProblems } from '../surveys/surveys.form.js';
import { ticked } from '../typed.form.js';

export function readDesign(
  typed: Typed,
  audiences: readonly Audience[],
  languages: readonly string[],
  today: string,
): { readonly draft: Omit<SurveyDraft, 'instrument' | 'version'>; readonly problems: readonly FieldProblem[] } {
  const name = (typed['name'] ?? '').trim().replace(/\s+/g, ' ');
  const chosen = {
    audiences: audiences.filter((one) => ticked(typed, 'audiences').includes(one)),
    languages: languages.filter((one) => ticked(typed, 'languages').includes(one)),
  };
  const [opens, closes] = (['opens', 'closes'] as const).map((prefix) =>
    typedDate((field) => typed[field] ?? '', prefix, prefix === 'opens' ? 'survey opens' : 'survey closes', today),
  );
  const problems: FieldProblem[] = [...nameProblems(name)];
  if (chosen.audiences.length === 0) problems.push({ field: 'audiences', message: 'Choose whom it asks' });
  if (chosen.languages.length === 0) problems.push({ field: 'languages', message: 'Choose at least one language' });
  if (opens?.kind === 'no date')
    problems.push({
      field: 'opens-day',
      message: opens.why ?? 'Enter the first day, like 5 10 2026, or leave it empty',
    });
  if (closes?.kind === 'no date')
    problems.push({
      field: 'closes-day',
      message: closes.why ?? 'Enter the last day, like 23 10 2026, or leave it empty',
    });
  const [opensOn, closesOn] = [
    opens?.kind === 'date' ? opens.date : null,
    closes?.kind === 'date' ? closes.date : null,
  ];
  if (opensOn !== null && closesOn !== null && closesOn < opensOn)
    problems.push({ field: 'closes-day', message: 'The last day must not be before the first' });
  else if (opensOn !== null && closesOn !== null && daysUntil(opensOn, closesOn) > mostDays)
    problems.push({ field: 'closes-day', message: 'A survey can be open for a year at most' });
  return { draft: { name, ...chosen, opensOn, closesOn }, problems };
}
