/** Who may what in here, written by hand and not taken from what it tests: a right is given a second time (test/rights.test.ts). */
import { administrators, everybody, leads, safeguardingLeads, type Rights } from '#test/rights.js';

export const rights: Rights = {
  may: {
    'see workspace': everybody,
    administer: administrators,
    lead: leads,
    // What young people wrote is nobody’s to manage: no administrator.
    safeguard: safeguardingLeads,
  },
  opens: {
    '/work/colleagues': leads,
    '/work/colleagues/safeguarding': safeguardingLeads,
    '/work/named': leads,
  },
  opensToEverybody: ['/work/account', '/work/organisation', '/work/verification'],
};
