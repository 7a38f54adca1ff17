import type { Room } from '#kit/room.js';
import { codebookPage, formPage, instrumentPage, sealPage } from './pages/instrument/instrument.page.js';
import { beginPage, instrumentsPage } from './pages/list/list.page.js';
import { previewPage } from './pages/preview/preview.page.js';
import { instrumentPaths } from './paths.js';

export const instruments: Room = {
  name: 'instruments',
  pages: [instrumentsPage, beginPage, instrumentPage, previewPage, codebookPage, formPage, sealPage],
  places: [{ text: 'Instruments', href: instrumentPaths.all(), about: 'The questions of your surveys, whom they ask and in which languages.', needs: 'lead' }],
};
