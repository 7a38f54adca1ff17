/** The stored days of promises (decision 0029): worked out anew for all of them where the rule is another one. */
import { rowDays } from '#kit/days/days.js';
import { type DayFacts, promiseDays } from './rules.js';
import { promiseStates } from './words.js';

const plain = { due: '2027-08-31', at_risk: false, last_news: '2026-08-31', kept_on: null, evidence: null };
const kept = { ...plain, state: 'kept' as const, kept_on: '2027-02-28' };

const samples: readonly [DayFacts, ...DayFacts[]] = [
  { ...kept, confirmed_on: '2028-02-29' },
  { ...kept, evidence: 'said', confirmed_on: null },
  { ...kept, evidence: 'shown', confirmed_on: null },
  { ...kept, evidence: 'confirmed', confirmed_on: '2027-03-31' },
  { ...plain, state: 'agreed', at_risk: true, confirmed_on: null },
  ...promiseStates.flatMap((state) => (state === 'draft' ? [] : [{ ...plain, state, confirmed_on: null }])),
];

export const promiseDayRule = rowDays<DayFacts, ReturnType<typeof promiseDays>>({
  name: 'promises',
  table: 'published.promise',
  key: ['id'],
  from: ['state', 'due', 'at_risk', 'last_news', 'kept_on', 'evidence', 'confirmed_on'],
  rule: promiseDays,
  samples,
});
