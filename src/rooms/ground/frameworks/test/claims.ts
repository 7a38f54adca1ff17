import type { Claims } from '#test/claims.js';

export const claims: Claims = {
  unguarded: {
    'published.theme': 'drawn with its framework',
    'published.ask': 'drawn with its framework',
    'published.wording': 'drawn with its framework',
  },
};
