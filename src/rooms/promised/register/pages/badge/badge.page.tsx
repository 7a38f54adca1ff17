import { render } from 'preact-render-to-string';
import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { slugParameter } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { halt, publicPage, view } from '#kit/page.js';
import { frameworkPaths, publishedFramework } from '#rooms/ground/frameworks/index.js';
import { registerPaths } from '../../paths.js';
import { publishedEntry } from '../../published.js';
import { levelOf, shownWord, standingOf } from '../../rules.js';
import { Badge, VerifyView } from './badge.view.js';

const params = z.object({ framework: slugParameter, entry: slugParameter });

/** One look for the picture, the page and the JSON, so that none of them can say another thing than the register does. */
async function seen(
  db: Read,
  { framework: slug, entry: short }: { readonly framework: string; readonly entry: string },
  now: Date,
) {
  const framework = await publishedFramework(db, slug);
  const entry = framework && (await publishedEntry(db, slug, short));
  if (!framework || !entry) return undefined;
  const asOf = londonDate(now);
  return {
    entry,
    framework,
    badge: { framework: framework.name, name: entry.name, word: shownWord(entry, asOf), asOf },
  };
}

// Public pages are sent with "no-cache" and kept here until the day ends or something is published: a badge that lapsed last
// night says so this morning, wherever it is shown.
export const badgePage = publicPage({
  path: '/frameworks/:framework/register/:entry/badge.svg',
  params,
  cached: true,
  async get({ db, params: at, now }) {
    const found = await seen(db, at, now);
    return found
      ? {
          kind: 'file',
          body: render(<Badge {...found.badge} />),
          type: 'image/svg+xml; charset=utf-8',
          isShownElsewhere: true,
        }
      : halt('not-found');
  },
});

export const badgeJsonPage = publicPage({
  path: '/frameworks/:framework/register/:entry/badge.json',
  params,
  cached: true,
  async get({ db, params: at, now, site }) {
    const found = await seen(db, at, now);
    if (!found) return halt('not-found');
    const { entry, framework, badge } = found;
    const {
      name,
      kind,
      authority,
      urn,
      first_signed_on,
      signed_on,
      lapses_on,
      version,
      acting_until,
      showing_until,
      heard_until,
    } = entry;
    const body = {
      format: 'kept-badge/1',
      framework: { slug: framework.slug, name: framework.name, version: framework.version },
      name,
      kind,
      authority,
      urn,
      standing: standingOf(entry, badge.asOf),
      level: levelOf(entry, badge.asOf),
      as_of: badge.asOf,
      first_signed_on,
      signed_on,
      lapses_on,
      version,
      acting_until,
      showing_until,
      heard_until,
      page: site + registerPaths.one(framework.slug, entry.slug),
    };
    return { kind: 'file', body: JSON.stringify(body, null, 2), type: 'application/json; charset=utf-8' };
  },
});

export const verifyPage = publicPage({
  path: '/frameworks/:framework/register/:entry/verify',
  params,
  cached: true,
  async get({ db, params: at, now, site }) {
    const found = await seen(db, at, now);
    if (!found) return halt('not-found');
    const { entry, framework, badge } = found;
    const page = registerPaths.one(framework.slug, entry.slug);
    return view({
      title: `Check the badge of ${entry.name}: ${framework.name}`,
      canonical: site + registerPaths.verify(framework.slug, entry.slug),
      alternates: [
        {
          href: registerPaths.badgeJson(framework.slug, entry.slug),
          type: 'application/json',
          title: 'The badge as JSON',
        },
      ],
      crumbs: [
        { text: 'Home', href: '/' },
        { text: framework.name, href: frameworkPaths.one(framework.slug) },
        { text: 'Register', href: registerPaths.all(framework.slug) },
        { text: entry.name, href: page },
        { text: 'Check the badge' },
      ],
      main: (
        <VerifyView
          {...badge}
          lapses_on={entry.lapses_on}
          badge={registerPaths.badge(framework.slug, entry.slug)}
          json={registerPaths.badgeJson(framework.slug, entry.slug)}
          entry={page}
        />
      ),
    });
  },
});
