import type { Room } from '#kit/room.js';
import { homePage } from './pages/home/home.page.js';
import { homePaths } from './paths.js';

export const home: Room = {
  name: 'home',
  pages: [homePage],
  frame: [{ text: 'Public pages', href: homePaths.home(), stands: 'workspace', rank: 50, needs: 'see workspace' }],
};
