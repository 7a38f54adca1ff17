/** What the database refuses of this room’s rows: words for whoever meets it, or why no form does. */
import type { RowRefusals } from '#kit/refused-row.js';

export const importsRefusals: RowRefusals = {
  words: {
    'record.import': { import_once: 'This file has been imported already.' },
    'record.settlement': { settlement_pkey: 'This check has just been answered by somebody else.' },
  },
  unmet: {},
};
