/** What each role of the database may do with what belongs to this room: written by hand, and compared with the catalogue. */
import type { Grants } from '#test/grants.js';

export const grants: Grants = {
  kept_work: {
    'record.instrument': 'select insert update',
    'record.instrument_sound': 'select insert delete',
    'record.instrument_version': 'select insert',
  },
};
