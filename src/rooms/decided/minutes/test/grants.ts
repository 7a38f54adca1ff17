/** What each role of the database may do with what belongs to this room: written by hand, and compared with the catalogue. */
import type { Grants } from '#test/grants.js';

export const grants: Grants = {
  kept_public: {
    'published.decision': 'select',
  },
  kept_work: {
    'published.decision': 'select insert update delete',
    'record.decision': 'select insert update delete',
    'record.minute': 'select insert update delete',
    'record.minute_entry': 'select insert update delete',
    'record.minutes': 'select insert update delete',
  },
};
