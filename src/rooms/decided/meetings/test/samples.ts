/** Where the tests that go through every page look at those of this room. */
import { calendar, meetingsIn, samplesOf } from '#test/samples.js';

export const samples = samplesOf({
  facts: ({ owner }) => owner(meetingsIn),
  named: ({ coming }) => ({ board: { value: coming.board, of: 'clerk' } }),
  pages: {
    '/work/boards': { at: () => ['/work/boards'], as: 'clerk' },
    '/work/boards/:board/meetings/new': { at: ({ board }) => [`/work/boards/${board}/meetings/new`], as: 'clerk' },
    '/boards/:board/calendar.ics': {
      at: ({ board }) => [`/boards/${board}/calendar.ics`],
      gives: calendar,
      atVolume: ['/boards/volume-board-0002/calendar.ics'],
    },
    '/calendar': {
      at: () => ['/calendar'],
      atVolume: ['/calendar', '/calendar?board=volume-board-0002', '/calendar?month=$month'],
    },
    '/calendar.ics': { at: () => ['/calendar.ics'], gives: calendar, atVolume: ['/calendar.ics'] },
  },
});
