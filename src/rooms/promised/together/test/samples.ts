/** Where the tests that go through every page look at those of this room. */
import { samplesOf } from '#test/samples.js';

export const samples = samplesOf({
  pages: {
    // Without a seat the room leads back to its door; with one it is tried in test/journeys/write-a-charter.test.ts.
    '/together': {
      at: () => [
        '/together',
        '/together?code=BRGHTPND2',
        '/together?left=yes',
        '/together?left=finished&code=BRGHTPND2',
        '/together?seat=none',
      ],
    },
    '/together/room': { at: () => ['/together/room'], gives: 'the way' },
    '/together/suggest': { at: () => ['/together/suggest'], gives: 'the way' },
    '/together/say': { at: () => ['/together/say'], gives: 'the way' },
    '/together/vote': { at: () => ['/together/vote'], gives: 'the way' },
    '/together/finish': { at: () => ['/together/finish'], gives: 'the way' },
    '/together/choose': { at: () => ['/together/choose'], gives: 'the way' },
  },
});
