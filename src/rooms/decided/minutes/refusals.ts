/** What the database refuses of this room’s rows: words for whoever meets it, or why no form does. */
import type { RowRefusals } from '#kit/refused-row.js';

export const minutesRefusals: RowRefusals = {
  words: {
    'record.minutes': { minutes_once_a_meeting: 'This meeting has minutes already.' },
  },
  unmet: { 'drawn anew': { 'published.decision': ['decision_pkey'] } },
};
