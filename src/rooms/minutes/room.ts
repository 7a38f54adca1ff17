import type { Room } from '#kit/room.js';
import { decisionsPage } from './pages/decisions/decisions.page.js';
import { minutesJson, minutesPage, minutesVersionJson, minutesVersionPage } from './pages/minutes/minutes.page.js';

export const minutes: Room = { name: 'minutes', pages: [minutesPage, minutesJson, minutesVersionPage, minutesVersionJson, decisionsPage] };
