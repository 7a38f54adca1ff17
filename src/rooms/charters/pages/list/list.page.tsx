import { z } from 'zod';
import { queryPage } from '#kit/address.js';
import { publicPage, view } from '#kit/page.js';
import { pageLinks } from '#ui/pagination/page-links.js';
import { charterPaths, togetherPaths } from '../../paths.js';
import { publishedCharters } from '../../published.js';
import { ChartersView } from './list.view.js';

const perPage = 30;

export const chartersPage = publicPage({
  path: '/charters',
  params: z.object({}),
  cached: true,
  async get({ db, query, site }) {
    const page = queryPage(query);
    const { total, charters } = await publishedCharters(db, (page - 1) * perPage, perPage);
    const pages = Math.ceil(total / perPage);
    return view({
      title: 'Charters',
      description: 'Charters that schools, trusts and councils wrote with their young people.',
      canonical: site + charterPaths.all(),
      crumbs: [{ text: 'Home', href: '/' }, { text: 'Charters' }],
      main: <ChartersView total={total} charters={charters.map((charter) => ({ ...charter, href: charterPaths.one(charter.slug) }))} together={togetherPaths.door()} work={charterPaths.work()} pages={pages > 1 ? pageLinks(page, pages, charterPaths.all) : null} />,
    });
  },
});
