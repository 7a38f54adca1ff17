import type { Claims } from '#test/claims.js';

export const claims: Claims = {
  unguarded: {
    'published.person': 'of a publication',
  },
};
