/** Every address that this room gives out, as it stands: one that changes breaks somebody's link, so it must change here too. */
import { id, odd, oddPart, type Lines } from '#test/addresses.js';

export const lines: Lines = {
  'careOfferPaths.start': [[[], '/care-offer']],
  'careOfferPaths.find': [[[], '/care-offer/find']],
  'careOfferPaths.offers': [
    [[], '/care-offer/offers'],
    [
      [
        {
          q: 'bus pass',
          kind: 'care-leavers-asks travel',
          authority: 'E08000037',
          group: 'parents',
          outside: 'not known',
          page: 2,
        },
      ],
      '/care-offer/offers?q=bus+pass&kind=care-leavers-asks+travel&authority=E08000037&group=parents&outside=not+known&page=2',
    ],
  ],
  'careOfferPaths.offer': [[[odd], `/care-offer/offers/${oddPart}`]],
  'careOfferPaths.authority': [
    [['E08000037'], '/care-offer/authorities/E08000037'],
    [[odd, 'my-asks'], `/care-offer/authorities/${oddPart}?framework=my-asks`],
  ],
  'careOfferPaths.coverage': [
    [[], '/care-offer/coverage'],
    [
      [{ framework: 'my-asks', region: 'North East', page: 2 }],
      '/care-offer/coverage?framework=my-asks&region=North+East&page=2',
    ],
  ],
  'careOfferPaths.coverageCsv': [[[], '/care-offer/coverage.csv']],
  'careOfferPaths.kind': [
    [['care-leavers-asks', 'travel'], '/care-offer/coverage/care-leavers-asks/travel'],
    [[odd, 'travel', { region: 'London', page: 3 }], `/care-offer/coverage/${oddPart}/travel?region=London&page=3`],
  ],
  'careOfferPaths.compare': [
    [[], '/care-offer/compare'],
    [['E08000037', 'E06000052'], '/care-offer/compare?a=E08000037&b=E06000052'],
  ],
  'careOfferPaths.benchmark': [[[{ region: 'London' }], '/care-offer/benchmark?region=London']],
  'careOfferPaths.openReferral': [[[], '/care-offer/open-referral']],
  'careOfferPaths.services': [
    [[], '/care-offer/open-referral/services'],
    [[2], '/care-offer/open-referral/services?page=2'],
  ],
  'careOfferPaths.service': [[[id], `/care-offer/open-referral/services/${id}`]],
  'careOfferPaths.desk': [
    [[], '/work/care-offer'],
    [[2], '/work/care-offer?page=2'],
  ],
  'careOfferPaths.create': [[[], '/work/care-offer/new']],
  'careOfferPaths.own': [[[id], `/work/care-offer/offers/${id}`]],
  'careOfferPaths.edit': [[[id], `/work/care-offer/offers/${id}/edit`]],
  'careOfferPaths.publish': [[[id], `/work/care-offer/offers/${id}/publish`]],
  'careOfferPaths.check': [[[id], `/work/care-offer/offers/${id}/check`]],
  'careOfferPaths.end': [[[id], `/work/care-offer/offers/${id}/end`]],
  'careOfferPaths.discard': [[[id], `/work/care-offer/offers/${id}/discard`]],
  'careOfferPaths.upload': [[[], '/work/care-offer/upload']],
  'careOfferPaths.template': [[[], '/work/care-offer/upload/columns.csv']],
  'careOfferPaths.sheet': [
    [[], '/work/care-offer/coverage'],
    [
      [{ authority: 'E08000037', framework: 'my-asks' }],
      '/work/care-offer/coverage?authority=E08000037&framework=my-asks',
    ],
  ],
};
