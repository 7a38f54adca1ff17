/** How many days before a promise is due its letters go, and after how long a silence. Pure. */
import { daysUntil } from '#base/london.js';
import type { ReminderKind } from './words.js';
import { isLive, promiseStatus, type Standing } from './rules.js';

/**
 * The letter that is due about a live promise today, and the day that it is about: so that each goes out once for each due
 * date, and once for each silence. After a day that was missed the next nearest goes out, never two of a kind.
 */
export function reminderFor(
  { state, due, last_news }: Omit<Standing, 'at_risk'>,
  today: string,
): { readonly kind: ReminderKind; readonly about: string } | null {
  if (!isLive(state)) return null;
  const days = daysUntil(today, due);
  if (days < 0) return { kind: 'overdue', about: due };
  if (days <= 7) return { kind: '7 days', about: due };
  if (days <= 30) return { kind: '30 days', about: due };
  if (days <= 60) return { kind: '60 days', about: due };
  return promiseStatus({ state, due, at_risk: false, last_news }, today) === 'no news'
    ? { kind: 'no news', about: last_news }
    : null;
}
