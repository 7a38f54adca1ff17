import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { queryField, queryPage } from '#kit/address.js';
import { publicPage, view } from '#kit/page.js';
import { pageLinks } from '#ui/pagination/page-links.js';
import { directoryPaths } from '../../paths.js';
import { authorityChoices, countAuthorities, publishedAuthorities } from '../../published.js';
import { authorityState } from '../../rules.js';
import { AuthoritiesView } from './authorities.view.js';

const onAPage = 50;

export const authoritiesPage = publicPage({
  path: '/authorities',
  params: z.object({}),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, query, now, site }) {
    const wish = { region: queryField(query, 'region'), kind: queryField(query, 'kind') };
    const today = londonDate(now);
    const page = queryPage(query);
    const total = await countAuthorities(db, wish);
    const authorities = await publishedAuthorities(db, { ...wish, from: (page - 1) * onAPage, count: onAPage });
    const to = (number: number) => directoryPaths.authorities({ ...wish, page: number });
    return view({
      title: page === 1 ? 'Authorities' : `Authorities, page ${page}`,
      description: 'Councils by their official code, with those that came before and after them.',
      canonical: site + to(page),
      crumbs: [{ text: 'Home', href: '/' }, { text: 'Authorities' }],
      main: (
        <AuthoritiesView
          action={directoryPaths.authorities()}
          {...wish}
          {...await authorityChoices(db)}
          total={total}
          pages={total > onAPage || page > 1 ? pageLinks(page, Math.ceil(total / onAPage), to) : null}
          authorities={authorities.map((authority) => ({
            ...authority,
            href: directoryPaths.authority(authority.code),
            state: authorityState(authority, today),
          }))}
        />
      ),
    });
  },
});
