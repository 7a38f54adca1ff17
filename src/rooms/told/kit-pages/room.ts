import type { Room } from '#kit/room.js';
import { kitComponentPage, kitExamplePage, kitPage } from './pages/kit/kit.page.js';
import { problemsPage } from './pages/problems/problems.page.js';

export const kitPages: Room = {
  name: 'kit-pages',
  pages: [problemsPage, kitPage, kitComponentPage, kitExamplePage],
};
