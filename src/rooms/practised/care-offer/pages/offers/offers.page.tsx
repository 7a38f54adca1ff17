import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { atPlace, placeLinks, queryField, queryPage, queryPlace } from '#kit/address.js';
import { publicPage, view } from '#kit/page.js';
import { themeTitles } from '#rooms/ground/frameworks/index.js';
import { pageLinks } from '#ui/pagination/page-links.js';
import { careOfferPaths } from '../../paths.js';
import { asksFramework, careAuthorities, foundAtMost, kindsOf, publishedOffers } from '../../published.js';
import { careGroups, threeWay } from '../../words.js';
import { OffersView } from './offers.view.js';

const onAPage = 25;

export const offersPage = publicPage({
  path: '/care-offer/offers',
  params: z.object({}),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, query, now, site }) {
    const wish = {
      q: queryField(query, 'q', 100).trim(),
      kind: queryField(query, 'kind', 200),
      authority: queryField(query, 'authority', 20),
      group: careGroups.find((one) => one === queryField(query, 'group')) ?? ('' as const),
      outside: threeWay.find((one) => one === queryField(query, 'outside')) ?? ('' as const),
    };
    const page = queryPage(query);
    const place = queryPlace(query);
    const found = await publishedOffers(db, { ...wish, place, from: (page - 1) * onAPage, count: onAPage });
    const { total, offers, near } = found;
    const framework = await asksFramework(db, '');
    const titles = await themeTitles(db);
    const own = framework
      ? kindsOf(framework.chosen).map(({ key, title }) => ({ value: `${framework.chosen.slug} ${key}`, text: title }))
      : [];
    const to = (number: number) => careOfferPaths.offers({ ...wish, page: wish.q === '' ? 1 : number });
    return view({
      title: `${wish.q === '' ? 'Offers for care leavers' : `Offers: ${wish.q}`}${wish.q === '' || page === 1 ? '' : `, page ${page}`}`,
      description: 'What councils and others offer to young people who were in care.',
      canonical: site + (wish.q === '' ? atPlace(to(1), place) : to(page)),
      crumbs: [{ text: 'Home', href: '/' }, { text: 'Care leavers', href: careOfferPaths.start() }, { text: 'Offers' }],
      main: (
        <OffersView
          {...wish}
          kinds={
            own.some(({ value }) => value === wish.kind) || wish.kind === ''
              ? own
              : [...own, { value: wish.kind, text: titles.get(wish.kind) ?? wish.kind }]
          }
          authorities={(await careAuthorities(db, londonDate(now))).map(({ code, name }) => ({
            value: code,
            text: name,
          }))}
          total={total}
          near={near}
          today={londonDate(now)}
          offers={offers.map((offer) => ({ offer, kinds: offer.themes.map((kind) => titles.get(kind) ?? kind) }))}
          most={wish.q === '' ? null : foundAtMost}
          pages={
            wish.q === ''
              ? placeLinks(found, to(1))
              : total > onAPage || page > 1
                ? pageLinks(page, Math.ceil(total / onAPage), to)
                : null
          }
        />
      ),
    });
  },
});
