/** What each role of the database may do with what belongs to this room: written by hand, and compared with the catalogue. */
import type { Grants } from '#test/grants.js';

export const grants: Grants = {
  kept_public: {
    'published.coverage': 'select',
    'published.offer': 'select',
    'published.offer_event': 'select',
  },
  kept_work: {
    'published.coverage': 'select insert update delete',
    'published.offer': 'select insert update',
    'published.offer_event': 'select insert',
    'record.coverage': 'select insert',
    'record.offer': 'select insert update delete',
    'record.offer_event': 'select insert',
    'published.take_offer_out()': 'execute',
  },
};
