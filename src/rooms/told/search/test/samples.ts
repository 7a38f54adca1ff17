/** Where the tests that go through every page look at those of this room. */
import { nobody } from '#kit/db/gate.js';
import { meetingsIn, samplesOf } from '#test/samples.js';

export const samples = samplesOf({
  facts: ({ kept }) => kept.house.gates.public.read(nobody, meetingsIn),
  pages: {
    '/search': {
      at: ({ board }) => [
        '/search',
        '/search?q=care+leavers',
        '/search?q=edcuation',
        '/search?q=xyzzyplugh',
        `/search?q=charter&board=${board}`,
      ],
      atVolume: [
        '/search',
        '/search?q=children',
        '/search?q=housing+council',
        '/search?q=housng',
        '/search?q=xyzzyplugh',
        '/search?q=cedar',
        '/search?q=children&kind=pack&board=volume-board-0001',
      ],
    },
  },
});
