/** Where the tests that go through every page look at those of this room. */
import { meetingsIn, samplesOf } from '#test/samples.js';

export const samples = samplesOf({
  facts: ({ owner }) => owner(meetingsIn),
  named: ({ coming }) => ({
    board: { value: coming.board, of: 'clerk' },
    meeting: { value: coming.meeting, of: 'clerk' },
  }),
  pages: {
    '/boards/:board/meetings/:meeting': {
      at: ({ packed, minuted, planned }) => [packed, minuted, planned],
      atVolume: ['/boards/$board/meetings/$meeting'],
    },
    '/work/boards/:board/meetings/:meeting': {
      at: ({ coming, packed }) => [`/work/boards/${coming.board}/meetings/${coming.meeting}`, `/work${packed}`],
      as: 'clerk',
    },
  },
});
