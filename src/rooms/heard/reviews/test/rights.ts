/** Who may what in here, written by hand and not taken from what it tests: a right is given a second time (test/rights.test.ts). */
import { safeguardingLeads, type Rights } from '#test/rights.js';

export const rights: Rights = {
  opens: {
    '/work/safeguarding': safeguardingLeads,
  },
  opensToEverybody: [
    // Reviewers are named one by one, whatever their role; the queue itself knows them.
    '/work/reviews',
    '/work/reviews/:queue',
    '/work/reviews/:queue/texts/:text',
    '/work/session-requests',
    '/work/session-requests/:request',
  ],
};
