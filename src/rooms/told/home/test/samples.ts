/** Where the tests that go through every page look at those of this room. */
import { samplesOf } from '#test/samples.js';

export const samples = samplesOf({
  pages: {
    '/': { at: () => ['/'], atVolume: ['/'] },
  },
});
