import type { Room } from '#kit/room.js';
import {
  publicationHtml,
  publicationJson,
  publicationPage,
  publicationPdf,
  publicationProof,
} from './pages/publication/publication.page.js';
import { signedHeadPage, signedHeadsPage } from './pages/signed-heads/signed-heads.page.js';

export const publications: Room = {
  name: 'publications',
  pages: [
    publicationPage,
    publicationJson,
    publicationHtml,
    publicationPdf,
    publicationProof,
    signedHeadsPage,
    signedHeadPage,
  ],
};
