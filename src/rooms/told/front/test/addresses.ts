/** Every address that this room gives out, as it stands: one that changes breaks somebody's link, so it must change here too. */
import { board, type Lines } from '#test/addresses.js';

export const lines: Lines = {
  'frontPaths.home': [[[], '/']],
  'frontPaths.search': [
    [[], '/search'],
    [[{ q: 'young people', board, kind: 'pack', page: 2 }], '/search?q=young+people&board=cyp-board&kind=pack&page=2'],
    [[{ q: 'a', page: 1 }], '/search?q=a'],
  ],
  'frontPaths.withdraw': [
    [[], '/work/withdraw'],
    [['/charters/ours'], '/work/withdraw?address=%2Fcharters%2Fours'],
  ],
  'frontPaths.problems': [[[], '/problems']],
  'frontPaths.signedHeads': [[[], '/signed-heads']],
  'frontPaths.signedHead': [[[14], '/signed-heads/14']],
  'frontPaths.signingKey': [[[], '/signed-heads/key.pem']],
  'frontPaths.kit': [
    [[], '/kit'],
    [['button'], '/kit/button'],
    [['page', 'pack'], '/kit/page/pack'],
  ],
};
