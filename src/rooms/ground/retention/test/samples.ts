/** Where the tests that go through every page look at those of this room. */
import { samplesOf } from '#test/samples.js';

export const samples = samplesOf({
  pages: {
    '/work/retention': { at: () => ['/work/retention', '/work/retention?done=confirmed'], as: 'administrator' },
    '/work/retention/date': { at: () => ['/work/retention/date'], as: 'administrator' },
  },
});
