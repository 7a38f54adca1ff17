import type { Room } from '#kit/room.js';
import { boardPage } from './pages/board/board.page.js';
import { boardsPage } from './pages/list/list.page.js';
import { personPage } from './pages/person/person.page.js';

export const boards: Room = { name: 'boards', pages: [boardsPage, boardPage, personPage] };
