/** The stored days of entries (decision 0029): worked out anew for all of them where the rule is another one. */
import { rowDays } from '#kit/days/days.js';
import { lapsesOn } from './rules.js';

export const entryDayRule = rowDays<{ readonly signed_on: string | null }, { readonly lapses_on: string | null }>({
  name: 'entries of registers',
  table: 'published.register_entry',
  key: ['framework', 'slug'],
  from: ['signed_on'],
  rule: ({ signed_on }) => ({ lapses_on: signed_on === null ? null : lapsesOn(signed_on) }),
  samples: [{ signed_on: null }, { signed_on: '2024-02-29' }, { signed_on: '2026-08-31' }],
});
