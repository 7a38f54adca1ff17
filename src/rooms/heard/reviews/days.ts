/** How concerns stand, as it is stored for counting (decision 0029): worked out anew for all of them where the rule is another one. */
import { rowDays } from '#kit/days/days.js';
import { type ConcernSteps, standsOf } from './rules.js';
import type { ConcernStands } from './words.js';

const none: ConcernSteps = { acknowledged_on: null, action: null, outcome: null };
const acknowledged = { ...none, acknowledged_on: '2026-11-30' };
const acted = { ...acknowledged, action: 'Spoke with the child' };

export const concernDayRule = rowDays<ConcernSteps, { readonly stands: ConcernStands }>({
  name: 'concerns',
  table: 'record.concern',
  key: ['organisation', 'id'],
  from: ['acknowledged_on', 'action', 'outcome'],
  rule: (steps) => ({ stands: standsOf(steps) }),
  samples: [none, acknowledged, acted, { ...acted, outcome: 'Help was found' }],
});
