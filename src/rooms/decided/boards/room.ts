import type { Room } from '#kit/room.js';
import { boardPage } from './pages/board/board.page.js';
import { boardsPage } from './pages/boards/boards.page.js';
import { personPage } from './pages/person/person.page.js';
import { boardsRefusals } from './refusals.js';
import { boardPaths } from './paths.js';

declare module '#kit/publications/publications.js' {
  interface PublicationKinds {
    readonly board: true;
  }
}

export const boards: Room = {
  name: 'boards',
  pages: [boardsPage, boardPage, personPage],
  keeps: [
    {
      what: 'Boards, members, seats and offices',
      howLong: 'For as long as this Kept is there.',
      why: 'Who sat on a board is public record.',
      tables: [
        'record.board',
        'published.board',
        'published.person',
        'record.person',
        'record.political_group',
        'record.seat',
        'record.membership',
        'record.office',
        'record.substitute',
        'record.outside_body',
        'record.appointment',
      ],
    },
  ],
  refusals: boardsRefusals,
  frame: [
    { text: 'Boards', href: boardPaths.all(), stands: 'header', rank: 30 },
    { text: 'Boards', href: boardPaths.all(), stands: 'footer', rank: 70 },
  ],
  readable: {
    'published.board': 'Minutes, packs, networks and promises are listed under the name of their board.',
    'record.board': 'A meeting, a paper and a promise belong to a board.',
    'record.membership': 'A paper says who was a member on its day.',
    'record.person': 'Whoever sat, declared or stood in is a person of the board.',
  },
};
