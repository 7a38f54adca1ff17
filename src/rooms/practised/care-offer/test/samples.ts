/** Where the tests that go through every page look at those of this room. */
import { json, samplesOf, csv } from '#test/samples.js';

export const samples = samplesOf({
  facts: ({ owner }) =>
    owner(async (read) => {
      const offers = await read
        .selectFrom('published.offer')
        .select(['slug', 'id', 'state', 'printed', 'provider_code'])
        .orderBy('slug')
        .execute();
      const own = offers.find((one) => one.state === 'live' && one.printed === null);
      const draft = await read
        .selectFrom('record.offer')
        .select('id')
        .where('state', '=', 'draft')
        .executeTakeFirstOrThrow();
      return {
        // As the pack printed it, of the borough itself, one that ended, and a draft.
        printed: offers.find((one) => one.printed !== null)?.slug ?? '',
        offer: own?.slug ?? '',
        offerId: own?.id ?? '',
        ended: offers.find((one) => one.state === 'ended')?.slug ?? '',
        draftOffer: draft.id,
        ofBorough: offers.find((one) => one.state === 'live' && one.provider_code === 'E09999001')?.id ?? '',
      };
    }),
  named: ({ ofBorough }) => ({ offer: { value: ofBorough, of: 'borough' } }),
  pages: {
    '/care-offer': { at: () => ['/care-offer'], atVolume: ['/care-offer'] },
    '/care-offer/find': { at: () => ['/care-offer/find'] },
    '/care-offer/offers': {
      at: () => [
        '/care-offer/offers',
        '/care-offer/offers?q=guarentor',
        '/care-offer/offers?q=xyzzyplugh',
        '/care-offer/offers?kind=care-leavers-asks+travel&outside=not+known',
        '/care-offer/offers?page=2',
      ],
      atVolume: [
        '/care-offer/offers',
        '/care-offer/offers?q=cedar',
        '/care-offer/offers?q=ceddar',
        '/care-offer/offers?authority=E80000007',
      ],
    },
    '/care-offer/offers/:offer': {
      at: ({ printed, offer, ended }) => [offer, printed, ended].map((slug) => `/care-offer/offers/${slug}`),
      atVolume: null,
    },
    '/care-offer/authorities/:code': {
      at: () => [
        '/care-offer/authorities/E09999001',
        '/care-offer/authorities/E06000052',
        '/care-offer/authorities/E09000007',
      ],
      atVolume: ['/care-offer/authorities/E80000007'],
    },
    '/care-offer/coverage': {
      at: () => [
        '/care-offer/coverage',
        '/care-offer/coverage?region=North+West',
        '/care-offer/coverage?region=Atlantis',
        '/care-offer/coverage?page=2',
      ],
      atVolume: ['/care-offer/coverage'],
    },
    '/care-offer/coverage/:framework/:theme': {
      at: () => ['/care-offer/coverage/care-leavers-asks/travel'],
      atVolume: ['/care-offer/coverage/care-leavers-asks/finance'],
    },
    '/care-offer/coverage.csv': { at: () => ['/care-offer/coverage.csv'], gives: csv, isWhole: true, atVolume: null },
    '/care-offer/compare': {
      at: () => [
        '/care-offer/compare?a=E09999001&b=E06000052',
        '/care-offer/compare',
        '/care-offer/compare?a=E09999001',
        '/care-offer/compare?a=E09999001&b=E09999001',
      ],
      atVolume: ['/care-offer/compare', '/care-offer/compare?a=E80000007&b=E80000008'],
    },
    '/care-offer/benchmark': {
      at: () => [
        '/care-offer/benchmark',
        '/care-offer/benchmark?region=London',
        '/care-offer/benchmark?region=Atlantis',
      ],
      atVolume: ['/care-offer/benchmark'],
    },
    '/care-offer/open-referral': { at: () => ['/care-offer/open-referral'], gives: json, atVolume: null },
    '/care-offer/open-referral/services': {
      at: () => ['/care-offer/open-referral/services', '/care-offer/open-referral/services?page=2&per_page=5'],
      gives: json,
      atVolume: ['/care-offer/open-referral/services'],
    },
    '/care-offer/open-referral/services/:id': {
      at: ({ offerId }) => [`/care-offer/open-referral/services/${offerId}`],
      gives: json,
      atVolume: null,
    },
    '/work/care-offer': { at: () => ['/work/care-offer', '/work/care-offer?done=12'], as: 'borough' },
    '/work/care-offer/new': { at: () => ['/work/care-offer/new'], as: 'programme' },
    '/work/care-offer/offers/:offer/end': {
      at: ({ offerId }) => [`/work/care-offer/offers/${offerId}/end`],
      as: 'borough',
    },
    '/work/care-offer/offers/:offer/discard': {
      at: ({ draftOffer }) => [`/work/care-offer/offers/${draftOffer}/discard`],
      as: 'borough',
    },
    '/work/care-offer/offers/:offer': {
      at: ({ offerId, draftOffer }) => [
        `/work/care-offer/offers/${offerId}`,
        `/work/care-offer/offers/${draftOffer}?done=recorded`,
      ],
      as: 'borough',
    },
    '/work/care-offer/offers/:offer/edit': {
      at: ({ offerId }) => [`/work/care-offer/offers/${offerId}/edit`],
      as: 'borough',
    },
    '/work/care-offer/upload': { at: () => ['/work/care-offer/upload'], as: 'borough' },
    '/work/care-offer/upload/columns.csv': {
      at: () => ['/work/care-offer/upload/columns.csv'],
      as: 'borough',
      gives: csv,
    },
    '/work/care-offer/coverage': {
      at: () => ['/work/care-offer/coverage', '/work/care-offer/coverage?done=said'],
      as: 'borough',
    },
  },
});
