/** Every address that this room gives out, as it stands: one that changes breaks somebody's link, so it must change here too. */
import type { Lines } from '#test/addresses.js';

export const lines: Lines = {
  'kitPagePaths.problems': [[[], '/problems']],
  'kitPagePaths.kit': [
    [[], '/kit'],
    [['button'], '/kit/button'],
    [['page', 'pack'], '/kit/page/pack'],
  ],
};
