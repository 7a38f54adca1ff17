/** What the database refuses of this room’s rows: words for whoever meets it, or why no form does. */
import type { RowRefusals } from '#kit/refused-row.js';

export const promisesRefusals: RowRefusals = {
  words: {
    'record.promise': {
      promise_slug_free: 'There is a promise under this address already.',
      promise_numbered_once: 'Somebody else has just added a promise.',
    },
    'record.promise_event': { promise_event_pkey: 'Somebody else has just changed this promise.' },
    'record.confirmation': {
      confirmation_open_once: 'This group has been asked about this promise already and has not answered yet.',
    },
    'record.suggestion': { suggestion_pkey: 'This promise has been answered for this meeting already.' },
  },
  unmet: {
    'form first': {
      'published.confirmation': ['published_confirmation_enough'],
      'record.confirmation': ['confirmation_answered_whole', 'confirmation_by_others', 'confirmation_people_counted'],
      'record.evidence': ['evidence_shown_somewhere'],
      'record.promise': ['promise_agreed_is_whole', 'promise_end_has_reason', 'promise_end_is_told'],
      'record.suggestion': ['suggestion_set_aside_with_reason'],
    },
    'by Kept': {
      'record.reminder': ['reminder_once'],
    },
    'drawn anew': {
      'published.promise': ['published_promise_slug_free'],
      'published.promise_event': ['promise_event_pkey'],
      'published.suggestion': ['suggestion_pkey'],
    },
  },
};
