import type { Claims } from '#test/claims.js';

export const claims: Claims = {
  unguarded: {
    'published.offer_event': 'drawn with its offer',
  },
};
