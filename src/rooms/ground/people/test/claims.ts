import type { Claims } from '#test/claims.js';

export const claims: Claims = {
  unguarded: {
    'published.organisation': 'who it is, verified or not: others’ pages name it',
  },
};
