import { z } from 'zod';
import { isUuid } from '#base/id.js';
import { londonDate } from '#base/london.js';
import { queryField, queryPage } from '#kit/address.js';
import { halt, type Outcome, publicPage } from '#kit/page.js';
import { themeTitles } from '#rooms/ground/frameworks/index.js';
import { listedService, listPage, wholeService } from '../../open-referral.js';
import { careOfferPaths } from '../../paths.js';
import { knownAuthorities, offerById, offersById } from '../../published.js';

const perPageAtMost = 100;
const perPageUsual = 50;

function json(value: unknown): Outcome {
  return { kind: 'file', body: `${JSON.stringify(value)}\n`, type: 'application/json; charset=utf-8' };
}

/** What this is: the address that the profile asks every API to answer. */
export const apiPage = publicPage({
  path: '/care-offer/open-referral',
  params: z.object({}),
  cached: true,
  withoutDatabase: 'from memory',
  get: async ({ site }) =>
    json({
      version: '3.0',
      profile: 'https://open-referral-uk-profile.readthedocs.io/en/latest/',
      services: site + careOfferPaths.services(),
    }),
});

export const servicesPage = publicPage({
  path: '/care-offer/open-referral/services',
  params: z.object({}),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, query, site, now }) {
    const asked = Number.parseInt(queryField(query, 'per_page', 4), 10);
    const perPage = Number.isNaN(asked) || asked < 1 ? perPageUsual : Math.min(asked, perPageAtMost);
    const page = queryPage(query);
    const { total, offers } = await offersById(db, (page - 1) * perPage, perPage);
    return json(
      listPage(
        offers.map((offer) => listedService({ offer, site, today: londonDate(now) })),
        page,
        perPage,
        total,
      ),
    );
  },
});

export const servicePage = publicPage({
  path: '/care-offer/open-referral/services/:id',
  params: z.object({ id: z.string().refine(isUuid) }),
  cached: true,
  isForMachines: true,
  withoutDatabase: 'from memory',
  async get({ db, params, site, now }) {
    const offer = await offerById(db, params.id);
    if (!offer) return halt('not-found');
    return json(
      wholeService({
        offer,
        site,
        today: londonDate(now),
        areas: await knownAuthorities(db, offer.areas),
        kinds: await themeTitles(db),
      }),
    );
  },
});
