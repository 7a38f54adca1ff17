import type { Room } from '#kit/room.js';
import { homePage } from './pages/home/home.page.js';
import { kitComponentPage, kitExamplePage, kitPage } from './pages/kit/kit.page.js';
import { problemsPage } from './pages/problems/problems.page.js';
import { publicationHtml, publicationJson, publicationPage, publicationPdf } from './pages/publication/publication.page.js';
import { searchPage } from './pages/search/search.page.js';

export const front: Room = { name: 'front', pages: [homePage, searchPage, publicationPage, publicationJson, publicationHtml, publicationPdf, problemsPage, kitPage, kitComponentPage, kitExamplePage] };
