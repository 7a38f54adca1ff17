import type { Claims } from '#test/claims.js';

export const claims: Claims = {
  guarded: ['record.together_code'],
};
