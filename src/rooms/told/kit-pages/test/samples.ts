/** Where the tests that go through every page look at those of this room. */
import { samplesOf } from '#test/samples.js';

export const samples = samplesOf({
  pages: {
    '/problems': { at: () => ['/problems'], atVolume: null },
    '/kit': { at: () => ['/kit'], atVolume: null },
    '/kit/:component': { at: () => ['/kit/button', '/kit/table'], samples: true, atVolume: null },
    '/kit/:component/:example': {
      at: () => ['/kit/page/meeting', '/kit/page/sign-in-refused'],
      samples: true,
      atVolume: null,
    },
  },
});
