import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { queryField, queryPage } from '#kit/address.js';
import { publicPage, view } from '#kit/page.js';
import { pageLinks } from '#ui/pagination/page-links.js';
import { networkPaths } from '../../paths.js';
import { publishedEvents, publishedNetworks } from '../../published.js';
import { networkKinds } from '../../words.js';
import { NetworksView } from './list.view.js';

const onAPage = 25;

export const networksPage = publicPage({
  path: '/networks',
  params: z.object({}),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, query, now, site }) {
    const today = londonDate(now);
    const kind = networkKinds.find((one) => one === queryField(query, 'kind', 30)) ?? null;
    const page = queryPage(query);
    const { total, networks } = await publishedNetworks(db, { kind, today, from: (page - 1) * onAPage, count: onAPage });
    const events = page === 1 && kind === null ? await publishedEvents(db, { since: today, count: 6 }) : [];
    return view({
      title: page === 1 ? 'Networks' : `Networks, page ${page}`,
      description: 'Organisations that learn from each other: learning partnerships and steering groups, and when they meet.',
      canonical: site + networkPaths.all(kind, page),
      crumbs: [{ text: 'Home', href: '/' }, { text: 'Networks' }],
      main: (
        <NetworksView
          kind={kind}
          kinds={[null, ...networkKinds].map((one) => ({ kind: one, href: networkPaths.all(one) }))}
          total={total}
          networks={networks.map((one) => ({ ...one, href: networkPaths.one(one.slug) }))}
          events={events.map((one) => ({ ...one, href: networkPaths.event(one.network_slug, one.slug) }))}
          award={networkPaths.award()}
          pages={total > onAPage ? pageLinks(page, Math.ceil(total / onAPage), (number) => networkPaths.all(kind, number)) : null}
        />
      ),
    });
  },
});
