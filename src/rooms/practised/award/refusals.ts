/** What the database refuses of this room’s rows: words for whoever meets it, or why no form does. */
import type { RowRefusals } from '#kit/refused-row.js';

export const awardRefusals: RowRefusals = {
  words: {
    'published.award': { award_pkey: 'The award of this school has just been changed by somebody else.' },
  },
  unmet: {},
};
