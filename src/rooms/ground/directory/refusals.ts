/** What the database refuses of this room’s rows: words for whoever meets it, or why no form does. */
import type { RowRefusals } from '#kit/refused-row.js';

export const directoryRefusals: RowRefusals = {
  words: {},
  unmet: {
    'by Kept': {
      'published.authority': ['authority_pkey'],
      'published.school': ['school_pkey'],
      'published.school_link': ['school_link_pkey'],
      'published.trust': ['trust_pkey'],
      'record.authority': ['authority_pkey'],
      'record.school': ['school_pkey'],
      'record.school_link': ['school_link_once'],
      'record.trust': ['trust_pkey'],
    },
  },
};
