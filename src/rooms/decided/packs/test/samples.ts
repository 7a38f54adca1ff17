/** Where the tests that go through every page look at those of this room. */
import { json, pdf, meetingsIn, samplesOf } from '#test/samples.js';

export const samples = samplesOf({
  facts: ({ owner }) => owner(meetingsIn),
  pages: {
    '/boards/:board/meetings/:meeting/pack': { at: ({ packed }) => [`${packed}/pack`], atVolume: null },
    '/boards/:board/meetings/:meeting/pack.json': {
      at: ({ packed }) => [`${packed}/pack.json`],
      gives: json,
      atVolume: null,
    },
    '/boards/:board/meetings/:meeting/pack.pdf': {
      at: ({ packed }) => [`${packed}/pack.pdf`],
      gives: pdf,
      atVolume: null,
    },
    '/boards/:board/meetings/:meeting/pack/v:version': {
      at: ({ packed }) => [`${packed}/pack/v1`, `${packed}/pack/v2`],
      atVolume: null,
    },
    '/boards/:board/meetings/:meeting/pack/v:version/pack.json': {
      at: ({ packed }) => [`${packed}/pack/v1/pack.json`],
      gives: json,
      atVolume: null,
    },
    '/boards/:board/meetings/:meeting/pack/v:version/pack.pdf': {
      at: ({ packed }) => [`${packed}/pack/v1/pack.pdf`],
      gives: pdf,
      atVolume: null,
    },
    '/boards/:board/meetings/:meeting/pack/v:version/changes': {
      at: ({ packed }) => [`${packed}/pack/v2/changes`],
      atVolume: null,
    },
  },
});
