/** What each role of the database may do with what belongs to this room: written by hand, and compared with the catalogue. */
import type { Grants } from '#test/grants.js';

export const grants: Grants = {
  kept_public: {
    'published.register_entry': 'select',
    'published.register_event': 'select',
    'published.signed_named()': 'execute',
  },
  kept_work: {
    'published.register_entry': 'select',
    'published.register_event': 'select',
    'record.register_entry': 'select insert update',
    'record.register_interest': 'select delete',
    'record.register_letter': 'select insert',
    'published.take_entry_out()': 'execute',
    'published.take_entry_up()': 'execute',
    'record.body_of()': 'execute',
    'record.claim_entry()': 'execute',
    'record.say_interest()': 'execute',
    'published.write_entry_days()': 'execute',
  },
};
