/** What the database refuses of this room’s rows: words for whoever meets it, or why no form does. */
import type { RowRefusals } from '#kit/refused-row.js';

export const networksRefusals: RowRefusals = {
  words: {
    'record.network': { network_slug_free: 'There is a network of this name already.' },
    'record.event': { event_slug_free: 'The network has an event of this title already.' },
    'record.network_member': { network_member_pkey: 'This organisation has just joined, or has been asked already.' },
    'published.network_member': { network_member_pkey: 'This organisation has joined already.' },
  },
  unmet: {
    'form first': {
      'record.event': ['event_cancelled_has_reason', 'event_is_somewhere'],
      'record.network': ['network_end_is_told', 'network_steering_group_says_what_it_may'],
      'record.network_member': ['network_member_end_has_reason'],
    },
    'drawn anew': {
      'published.event': ['published_event_slug_free'],
      'published.network': ['published_network_slug_free'],
    },
  },
};
