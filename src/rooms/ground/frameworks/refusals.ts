/** What the database refuses of this room’s rows: words for whoever meets it, or why no form does. */
import type { RowRefusals } from '#kit/refused-row.js';

export const frameworksRefusals: RowRefusals = {
  words: {
    'record.framework': { framework_slug_free: 'There is a framework of this name already.' },
  },
  unmet: {
    'drawn anew': {
      'published.ask': ['ask_pkey'],
      'published.framework': ['framework_pkey'],
      'published.theme': ['theme_pkey'],
      'published.wording': ['wording_pkey'],
    },
  },
};
