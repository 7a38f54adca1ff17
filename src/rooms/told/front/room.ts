import type { Room } from '#kit/room.js';
import { homePage } from './pages/home/home.page.js';
import { kitComponentPage, kitExamplePage, kitPage } from './pages/kit/kit.page.js';
import { problemsPage } from './pages/problems/problems.page.js';
import {
  publicationHtml,
  publicationJson,
  publicationPage,
  publicationPdf,
  publicationProof,
} from './pages/publication/publication.page.js';
import { signedHeadPage, signedHeadsPage } from './pages/signed-heads/signed-heads.page.js';
import { searchPage } from './pages/search/search.page.js';
import { withdrawPage } from './pages/withdraw/withdraw.page.js';
import { frontPaths } from './paths.js';

export const front: Room = {
  name: 'front',
  pages: [
    homePage,
    searchPage,
    publicationPage,
    publicationJson,
    publicationHtml,
    publicationPdf,
    publicationProof,
    signedHeadsPage,
    signedHeadPage,
    withdrawPage,
    problemsPage,
    kitPage,
    kitComponentPage,
    kitExamplePage,
  ],
  places: [
    {
      text: 'Withdraw',
      href: frontPaths.withdraw(),
      about: 'Take back what was published by mistake, with its reason.',
      needs: 'see workspace',
    },
  ],
  frame: [
    { text: 'Search', href: frontPaths.search(), stands: 'header', rank: 40 },
    { text: 'Public pages', href: frontPaths.home(), stands: 'workspace', rank: 50, needs: 'see workspace' },
    { text: 'Components', href: frontPaths.kit(), stands: 'footer', rank: 150, onlyInDemonstration: true },
  ],
  ways: {
    search: () => frontPaths.search(),
    problem: (code) => `${frontPaths.problems()}#${code}`,
  },
};
