/** What each role of the database may do with what belongs to this room: written by hand, and compared with the catalogue. */
import type { Grants } from '#test/grants.js';

export const grants: Grants = {
  kept_public: {
    'published.authority': 'select',
    'published.school': 'select',
    'published.school_link': 'select',
    'published.trust': 'select',
  },
  kept_work: {
    'published.authority': 'select insert update',
    'published.school': 'select insert update',
    'published.school_link': 'select insert update',
    'published.trust': 'select insert update',
    'record.authority': 'select insert update',
    'record.directory_file': 'select insert update',
    'record.school': 'select insert update',
    'record.school_link': 'select insert update',
    'record.trust': 'select insert update',
    'record.may_keep_directory()': 'execute',
  },
};
