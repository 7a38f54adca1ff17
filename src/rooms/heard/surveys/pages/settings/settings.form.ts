/** What a setting says of itself: whether it takes part, its rolls, and whom to turn to. */
import { type FieldProblem, type Typed, tooLong } from '#base/form.js';
import type { Audience } from '#rooms/heard/instruments/index.js';
import type { SettingDraft } from '../../settings.js';
import { type Roll, settingAnswers } from '../../words.js';

const most = 100_000;

export function readSetting(
  typed: Typed,
  audiences: readonly Audience[],
): { readonly draft: SettingDraft; readonly problems: readonly FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const count = (field: string): number | null => {
    const text = (typed[field] ?? '').trim().replaceAll(',', '');
    if (text === '') return null;
    if (/^\d{1,6}$/.test(text) && Number(text) <= most) return Number(text);
    problems.push({ field, message: 'Enter a whole number, or leave it empty' });
    return null;
  };
  const answer = settingAnswers.find((one) => one === typed['answer']) ?? null;
  if (answer === null) problems.push({ field: 'answer', message: 'Say whether you take part' });
  const turnTo = (typed['turnTo'] ?? '').trim().replace(/\s+/g, ' ');
  if (turnTo.length > 160) problems.push({ field: 'turnTo', message: tooLong(turnTo.length, 160) });
  const roll = audiences.map((audience, index): Roll => {
    const line: Roll = { audience, eligible: count(`eligible-${index}`), optedOut: count(`opted-out-${index}`) };
    if (line.eligible !== null && line.optedOut !== null && line.optedOut > line.eligible)
      problems.push({ field: `opted-out-${index}`, message: 'More cannot opt out than are on the roll' });
    return line;
  });
  if (answer === 'takes part' && turnTo === '' && audiences.some((audience) => audience.startsWith('student')))
    problems.push({ field: 'turnTo', message: 'Say whom a child can turn to: every page they see names that person' });
  return { draft: { answer, turnTo: turnTo === '' ? null : turnTo, roll, sure: typed['sure'] === 'yes' }, problems };
}
