/** What each role of the database may do with what belongs to this room: written by hand, and compared with the catalogue. */
import type { Grants } from '#test/grants.js';

export const grants: Grants = {
  kept_work: {
    'record.charter_suggestion': 'select update',
    'record.together_code': 'select insert update',
  },
};
