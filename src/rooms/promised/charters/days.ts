/** The stored days of results of votes (decision 0029): worked out anew for all of them where the rule is another one. */
import { rowDays } from '#kit/days/days.js';
import { askedAgainFrom } from './rules.js';

export const tallyDayRule = rowDays<{ readonly closed_on: string }, { readonly asked_again_from: string }>({
  name: 'results of votes',
  table: 'record.vote_tally',
  key: ['organisation', 'charter', 'round', 'clause'],
  from: ['closed_on'],
  rule: ({ closed_on }) => ({ asked_again_from: askedAgainFrom(closed_on) }),
  samples: [{ closed_on: '2024-02-29' }, { closed_on: '2026-08-31' }],
});
