import type { Claims } from '#test/claims.js';

export const claims: Claims = {
  unguarded: {
    'published.authority': 'registers, which an administrator brings in',
    'published.school': 'registers',
    'published.school_link': 'registers',
    'published.trust': 'registers',
  },
};
