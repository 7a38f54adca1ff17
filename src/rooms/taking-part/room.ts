import type { Room } from '#kit/room.js';
import { mixing } from './mixer.js';
import { answersPage } from './pages/answers/answers.page.js';

export const takingPart: Room = { name: 'taking-part', pages: [answersPage], rounds: { mixing } };
