import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { queryField, slugParameter } from '#kit/address.js';
import { halt, publicPage, view } from '#kit/page.js';
import { directoryPaths } from '#rooms/ground/directory/index.js';
import { careOfferPaths } from '../../paths.js';
import {
  asksFramework,
  coverageOf,
  kindsOf,
  kindStates,
  knownAuthorities,
  offersOfAuthority,
} from '../../published.js';
import { AuthorityView } from './authority.view.js';

const offersAtMost = 150;

/** One authority's whole offer, kind by kind, with what is not known. */
export const authorityOfferPage = publicPage({
  path: '/care-offer/authorities/:code',
  params: z.object({ code: slugParameter }),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, params, query, now, site }) {
    const [authority] = await knownAuthorities(db, [params.code]);
    if (!authority) return halt('not-found');
    const framework = await asksFramework(db, queryField(query, 'framework', 120));
    const offers = await offersOfAuthority(db, authority.code, offersAtMost);
    const lines = framework ? await coverageOf(db, framework.chosen.slug, [authority.code]) : [];
    const states = framework ? kindStates(framework.chosen, [authority.code], lines).get(authority.code) : undefined;
    const chosen = framework?.chosen;
    return view({
      title: `${authority.name}: offer to care leavers`,
      canonical: site + careOfferPaths.authority(authority.code),
      crumbs: [
        { text: 'Home', href: '/' },
        { text: 'Care leavers', href: careOfferPaths.start() },
        { text: 'Who offers what', href: careOfferPaths.coverage() },
        { text: authority.name },
      ],
      main: (
        <AuthorityView
          name={authority.name}
          directoryHref={directoryPaths.authority(authority.code)}
          compareHref={careOfferPaths.compare(authority.code)}
          today={londonDate(now)}
          kinds={
            chosen
              ? kindsOf(chosen).map(({ key, title }) => ({
                  title,
                  state: states?.get(key) ?? 'not known',
                  said: lines.filter(({ theme, ask }) => theme === key && ask === ''),
                  asks: chosen.asks
                    .filter(({ theme }) => theme === key)
                    .map((ask) => ({
                      body: ask.body,
                      said: lines.find((line) => line.theme === key && line.ask === ask.key) ?? null,
                    })),
                  offers: offers.filter(({ themes }) => themes.includes(`${chosen.slug} ${key}`)),
                }))
              : []
          }
          more={offers.length === offersAtMost ? careOfferPaths.offers({ authority: authority.code }) : null}
        />
      ),
    });
  },
});
