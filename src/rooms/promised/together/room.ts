import type { Room } from '#kit/room.js';
import { togetherRoomPage } from './pages/room/room.page.js';
import { togetherSayPage } from './pages/say/say.page.js';
import { togetherSuggestPage } from './pages/suggest/suggest.page.js';
import { togetherDoorPage, togetherLeavePage } from './pages/together/together.page.js';
import { togetherChoosePage, togetherFinishPage, togetherVotePage } from './pages/vote/vote.page.js';
import { togetherRefusals } from './refusals.js';
import { suggestionsRetention } from './retention.js';

export const together: Room = {
  name: 'together',
  pages: [
    togetherDoorPage,
    togetherRoomPage,
    togetherSuggestPage,
    togetherSayPage,
    togetherVotePage,
    togetherChoosePage,
    togetherFinishPage,
    togetherLeavePage,
  ],
  retention: suggestionsRetention,
  keeps: [
    {
      what: 'Votes of classes, and which seat cast them',
      howLong: 'Until the vote is counted. Then only the count is left.',
      why: 'So that nobody votes twice.',
      tables: ['record.clause_vote', 'record.vote_secret'],
    },
    {
      what: 'Codes of classes, and their seats',
      howLong: 'Until the seats are closed.',
      why: 'So that whoever sits there comes back to their own seat.',
      tables: ['record.together_code', 'record.together_seat'],
    },
  ],
  refusals: togetherRefusals,
  readable: {
    'record.charter_suggestion': 'A charter grows from what was suggested in the room.',
    'record.together_code': 'A charter is voted on in a room with a code.',
    'record.together_seat': 'A charter is voted on from a seat.',
    'record.vote_secret': 'A vote counts once and says nothing of who gave it.',
  },
};
