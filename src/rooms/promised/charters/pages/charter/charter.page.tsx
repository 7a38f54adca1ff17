import { frozenContent } from '#kit/publications/contents.js';
import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { slugParameter, versionParameter } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { halt, type Outcome, publicPage, view } from '#kit/page.js';
import { publicationPaths } from '#kit/publications/paths.js';
import { publicationVersion } from '#kit/publications/publications.js';
import { frameworkPaths } from '#rooms/ground/frameworks/index.js';
import { nameNow } from '#rooms/ground/people/index.js';
import { promisePaths, publishedPromises, statusOn } from '#rooms/promised/promises/index.js';
import { endingOf } from '#kit/withdrawals/endings.js';
import { charterPaths } from '../../paths.js';
import { posterOf, publishedCharter } from '../../published.js';
import type { CharterContent } from '../../words.js';
import { CharterView, EasyRead } from './charter.view.js';
import { ClauseStanding } from './standing.view.js';

const params = z.object({ charter: slugParameter });

async function shown(db: Read, slug: string, version: number | null, site: string, now: Date): Promise<Outcome> {
  const charter = await publishedCharter(db, slug);
  const found = charter && (await publicationVersion(db, 'charter', slug, version));
  if (!charter || !found) return halt('not-found');
  // Frozen by publishCharter.
  const content = await namedNow(db, frozenContent('charter', found.content));
  const today = londonDate(now);
  // A clause's promise is a draft until it is agreed in its own room; then it has a status here.
  const { promises } = await publishedPromises(db, { charter: slug, today, count: 200 });
  const known = new Map(promises.map((promise) => [promise.slug, promise]));
  const path = version === null ? charterPaths.one(slug) : charterPaths.version(slug, version);
  return view({
    title: version === null ? found.title : `${found.title}, version ${version}`,
    description: `The charter of ${content.organisation.name}, written by its young people and staff together.`,
    canonical: site + path,
    alternates:
      version === null
        ? [
            { href: charterPaths.json(slug), type: 'application/json', title: found.title },
            { href: charterPaths.poster(slug), type: 'application/pdf', title: 'Poster' },
          ]
        : [],
    crumbs: [{ text: 'Home', href: '/' }, { text: 'Charters', href: charterPaths.all() }, { text: found.title }],
    main: (
      <CharterView
        content={content}
        ended={(await endingOf(db, 'charter', slug)) ?? null}
        version={found.version}
        newestHref={charterPaths.one(slug)}
        publishedOn={londonDate(found.published_at)}
        framework={{ name: content.framework.name, href: frameworkPaths.one(content.framework.slug) }}
        html={version === null ? null : found.html}
        standing={(clause) => {
          const promise = known.get(charter.promises.get(clause.id) ?? '');
          return (
            <ClauseStanding
              owner={clause.owner}
              due={clause.due}
              promise={
                promise
                  ? {
                      href: promisePaths.one(promise.slug),
                      status: statusOn(promise, today),
                      due: promise.due,
                      owner: promise.owner,
                    }
                  : null
              }
            />
          );
        }}
        easyRead={charterPaths.easyRead(slug)}
        poster={charterPaths.poster(slug)}
        versions={found.versions.map((one) => ({
          version: one.version,
          href: charterPaths.version(slug, one.version),
          publishedOn: londonDate(one.published_at),
        }))}
        publicationHref={publicationPaths.one(found.id)}
        jsonHref={charterPaths.json(slug)}
      />
    ),
  });
}

export const charterPage = publicPage({
  path: '/charters/:charter',
  params,
  cached: true,
  get: ({ db, params: { charter }, site, now }) => shown(db, charter, null, site, now),
});

export const charterVersionPage = publicPage({
  path: '/charters/:charter/v:version',
  params: z.object({ charter: slugParameter, version: versionParameter }),
  cached: true,
  get: ({ db, params: { charter, version }, site, now }) => shown(db, charter, version, site, now),
});

export const charterJsonPage = publicPage({
  path: '/charters/:charter/charter.json',
  params,
  cached: true,
  async get({ db, params: { charter } }) {
    const found = await publicationVersion(db, 'charter', charter);
    return found ? { kind: 'file', body: found.content, type: 'application/json; charset=utf-8' } : halt('not-found');
  },
});

/** What was frozen, under the name that its organisation has for others now. */
async function namedNow(db: Read, content: CharterContent): Promise<CharterContent> {
  return { ...content, organisation: { ...content.organisation, name: await nameNow(db, content.organisation) } };
}

export const easyReadPage = publicPage({
  path: '/charters/:charter/easy-read',
  params,
  cached: true,
  async get({ db, params: { charter }, site }) {
    const found = await publicationVersion(db, 'charter', charter);
    if (!found) return halt('not-found');
    // Frozen by publishCharter.
    const content = frozenContent('charter', found.content);
    return view({
      title: `${found.title}: easy read`,
      canonical: site + charterPaths.easyRead(charter),
      crumbs: [
        { text: 'Home', href: '/' },
        { text: 'Charters', href: charterPaths.all() },
        { text: found.title, href: charterPaths.one(charter) },
        { text: 'Easy read' },
      ],
      main: (
        <EasyRead
          content={await namedNow(db, content)}
          back={charterPaths.one(charter)}
          poster={charterPaths.poster(charter)}
        />
      ),
    });
  },
});

export const posterPage = publicPage({
  path: '/charters/:charter/poster.pdf',
  params,
  cached: true,
  async get({ db, params: { charter } }) {
    const pdf = await posterOf(db, charter);
    return pdf === null ? halt('not-found') : { kind: 'file', body: pdf, type: 'application/pdf' };
  },
});
