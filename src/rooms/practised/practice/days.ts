/** The stored days of practices (decision 0029): worked out anew for all of them where the rule is another one. */
import { rowDays } from '#kit/days/days.js';
import { type PracticeDayFacts, type PracticeDays, practiceDays } from './rules.js';

export const practiceDayRule = rowDays<PracticeDayFacts, PracticeDays>({
  name: 'practices',
  table: 'published.practice',
  key: ['slug'],
  from: ['state', 'published_on', 'reviewed_on'],
  rule: practiceDays,
  samples: [
    { state: 'published', published_on: '2026-08-31', reviewed_on: '2028-02-29' },
    { state: 'withdrawn', published_on: '2028-02-29', reviewed_on: '2026-08-31' },
  ],
});
