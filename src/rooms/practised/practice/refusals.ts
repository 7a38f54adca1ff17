/** What the database refuses of this room’s rows: words for whoever meets it, or why no form does. */
import type { RowRefusals } from '#kit/refused-row.js';

export const practiceRefusals: RowRefusals = {
  words: {
    'record.submission': {
      submission_waits_once: 'This spotlight has been submitted already and waits for an answer.',
      submission_numbered_once: 'This spotlight has just been submitted by somebody else.',
    },
    'published.practice_use': { practice_use_pkey: 'This spotlight is linked with this promise already.' },
  },
  unmet: {
    'form first': {
      'published.practice': ['published_practice_withdrawal_is_told'],
      'record.submission': [
        'submission_asked_back_has_reason',
        'submission_cleared_is_public',
        'submission_decided_whole',
      ],
    },
    'by Kept': {
      'record.review_letter': ['review_letter_once'],
    },
    'drawn anew': {
      'published.practice': ['practice_pkey'],
    },
  },
};
