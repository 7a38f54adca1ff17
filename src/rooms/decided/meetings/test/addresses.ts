/** Every address that this room gives out, as it stands: one that changes breaks somebody's link, so it must change here too. */
import { board, meeting, odd, oddPart, type Lines } from '#test/addresses.js';

export const lines: Lines = {
  'meetingPaths.boards': [
    [[], '/work/boards'],
    [[board], '/work/boards?board=cyp-board'],
  ],
  'meetingPaths.coming': [[[board], '/work/boards/cyp-board/meetings/new']],
  'meetingPaths.atWork': [
    [[board, meeting], '/work/boards/cyp-board/meetings/2024-03-12'],
    [[odd, odd], `/work/boards/${oddPart}/meetings/${oddPart}`],
  ],
  'meetingPaths.calendar': [
    [[], '/calendar'],
    [[{ month: '2026-03', board: odd }], '/calendar?month=2026-03&board=a%2Fb+%3F%C5%B5%23'],
  ],
  'meetingPaths.feed': [[[], '/calendar.ics']],
};
