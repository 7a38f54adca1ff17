import { frozenContent } from '#kit/publications/contents.js';
import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { slugParameter, versionParameter } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { halt, type Outcome, publicPage, view } from '#kit/page.js';
import { publicationPaths } from '#kit/publications/paths.js';
import { publicationVersion } from '#kit/publications/publications.js';
import { nameNow, withoutMark } from '#rooms/ground/people/index.js';
import { practicePaths } from '../../paths.js';
import { publishedPractice, usesOf } from '../../published.js';
import { PracticeView } from './practice.view.js';

const usesShown = 50;

async function shown(db: Read, slug: string, version: number | null, site: string, now: Date): Promise<Outcome> {
  const practice = await publishedPractice(db, slug);
  const found = practice && (await publicationVersion(db, 'practice', slug, version));
  if (!practice || !found) return halt('not-found');
  // Frozen by publishSubmission.
  const content = frozenContent('practice', found.content);
  const path = version === null ? practicePaths.one(slug) : practicePaths.version(slug, version);
  const { withdrawn_on, withdrawn_by, reason } = practice;
  return view({
    title: version === null ? found.title : `${found.title}, version ${version}`,
    description: content.summary,
    canonical: site + path,
    alternates:
      version === null ? [{ href: practicePaths.json(slug), type: 'application/json', title: found.title }] : [],
    crumbs: [{ text: 'Home', href: '/' }, { text: 'Practice', href: practicePaths.all() }, { text: found.title }],
    main: (
      <PracticeView
        title={found.title}
        summary={content.summary}
        organisation={{
          name: await nameNow(db, content.organisation),
          href: practicePaths.all({ organisation: practice.organisation_slug }),
        }}
        keeper={practice.keeper_name === content.keeper.name ? null : practice.keeper_name}
        version={found.version}
        newestHref={practicePaths.one(slug)}
        publishedOn={londonDate(found.published_at)}
        reviewedOn={practice.reviewed_on}
        reviewDue={practice.review_due}
        isOverdue={practice.review_due < londonDate(now)}
        withdrawn={
          withdrawn_on === null
            ? null
            : {
                on: withdrawn_on,
                by:
                  [practice.organisation_name, practice.keeper_name].find(
                    (name) => withoutMark(name) === withdrawn_by,
                  ) ??
                  withdrawn_by ??
                  '',
                reason: reason ?? '',
              }
        }
        html={found.html}
        uses={{
          total: practice.uses,
          shown: (await usesOf(db, slug, usesShown)).map((use) => ({
            ...use,
            href: practicePaths.promise(use.promise_slug),
          })),
        }}
        promiseHref={practicePaths.promiseLikeIt(slug)}
        versions={found.versions.map((one) => ({
          version: one.version,
          href: practicePaths.version(slug, one.version),
          publishedOn: londonDate(one.published_at),
        }))}
        publicationHref={publicationPaths.one(found.id)}
        jsonHref={practicePaths.json(slug)}
      />
    ),
  });
}

export const practicePage = publicPage({
  path: '/practice/:practice',
  params: z.object({ practice: slugParameter }),
  cached: true,
  get: ({ db, params, site, now }) => shown(db, params.practice, null, site, now),
});

export const practiceVersionPage = publicPage({
  path: '/practice/:practice/v:version',
  params: z.object({ practice: slugParameter, version: versionParameter }),
  cached: true,
  get: ({ db, params, site, now }) => shown(db, params.practice, params.version, site, now),
});

export const practiceJsonPage = publicPage({
  path: '/practice/:practice/practice.json',
  params: z.object({ practice: slugParameter }),
  cached: true,
  async get({ db, params }) {
    const found = await publicationVersion(db, 'practice', params.practice);
    return found ? { kind: 'file', body: found.content, type: 'application/json; charset=utf-8' } : halt('not-found');
  },
});
