import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { slugParameter } from '#kit/address.js';
import { halt, publicPage, view } from '#kit/page.js';
import { themeTitles } from '#rooms/ground/frameworks/index.js';
import { careOfferPaths } from '../../paths.js';
import { knownAuthorities, publishedOffer } from '../../published.js';
import { OfferView } from './offer.view.js';

export const offerPage = publicPage({
  path: '/care-offer/offers/:offer',
  params: z.object({ offer: slugParameter }),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, params, now, site }) {
    const found = await publishedOffer(db, params.offer);
    if (!found) return halt('not-found');
    const { offer, history } = found;
    const titles = await themeTitles(db);
    const areas = await knownAuthorities(db, [
      ...new Set([...offer.areas, ...(offer.provider_code === null ? [] : [offer.provider_code])]),
    ]);
    const provider = areas.find(({ code }) => code === offer.provider_code);
    return view({
      title: `${offer.title}, ${offer.provider}`,
      description: offer.what.slice(0, 160),
      canonical: site + careOfferPaths.offer(offer.slug),
      alternates:
        offer.state === 'live'
          ? [{ href: careOfferPaths.service(offer.id), type: 'application/json', title: 'Open Referral UK' }]
          : [],
      crumbs: [
        { text: 'Home', href: '/' },
        { text: 'Care leavers', href: careOfferPaths.start() },
        { text: 'Offers', href: careOfferPaths.offers() },
        { text: offer.title },
      ],
      main: (
        <OfferView
          offer={offer}
          areas={offer.areas.map((code) => areas.find((one) => one.code === code)?.name ?? code)}
          kinds={offer.themes.map((kind) => ({
            text: titles.get(kind) ?? kind,
            href: careOfferPaths.offers({ kind }),
          }))}
          authorityHref={provider ? careOfferPaths.authority(provider.code) : null}
          history={history}
          today={londonDate(now)}
        />
      ),
    });
  },
});
