/** What each role of the database may do with what belongs to this room: written by hand, and compared with the catalogue. */
import type { Grants } from '#test/grants.js';

export const grants: Grants = {
  kept_public: {
    'published.event': 'select',
    'published.network': 'select',
    'published.network_member': 'select',
  },
  kept_work: {
    'published.event': 'select insert update',
    'published.network': 'select insert update',
    'published.network_member': 'select',
    'record.event': 'select insert update',
    'record.network': 'select insert update',
    'record.network_member': 'select insert update',
    'published.take_event_out()': 'execute',
    'published.take_network_out()': 'execute',
    'record.event_links()': 'execute',
    'record.may_say_award()': 'execute',
    'record.network_people()': 'execute',
    'record.was_invited_to()': 'execute',
  },
};
