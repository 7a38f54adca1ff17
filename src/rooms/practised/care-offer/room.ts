import type { Room } from '#kit/room.js';
import { offerWithdrawal } from './withdrawals.js';
import { authorityOfferPage } from './pages/authority/authority.page.js';
import { benchmarkPage } from './pages/benchmark/benchmark.page.js';
import { comparePage } from './pages/compare/compare.page.js';
import { coverageCsvPage, coveragePage, kindPage } from './pages/coverage/coverage.page.js';
import { deskPage } from './pages/work-care-offer/work-care-offer.page.js';
import { createPage, editPage } from './pages/edit-offer/edit-offer.page.js';
import { findPage } from './pages/find/find.page.js';
import { offerPage } from './pages/offer/offer.page.js';
import { offersPage } from './pages/offers/offers.page.js';
import { apiPage, servicePage, servicesPage } from './pages/open-referral/open-referral.page.js';
import {
  checkOfferPage,
  discardOfferPage,
  endOfferPage,
  ownOfferPage,
  publishOfferPage,
} from './pages/work-offer/work-offer.page.js';
import { sheetPage } from './pages/work-coverage/work-coverage.page.js';
import { startPage } from './pages/care-offer/care-offer.page.js';
import { templatePage, uploadPage } from './pages/upload/upload.page.js';
import { careOfferPaths } from './paths.js';
import { careOfferRefusals } from './refusals.js';

export const careOffer: Room = {
  name: 'care-offer',
  pages: [
    ...[
      startPage,
      findPage,
      offersPage,
      offerPage,
      authorityOfferPage,
      coveragePage,
      kindPage,
      coverageCsvPage,
      comparePage,
      benchmarkPage,
      apiPage,
      servicesPage,
      servicePage,
    ],
    ...[
      deskPage,
      createPage,
      ownOfferPage,
      editPage,
      publishOfferPage,
      checkOfferPage,
      endOfferPage,
      discardOfferPage,
      uploadPage,
      templatePage,
      sheetPage,
    ],
  ],
  withdrawables: [offerWithdrawal],
  places: [
    {
      text: 'Care offer',
      href: careOfferPaths.desk(),
      about: 'What young people who were in care can get, and what is covered of what they ask.',
      needs: 'lead',
    },
  ],
  keeps: [
    {
      what: 'Offers to care leavers and what is covered',
      howLong: 'For as long as this Kept is there.',
      why: 'They are about organisations. What a care leaver looks for is not kept.',
      tables: [
        'record.offer',
        'record.offer_event',
        'record.coverage',
        'published.offer',
        'published.offer_event',
        'published.coverage',
      ],
    },
  ],
  refusals: careOfferRefusals,
  frame: [{ text: 'Care leavers', href: careOfferPaths.start(), stands: 'header', rank: 20 }],
};
