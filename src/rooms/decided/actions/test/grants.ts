/** What each role of the database may do with what belongs to this room: written by hand, and compared with the catalogue. */
import type { Grants } from '#test/grants.js';

export const grants: Grants = {
  kept_public: {
    'published.action': 'select',
  },
  kept_work: {
    'published.action': 'select insert update delete',
    'record.action': 'select insert update delete',
  },
};
