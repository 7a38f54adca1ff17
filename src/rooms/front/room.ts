import type { Room } from '#kit/room.js';
import { homePage } from './pages/home/home.page.js';
import { kitComponentPage, kitExamplePage, kitPage } from './pages/kit/kit.page.js';
import { problemsPage } from './pages/problems/problems.page.js';
import { publicationHtml, publicationJson, publicationPage, publicationPdf, publicationProof } from './pages/publication/publication.page.js';
import { signedHeadPage, signedHeadsPage } from './pages/signed-heads/signed-heads.page.js';
import { searchPage } from './pages/search/search.page.js';

export const front: Room = { name: 'front', pages: [homePage, searchPage, publicationPage, publicationJson, publicationHtml, publicationPdf, publicationProof, signedHeadsPage, signedHeadPage, problemsPage, kitPage, kitComponentPage, kitExamplePage] };
