/** Every address that this room gives out, as it stands: one that changes breaks somebody's link, so it must change here too. */
import { id, type Lines } from '#test/addresses.js';

export const lines: Lines = {
  'togetherPaths.door': [
    [[], '/together'],
    [['BRGHTPND2'], '/together?code=BRGHTPND2'],
  ],
  'togetherPaths.room': [[[], '/together/room']],
  'togetherPaths.suggest': [
    [[], '/together/suggest'],
    [[id], `/together/suggest?clause=${id}`],
  ],
  'togetherPaths.say': [
    [[], '/together/say'],
    [[id], `/together/say?clause=${id}`],
  ],
  'togetherPaths.vote': [
    [[], '/together/vote'],
    [[2], '/together/vote?clause=2'],
  ],
  'togetherPaths.choose': [[[], '/together/choose']],
  'togetherPaths.finish': [[[], '/together/finish']],
  'togetherPaths.finished': [
    [[], '/together?left=finished'],
    [['BRGHTPND2'], '/together?left=finished&code=BRGHTPND2'],
  ],
  'togetherPaths.leave': [[[], '/together/leave']],
};
