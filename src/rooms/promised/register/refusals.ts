/** What the database refuses of this room’s rows: words for whoever meets it, or why no form does. */
import type { RowRefusals } from '#kit/refused-row.js';

export const registerRefusals: RowRefusals = {
  words: {
    'record.register_interest': {
      register_interest_said_once: 'Somebody has said this for this organisation already.',
    },
    'record.register_entry': {
      register_entry_once_for_authority: 'This authority stands in the register already.',
      register_entry_once_for_school: 'This school stands in the register already.',
      register_entry_once_for_signatory: 'This organisation stands in the register already.',
      register_entry_slug_free: 'There is an entry under this address already.',
    },
  },
  unmet: {
    'form first': {
      'record.register_entry': [
        'register_entry_end_is_told',
        'register_entry_has_its_number',
        'register_entry_not_of_its_keeper',
        'register_entry_signed_whole',
      ],
    },
    'by Kept': {
      'record.register_letter': ['register_letter_once'],
    },
    'drawn anew': {
      'published.register_entry': ['register_entry_pkey'],
      'published.register_event': ['register_event_pkey'],
    },
  },
};
