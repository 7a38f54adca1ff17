import type { Claims } from '#test/claims.js';

export const claims: Claims = {
  unguarded: {
    'published.promise_event': 'drawn with its promise',
    'published.evidence': 'drawn with its promise',
    'published.suggestion': 'of a promise',
  },
};
