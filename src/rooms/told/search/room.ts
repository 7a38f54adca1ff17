import type { Room } from '#kit/room.js';
import { searchPage } from './pages/search/search.page.js';

export const search: Room = {
  name: 'search',
  pages: [searchPage],
};
