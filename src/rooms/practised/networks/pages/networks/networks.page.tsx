import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { atPlace, placeLinks, queryField, queryPlace } from '#kit/address.js';
import { publicPage, view } from '#kit/page.js';
import { awardPaths } from '#rooms/practised/award/index.js';
import { networkPaths } from '../../paths.js';
import { countNetworks, publishedEvents, publishedNetworks } from '../../published.js';
import { networkKinds } from '../../words.js';
import { NetworksView } from './networks.view.js';

const onAPage = 25;

export const networksPage = publicPage({
  path: '/networks',
  params: z.object({}),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, query, now, site }) {
    const today = londonDate(now);
    const kind = networkKinds.find((one) => one === queryField(query, 'kind', 30)) ?? null;
    const place = queryPlace(query);
    const found = await publishedNetworks(db, { kind, today, place, count: onAPage });
    const events = found.before === null && kind === null ? await publishedEvents(db, { since: today, count: 6 }) : [];
    return view({
      title: 'Networks',
      description:
        'Organisations that learn from each other: learning partnerships and steering groups, and when they meet.',
      canonical: site + atPlace(networkPaths.all(kind), place),
      crumbs: [{ text: 'Home', href: '/' }, { text: 'Networks' }],
      main: (
        <NetworksView
          kind={kind}
          kinds={[null, ...networkKinds].map((one) => ({ kind: one, href: networkPaths.all(one) }))}
          total={await countNetworks(db, kind)}
          networks={found.rows.map((one) => ({ ...one, href: networkPaths.one(one.slug) }))}
          events={events.map((one) => ({ ...one, href: networkPaths.event(one.network_slug, one.slug) }))}
          award={awardPaths.all()}
          pages={placeLinks(found, networkPaths.all(kind))}
        />
      ),
    });
  },
});
