import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { queryField } from '#kit/address.js';
import { publicPage, view } from '#kit/page.js';
import { careOfferPaths } from '../../paths.js';
import { asksFramework, careAuthorities, coverageOf, kindsOf, kindStates, offersOfAuthority } from '../../published.js';
import { CompareView } from './compare.view.js';

const offersAtMost = 100;

/** Two councils side by side, kind by kind. */
export const comparePage = publicPage({
  path: '/care-offer/compare',
  params: z.object({}),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, query, now, site }) {
    const councils = await careAuthorities(db, londonDate(now));
    const framework = (await asksFramework(db, queryField(query, 'framework', 120)))?.chosen;
    const asked = { a: queryField(query, 'a', 20), b: queryField(query, 'b', 20) };
    const [a, b] = [councils.find(({ code }) => code === asked.a), councils.find(({ code }) => code === asked.b)];
    const both = a && b && framework ? { a, b, framework } : null;
    const states =
      both &&
      kindStates(
        both.framework,
        [both.a.code, both.b.code],
        await coverageOf(db, both.framework.slug, [both.a.code, both.b.code]),
      );
    const sideOf = async (code: string) => {
      const offers = await offersOfAuthority(db, code, offersAtMost);
      return (kind: string) => ({
        state: states?.get(code)?.get(kind) ?? ('not known' as const),
        offers: offers
          .filter(({ themes }) => themes.includes(`${framework?.slug ?? ''} ${kind}`))
          .map(({ title, slug }) => ({ title, href: careOfferPaths.offer(slug) })),
      });
    };
    const sides = both && { a: await sideOf(both.a.code), b: await sideOf(both.b.code) };
    return view({
      title: both ? `${both.a.name} and ${both.b.name}: offers to care leavers` : 'Compare two councils',
      canonical: site + careOfferPaths.compare(asked.a, asked.b),
      crumbs: [
        { text: 'Home', href: '/' },
        { text: 'Care leavers', href: careOfferPaths.start() },
        { text: 'Compare two councils' },
      ],
      main: (
        <CompareView
          {...asked}
          councils={councils.map(({ code, name }) => ({ value: code, text: name }))}
          incomplete={(asked.a !== '' || asked.b !== '') && !both}
          same={both !== null && both.a.code === both.b.code}
          found={
            both &&
            sides && {
              a: { name: both.a.name, href: careOfferPaths.authority(both.a.code) },
              b: { name: both.b.name, href: careOfferPaths.authority(both.b.code) },
              kinds: kindsOf(both.framework).map(({ key, title }) => ({ title, a: sides.a(key), b: sides.b(key) })),
            }
          }
        />
      ),
    });
  },
});
