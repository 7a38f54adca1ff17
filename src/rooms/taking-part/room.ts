import type { Room } from '#kit/room.js';
import { answerPage } from './pages/answer/answer.page.js';
import { beginPage } from './pages/begin/begin.page.js';
import { doorPage } from './pages/door/door.page.js';
import { paperPage } from './pages/paper/paper.page.js';
import { startPage } from './pages/start/start.page.js';

export const takingPart: Room = { name: 'taking-part', pages: [doorPage, startPage, beginPage, answerPage, paperPage] };
