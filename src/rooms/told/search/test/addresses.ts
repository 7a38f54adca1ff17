/** Every address that this room gives out, as it stands: one that changes breaks somebody's link, so it must change here too. */
import { board, type Lines } from '#test/addresses.js';

export const lines: Lines = {
  'searchPaths.search': [
    [[], '/search'],
    [[{ q: 'young people', board, kind: 'pack', page: 2 }], '/search?q=young+people&board=cyp-board&kind=pack&page=2'],
    [[{ q: 'a', page: 1 }], '/search?q=a'],
  ],
};
