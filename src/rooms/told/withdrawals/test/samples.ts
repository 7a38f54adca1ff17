/** Where the tests that go through every page look at those of this room. */
import { samplesOf } from '#test/samples.js';

export const samples = samplesOf({
  pages: {
    '/work/withdraw': {
      at: () => [
        '/work/withdraw',
        '/work/withdraw?address=/promises/millpond-primary-school-2',
        '/work/withdraw?address=/nothing',
        '/work/withdraw?done=yes',
      ],
      as: 'school',
    },
  },
});
