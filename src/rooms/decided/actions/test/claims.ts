import type { Claims } from '#test/claims.js';

export const claims: Claims = {
  unguarded: {
    'published.action': 'of a publication',
  },
};
