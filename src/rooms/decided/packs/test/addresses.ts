/** Every address that this room gives out, as it stands: one that changes breaks somebody's link, so it must change here too. */
import { board, meeting, odd, oddPart, type Lines } from '#test/addresses.js';

export const lines: Lines = {
  'packPaths.newest': [
    [[board, meeting], '/boards/cyp-board/meetings/2024-03-12/pack'],
    [[odd, odd], `/boards/${oddPart}/meetings/${oddPart}/pack`],
  ],
  'packPaths.newestPdf': [[[board, meeting], '/boards/cyp-board/meetings/2024-03-12/pack.pdf']],
  'packPaths.newestJson': [[[board, meeting], '/boards/cyp-board/meetings/2024-03-12/pack.json']],
  'packPaths.version': [[[board, meeting, 2], '/boards/cyp-board/meetings/2024-03-12/pack/v2']],
  'packPaths.pdf': [[[board, meeting, 2], '/boards/cyp-board/meetings/2024-03-12/pack/v2/pack.pdf']],
  'packPaths.json': [[[board, meeting, 2], '/boards/cyp-board/meetings/2024-03-12/pack/v2/pack.json']],
  'packPaths.changes': [[[board, meeting, 2], '/boards/cyp-board/meetings/2024-03-12/pack/v2/changes']],
};
