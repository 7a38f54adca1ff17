import type { Room } from '#kit/room.js';
import { searchPage } from './pages/search/search.page.js';
import { searchPaths } from './paths.js';

export const search: Room = {
  name: 'search',
  pages: [searchPage],
  frame: [{ text: 'Search', href: searchPaths.search(), stands: 'header', rank: 40 }],
  ways: { search: () => searchPaths.search() },
};
