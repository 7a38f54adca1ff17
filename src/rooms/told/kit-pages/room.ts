import type { Room } from '#kit/room.js';
import { kitComponentPage, kitExamplePage, kitPage } from './pages/kit/kit.page.js';
import { problemsPage } from './pages/problems/problems.page.js';
import { kitPagePaths } from './paths.js';

export const kitPages: Room = {
  name: 'kit-pages',
  pages: [problemsPage, kitPage, kitComponentPage, kitExamplePage],
  frame: [{ text: 'Components', href: kitPagePaths.kit(), stands: 'footer', rank: 150, onlyInDemonstration: true }],
  ways: { problem: (code) => `${kitPagePaths.problems()}#${code}` },
};
