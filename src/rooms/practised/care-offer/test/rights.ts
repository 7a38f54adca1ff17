/** Who may what in here, written by hand and not taken from what it tests: a right is given a second time (test/rights.test.ts). */
import { leads, type Rights } from '#test/rights.js';

export const rights: Rights = {
  opens: {
    '/work/care-offer': leads,
  },
};
