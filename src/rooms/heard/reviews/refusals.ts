/** What the database refuses of this room’s rows: words for whoever meets it, or why no form does. */
import type { RowRefusals } from '#kit/refused-row.js';

export const reviewsRefusals: RowRefusals = {
  words: {
    'record.session_request': { session_request_one_open: 'Somebody has asked for this session already.' },
    'record.head_letter': { head_letter_pk: 'The head has been asked about this already.' },
  },
  unmet: {
    'form first': {
      'record.concern': ['concern_in_order'],
      'record.free_text': [
        'free_text_decided',
        'free_text_edited',
        'free_text_quotable',
        'free_text_reason',
        'free_text_voided_is_not_shown',
      ],
      'record.session_request': ['session_request_answered', 'session_request_needs_two'],
    },
    'by Kept': {
      'record.concern_session': ['concern_session_pk'],
      'record.free_text': ['free_text_pkey'],
      'record.text_session': ['text_session_pk'],
    },
  },
};
