/** What each role of the database may do with what belongs to this room: written by hand, and compared with the catalogue. */
import type { Grants } from '#test/grants.js';

export const grants: Grants = {
  kept_public: {
    'published.ask': 'select',
    'published.framework': 'select',
    'published.theme': 'select',
    'published.wording': 'select',
  },
  kept_work: {
    'published.ask': 'select insert delete',
    'published.framework': 'select insert update',
    'published.theme': 'select insert delete',
    'published.wording': 'select insert delete',
    'record.framework': 'select insert update',
    'published.take_framework_out()': 'execute',
  },
};
