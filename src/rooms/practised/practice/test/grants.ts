/** What each role of the database may do with what belongs to this room: written by hand, and compared with the catalogue. */
import type { Grants } from '#test/grants.js';

export const grants: Grants = {
  kept_public: {
    'published.practice': 'select',
    'published.practice_use': 'select',
  },
  kept_work: {
    'published.practice': 'select insert update',
    'published.practice_use': 'select insert delete',
    'record.practice': 'select insert update delete',
    'record.review_letter': 'select insert',
    'record.submission': 'select insert update',
    'published.take_practice_out()': 'execute',
    'published.take_up_practice()': 'execute',
    'record.may_show_practice()': 'execute',
  },
};
