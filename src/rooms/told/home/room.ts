import type { Room } from '#kit/room.js';
import { homePage } from './pages/home/home.page.js';

export const home: Room = {
  name: 'home',
  pages: [homePage],
};
