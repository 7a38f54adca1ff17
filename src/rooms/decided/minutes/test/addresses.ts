/** Every address that this room gives out, as it stands: one that changes breaks somebody's link, so it must change here too. */
import { board, meeting, odd, oddPart, type Lines } from '#test/addresses.js';

export const lines: Lines = {
  'minutesPaths.newest': [
    [[board, meeting], '/boards/cyp-board/meetings/2024-03-12/minutes'],
    [[odd, odd], `/boards/${oddPart}/meetings/${oddPart}/minutes`],
  ],
  'minutesPaths.newestJson': [[[board, meeting], '/boards/cyp-board/meetings/2024-03-12/minutes.json']],
  'minutesPaths.version': [[[board, meeting, 2], '/boards/cyp-board/meetings/2024-03-12/minutes/v2']],
  'minutesPaths.json': [[[board, meeting, 2], '/boards/cyp-board/meetings/2024-03-12/minutes/v2/minutes.json']],
};
