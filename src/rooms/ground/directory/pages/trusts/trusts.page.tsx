import { z } from 'zod';
import { queryField, queryPage } from '#kit/address.js';
import { publicPage, view } from '#kit/page.js';
import { pageLinks } from '#ui/pagination/page-links.js';
import { directoryPaths } from '../../paths.js';
import { publishedTrusts } from '../../published.js';
import { TrustsView } from './trusts.view.js';

const onAPage = 50;

export const trustsPage = publicPage({
  path: '/trusts',
  params: z.object({}),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, query, site }) {
    const q = queryField(query, 'q', 100).trim();
    const page = queryPage(query);
    const { total, trusts, near } = await publishedTrusts(db, { q, from: (page - 1) * onAPage, count: onAPage });
    return view({
      title: q === '' ? (page === 1 ? 'Trusts' : `Trusts, page ${page}`) : `Trusts: ${q}`,
      description: 'Trusts that run schools, with the schools of each.',
      ...(q === '' ? { canonical: site + directoryPaths.trusts({ page }) } : {}),
      crumbs: [{ text: 'Home', href: '/' }, { text: 'Trusts' }],
      main: (
        <TrustsView
          action={directoryPaths.trusts()}
          q={q}
          total={total}
          near={near}
          trusts={trusts.map((trust) => ({ ...trust, href: directoryPaths.trust(trust.code) }))}
          pages={
            total > onAPage || page > 1
              ? pageLinks(page, Math.ceil(total / onAPage), (number) => directoryPaths.trusts({ q, page: number }))
              : null
          }
        />
      ),
    });
  },
});
