import { z } from 'zod';
import { publicPage, view } from '#kit/page.js';
import { endingsAmong } from '#kit/withdrawals/endings.js';
import { frameworkPaths } from '../../paths.js';
import { promisedCounts, publishedFrameworks } from '../../published.js';
import { FrameworksView } from './frameworks.view.js';

export const frameworksPage = publicPage({
  path: '/frameworks',
  params: z.object({}),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, site }) {
    const counts = await promisedCounts(db);
    const frameworks = await publishedFrameworks(db);
    const ended = await endingsAmong(
      db,
      'framework',
      frameworks.map(({ slug }) => slug),
    );
    return view({
      title: 'Frameworks',
      description: 'Charters and lists of asks that can be signed, with their themes.',
      canonical: site + frameworkPaths.all(),
      crumbs: [{ text: 'Home', href: '/' }, { text: 'Frameworks' }],
      main: (
        <FrameworksView
          frameworks={frameworks.map((one) => ({
            ...one,
            ended_on: ended.get(one.slug) ?? null,
            href: frameworkPaths.one(one.slug),
            themes: counts.get(one.slug) ?? 0,
          }))}
        />
      ),
    });
  },
});
