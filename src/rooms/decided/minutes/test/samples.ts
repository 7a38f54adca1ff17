/** Where the tests that go through every page look at those of this room. */
import { json, meetingsIn, samplesOf } from '#test/samples.js';

export const samples = samplesOf({
  facts: ({ owner }) => owner(meetingsIn),
  pages: {
    '/decisions': {
      at: ({ board }) => ['/decisions', `/decisions?board=${board}`],
      atVolume: ['/decisions', '/decisions?board=volume-board-0002'],
    },
    '/boards/:board/meetings/:meeting/minutes': { at: ({ minuted }) => [`${minuted}/minutes`], atVolume: null },
    '/boards/:board/meetings/:meeting/minutes.json': {
      at: ({ minuted }) => [`${minuted}/minutes.json`],
      gives: json,
      atVolume: null,
    },
    '/boards/:board/meetings/:meeting/minutes/v:version': {
      at: ({ minuted }) => [`${minuted}/minutes/v1`],
      atVolume: null,
    },
    '/boards/:board/meetings/:meeting/minutes/v:version/minutes.json': {
      at: ({ minuted }) => [`${minuted}/minutes/v1/minutes.json`],
      gives: json,
      atVolume: null,
    },
  },
});
