import { z } from 'zod';
import { publicPage, view } from '#kit/page.js';
import { careOfferPaths } from '../../paths.js';
import { asksFramework, kindsOf, countOffers } from '../../published.js';
import { StartView } from './care-offer.view.js';

export const startPage = publicPage({
  path: '/care-offer',
  params: z.object({}),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, site }) {
    const framework = await asksFramework(db, '');
    const total = await countOffers(db, {});
    return view({
      title: 'Care leavers',
      description: 'What young people who were in care can get, and what councils offer of what care leavers ask.',
      canonical: site + careOfferPaths.start(),
      crumbs: [{ text: 'Home', href: '/' }, { text: 'Care leavers' }],
      main: (
        <StartView
          offers={total}
          kinds={
            framework
              ? kindsOf(framework.chosen).map(({ key, title, meaning }) => ({
                  title,
                  meaning,
                  href: careOfferPaths.offers({ kind: `${framework.chosen.slug} ${key}` }),
                }))
              : []
          }
        />
      ),
    });
  },
});
