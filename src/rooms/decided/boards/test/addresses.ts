/** Every address that this room gives out, as it stands: one that changes breaks somebody's link, so it must change here too. */
import { board, meeting, odd, oddPart, type Lines } from '#test/addresses.js';

export const lines: Lines = {
  'boardPaths.all': [[[], '/boards']],
  'boardPaths.one': [
    [[board], '/boards/cyp-board'],
    [[odd], `/boards/${oddPart}`],
  ],
  'boardPaths.meeting': [
    [[board, meeting], '/boards/cyp-board/meetings/2024-03-12'],
    [[odd, odd], `/boards/${oddPart}/meetings/${oddPart}`],
  ],
  'boardPaths.meetings': [[[odd], `/calendar?board=${oddPart}`]],
  'boardPaths.calendar': [[[board], '/boards/cyp-board/calendar.ics']],
  'boardPaths.decisions': [
    [[], '/decisions'],
    [[board], '/decisions?board=cyp-board'],
    [[odd], `/decisions?board=${oddPart}`],
  ],
  'boardPaths.actions': [
    [[], '/actions'],
    [[board], '/actions?board=cyp-board'],
  ],
  'boardPaths.person': [
    [['ann-lee'], '/people/ann-lee'],
    [[odd], `/people/${oddPart}`],
  ],
};
