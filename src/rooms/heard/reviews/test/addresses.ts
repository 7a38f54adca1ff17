/** Every address that this room gives out, as it stands: one that changes breaks somebody's link, so it must change here too. */
import { id, odd, oddPart, type Lines } from '#test/addresses.js';

export const lines: Lines = {
  'reviewPaths.all': [[[], '/work/reviews']],
  'reviewPaths.queue': [
    [[odd], `/work/reviews/${oddPart}`],
    [['a-survey', 'cleared'], '/work/reviews/a-survey?done=cleared'],
  ],
  'reviewPaths.text': [
    [['a-survey', id], `/work/reviews/a-survey/texts/${id}`],
    [['a-survey', id, 'passed'], `/work/reviews/a-survey/texts/${id}?done=passed`],
  ],
  'reviewPaths.concerns': [[[], '/work/safeguarding']],
  'reviewPaths.concern': [
    [[id], `/work/safeguarding/${id}`],
    [[id, 'asked'], `/work/safeguarding/${id}?done=asked`],
  ],
  'reviewPaths.askForSession': [[[id], `/work/safeguarding/${id}/session`]],
  'reviewPaths.requests': [
    [[], '/work/session-requests'],
    [['released'], '/work/session-requests?done=released'],
  ],
  'reviewPaths.head': [[[{ token: 'token' }], '/release/token']],
  'reviewPaths.request': [[[id], `/work/session-requests/${id}`]],
};
