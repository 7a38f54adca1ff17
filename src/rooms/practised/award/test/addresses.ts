/** Every address that this room gives out, as it stands: one that changes breaks somebody's link, so it must change here too. */
import { odd, oddPart, type Lines } from '#test/addresses.js';

export const lines: Lines = {
  'awardPaths.all': [
    [[], '/award'],
    [[2], '/award?page=2'],
  ],
  'awardPaths.csv': [[[], '/award.csv']],
  'awardPaths.authority': [
    [['E09000007'], '/award/E09000007'],
    [[odd, 2], `/award/${oddPart}?page=2`],
  ],
  'awardPaths.authorityCsv': [[['E09000007'], '/award/E09000007/award.csv']],
  'awardPaths.work': [
    [[], '/work/award'],
    [[2], '/work/award?page=2'],
  ],
  'awardPaths.upload': [[[], '/work/award/upload']],
  'awardPaths.columns': [[[], '/work/award/upload/columns.csv']],
};
