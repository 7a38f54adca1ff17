import type { Claims } from '#test/claims.js';

export const claims: Claims = {
  unguarded: {
    'published.practice_use': 'of a promise',
  },
};
