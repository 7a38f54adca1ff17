/** What holds for the award: how long a stage lasts, how a school is counted, what may be said of one. */
import { hasEmailAddress } from '#base/email-address.js';
import { isDate, monthsLater } from '#base/london.js';
import { type Steps, wordOn } from '#base/steps.js';
import type { AwardCount, AwardDraft, AwardStage } from './words.js';

/** How long silver and gold hold. */
const awardMonths = 36;

/** Silver and gold hold for three years, then a school is looked at again (reference listening 5.1); the others have no end. */
export function awardExpires(stage: AwardStage, since: string): string | null {
  return stage === 'silver' || stage === 'gold' ? monthsLater(since, awardMonths) : null;
}

/** How a school is counted on a day. On the day itself the stage still holds. */
export const awardSteps: Steps<AwardCount, 'expires', 'stage'> = {
  steps: [{ word: 'ran out', after: 'expires' }],
  otherwise: 'stage',
};

export function awardCount(
  known: { readonly stage: AwardStage; readonly expires: string | null } | null,
  today: string,
): AwardCount {
  return known === null ? 'not known' : wordOn(awardSteps, known, today);
}

/** Characters that a source can have. */
export const longestSource = 300;

export type AwardDraftProblem =
  | { readonly part: 'source'; readonly code: 'empty' | 'e-mail address' }
  | { readonly part: 'source'; readonly code: 'too long'; readonly length: number }
  | { readonly part: 'since'; readonly code: 'no date' | 'not yet' };

/** What is wrong with one line about a school, apart from whether it is there and in one's area. */
export function awardProblems({ source, ...draft }: AwardDraft, today: string): readonly AwardDraftProblem[] {
  const found: AwardDraftProblem[] = [];
  if (source.trim() === '') found.push({ part: 'source', code: 'empty' });
  else if (source.length > longestSource) found.push({ part: 'source', code: 'too long', length: source.length });
  else if (hasEmailAddress(source)) found.push({ part: 'source', code: 'e-mail address' });
  if (!isDate(draft.since)) found.push({ part: 'since', code: 'no date' });
  else if (draft.since > today) found.push({ part: 'since', code: 'not yet' });
  return found;
}
