import type { Claims } from '#test/claims.js';

export const claims: Claims = {
  unguarded: {
    'published.charter_clause': 'drawn with its charter',
  },
};
