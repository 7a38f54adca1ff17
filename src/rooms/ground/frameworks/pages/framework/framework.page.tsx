import { frozenContent } from '#kit/publications/contents.js';
import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { slugParameter, versionParameter } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { halt, type Outcome, publicPage, view } from '#kit/page.js';
import { publicationPaths } from '#kit/publications/paths.js';
import { publicationVersion } from '#kit/publications/publications.js';
import { endingOf } from '#kit/withdrawals/endings.js';
import { nameNow } from '#rooms/ground/people/index.js';
import { frameworkPaths } from '../../paths.js';
import { changesIn } from '../../published.js';
import { FrameworkView } from './framework.view.js';

async function shown(db: Read, framework: string, version: number | null, site: string): Promise<Outcome> {
  const found = await publicationVersion(db, 'framework', framework, version);
  if (!found) return halt('not-found');
  // Frozen by publishFramework.
  const content = frozenContent('framework', found.content);
  const path = version === null ? frameworkPaths.one(framework) : frameworkPaths.version(framework, version);
  return view({
    title: version === null ? found.title : `${found.title}, version ${version}`,
    description: content.summary,
    canonical: site + path,
    alternates:
      version === null ? [{ href: frameworkPaths.json(framework), type: 'application/json', title: found.title }] : [],
    crumbs: [{ text: 'Home', href: '/' }, { text: 'Frameworks', href: frameworkPaths.all() }, { text: found.title }],
    main: (
      <FrameworkView
        name={found.title}
        ended={(await endingOf(db, 'framework', framework)) ?? null}
        summary={content.summary}
        organisation={await nameNow(db, content.organisation)}
        version={found.version}
        newestHref={frameworkPaths.one(framework)}
        publishedOn={londonDate(found.published_at)}
        html={found.html}
        changes={await changesIn(db, found.id)}
        themeTitle={(key) => content.themes.find((theme) => theme.key === key)?.title ?? key}
        versions={found.versions.map((one) => ({
          version: one.version,
          href: frameworkPaths.version(framework, one.version),
          publishedOn: londonDate(one.published_at),
        }))}
        publicationHref={publicationPaths.one(found.id)}
        registerHref={frameworkPaths.register(framework)}
      />
    ),
  });
}

export const frameworkPage = publicPage({
  path: '/frameworks/:framework',
  params: z.object({ framework: slugParameter }),
  cached: true,
  withoutDatabase: 'from memory',
  get: ({ db, params, site }) => shown(db, params.framework, null, site),
});

export const frameworkVersionPage = publicPage({
  path: '/frameworks/:framework/v:version',
  params: z.object({ framework: slugParameter, version: versionParameter }),
  cached: true,
  withoutDatabase: 'from memory',
  get: ({ db, params, site }) => shown(db, params.framework, params.version, site),
});

export const frameworkJsonPage = publicPage({
  path: '/frameworks/:framework/framework.json',
  params: z.object({ framework: slugParameter }),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, params }) {
    const found = await publicationVersion(db, 'framework', params.framework);
    return found ? { kind: 'file', body: found.content, type: 'application/json; charset=utf-8' } : halt('not-found');
  },
});
