/** What the database refuses of this room’s rows: words for whoever meets it, or why no form does. */
import type { RowRefusals } from '#kit/refused-row.js';

export const meetingsRefusals: RowRefusals = {
  words: {
    'record.meeting': { meeting_slug_free: 'The board has a meeting on this day already.' },
  },
  unmet: {
    'form first': {
      'record.meeting': ['meeting_start_clock'],
    },
    'drawn anew': { 'published.meeting': ['meeting_pkey'] },
  },
};
