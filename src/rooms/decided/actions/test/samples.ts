/** Where the tests that go through every page look at those of this room. */
import { meetingsIn, samplesOf } from '#test/samples.js';

export const samples = samplesOf({
  facts: ({ owner }) => owner(meetingsIn),
  pages: {
    '/actions': {
      at: ({ board }) => ['/actions', `/actions?board=${board}`],
      atVolume: ['/actions', '/actions?board=volume-board-0002'],
    },
  },
});
