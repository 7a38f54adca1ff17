/** What the database refuses of this room’s rows: words for whoever meets it, or why no form does. */
import type { RowRefusals } from '#kit/refused-row.js';

export const focusGroupsRefusals: RowRefusals = {
  words: {
    'record.quote': { quote_of_text_once: 'This text is a quote already.' },
  },
  unmet: {
    'form first': {
      'record.conversation': ['conversation_eligible', 'conversation_present'],
      'record.quote': ['quote_has_one_source', 'quote_read', 'quote_second_reader'],
    },
  },
};
