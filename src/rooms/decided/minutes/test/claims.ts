import type { Claims } from '#test/claims.js';

export const claims: Claims = {
  unguarded: {
    'published.decision': 'of a publication',
  },
};
