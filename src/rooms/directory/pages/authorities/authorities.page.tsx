import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { queryField } from '#kit/address.js';
import { publicPage, view } from '#kit/page.js';
import { directoryPaths } from '../../paths.js';
import { authorityChoices, publishedAuthorities } from '../../published.js';
import { authorityState } from '../../rules.js';
import { AuthoritiesView } from './authorities.view.js';

export const authoritiesPage = publicPage({
  path: '/authorities',
  params: z.object({}),
  cached: true,
  async get({ db, query, now, site }) {
    const wish = { region: queryField(query, 'region'), kind: queryField(query, 'kind') };
    const today = londonDate(now);
    const authorities = await publishedAuthorities(db, wish);
    return view({
      title: 'Authorities',
      description: 'Councils by their official code, with those that came before and after them.',
      canonical: site + directoryPaths.authorities(wish),
      crumbs: [{ text: 'Home', href: '/' }, { text: 'Authorities' }],
      main: (
        <AuthoritiesView
          action={directoryPaths.authorities()}
          {...wish}
          {...await authorityChoices(db)}
          authorities={authorities.map((authority) => ({ ...authority, href: directoryPaths.authority(authority.code), state: authorityState(authority, today) }))}
        />
      ),
    });
  },
});
