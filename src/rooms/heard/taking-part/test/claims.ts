import type { Claims } from '#test/claims.js';

export const claims: Claims = {
  guarded: ['intake.survey', 'intake.way_in'],
};
