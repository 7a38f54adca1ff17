import { z } from 'zod';
import { queryPage, slugParameter } from '#kit/address.js';
import { halt, publicPage, view } from '#kit/page.js';
import { pageLinks } from '#ui/pagination/page-links.js';
import { directoryPaths } from '../../paths.js';
import { publishedTrust, schoolsOfTrust } from '../../published.js';
import { TrustView } from './trust.view.js';

const onAPage = 50;

export const trustPage = publicPage({
  path: '/trusts/:trust',
  params: z.object({ trust: slugParameter }),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, params, query, site }) {
    const trust = await publishedTrust(db, params.trust);
    if (!trust) return halt('not-found');
    const page = queryPage(query);
    const { total, schools } = await schoolsOfTrust(db, trust.code, (page - 1) * onAPage, onAPage);
    const to = (number: number) => directoryPaths.trust(trust.code, number);
    return view({
      title: page === 1 ? `${trust.name} (${trust.code})` : `${trust.name} (${trust.code}), page ${page}`,
      canonical: site + to(page),
      crumbs: [{ text: 'Home', href: '/' }, { text: 'Trusts', href: directoryPaths.trusts() }, { text: trust.name }],
      main: (
        <TrustView
          {...trust}
          total={total}
          schools={schools.map((school) => ({ ...school, href: directoryPaths.school(school.urn) }))}
          pages={total > onAPage || page > 1 ? pageLinks(page, Math.ceil(total / onAPage), to) : null}
        />
      ),
    });
  },
});
