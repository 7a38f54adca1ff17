/** What the database refuses of this room’s rows: words for whoever meets it, or why no form does. */
import type { RowRefusals } from '#kit/refused-row.js';

export const careOfferRefusals: RowRefusals = {
  words: {
    'record.offer': { offer_slug_free: 'There is an offer under this address already.' },
    'published.coverage': { coverage_pkey: 'What this authority offers here has been said already.' },
  },
  unmet: {
    'form first': {
      'record.coverage': ['coverage_has_source'],
      'record.offer': ['offer_ends_with_reason', 'offer_shown_once_published'],
    },
    'by Kept': {
      'record.offer_event': ['offer_event_pkey'],
    },
    'drawn anew': {
      'published.offer': ['offer_pkey'],
      'published.offer_event': ['offer_event_pkey'],
    },
  },
};
