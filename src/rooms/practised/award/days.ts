/** The stored days of awards (decision 0029): worked out anew for all of them where the rule is another one. */
import { rowDays } from '#kit/days/days.js';
import { awardExpires } from './rules.js';
import { type AwardStage, awardStages } from './words.js';

export const awardDayRule = rowDays<
  { readonly stage: AwardStage; readonly since: string },
  { readonly expires: string | null }
>({
  name: 'awards',
  table: 'published.award',
  key: ['urn'],
  from: ['stage', 'since'],
  rule: ({ stage, since }) => ({ expires: awardExpires(stage, since) }),
  samples: [{ stage: 'gold', since: '2024-02-29' }, ...awardStages.map((stage) => ({ stage, since: '2026-08-31' }))],
});
