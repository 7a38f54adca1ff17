/** What each role of the database may do with what belongs to this room: written by hand, and compared with the catalogue. */
import type { Grants } from '#test/grants.js';

export const grants: Grants = {
  kept_public: {
    'published.confirmation': 'select',
    'published.evidence': 'select',
    'published.promise': 'select',
    'published.promise_event': 'select',
    'published.suggestion': 'select',
  },
  kept_work: {
    'published.confirmation': 'select insert',
    'published.evidence': 'select insert update',
    'published.promise': 'select insert update',
    'published.promise_event': 'select insert',
    'published.suggestion': 'select insert',
    'record.confirmation': 'select insert',
    'record.evidence': 'select insert update',
    'record.promise': 'select insert update delete',
    'record.promise_event': 'select insert',
    'record.reminder': 'select insert',
    'record.suggestion': 'select insert',
    'published.take_promise_out()': 'execute',
    'record.answer_confirmation()': 'execute',
    'record.take_words_back()': 'execute',
    'record.take_yes_back()': 'execute',
  },
};
