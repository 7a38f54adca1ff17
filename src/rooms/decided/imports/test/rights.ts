/** Who may what in here, written by hand and not taken from what it tests: a right is given a second time (test/rights.test.ts). */
import { clerks, type Rights } from '#test/rights.js';

export const rights: Rights = {
  may: {
    import: clerks,
    publish: clerks,
  },
  opens: {
    '/work/imports': clerks,
  },
  opensToEverybody: ['/work', '/work/progress/:job', '/work/imports'],
};
