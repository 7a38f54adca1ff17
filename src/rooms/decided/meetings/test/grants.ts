/** What each role of the database may do with what belongs to this room: written by hand, and compared with the catalogue. */
import type { Grants } from '#test/grants.js';

export const grants: Grants = {
  kept_public: {
    'published.meeting': 'select',
  },
  kept_work: {
    'published.meeting': 'select insert update delete',
    'record.agenda_item': 'select insert update delete',
    'record.attendance': 'select insert update delete',
    'record.declaration': 'select insert update delete',
    'record.meeting': 'select insert update delete',
    'record.substitution': 'select insert update delete',
  },
};
