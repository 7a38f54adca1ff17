import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { slugParameter } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { halt, publicPage, view } from '#kit/page.js';
import { directoryPaths } from '#rooms/ground/directory/index.js';
import { frameworkPaths, publishedFramework, type WholeFramework } from '#rooms/ground/frameworks/index.js';
import { practicePaths } from '#rooms/practised/practice/index.js';
import { promisePaths } from '#rooms/promised/promises/index.js';
import { registerPaths } from '../../paths.js';
import { type CountedPromise, earningOf, entryEvents, publishedEntry, type WholeEntry } from '../../published.js';
import { levelOf, shownWord, standingOf } from '../../rules.js';
import { levelAsks, shownWordsFor } from '../../view-words.js';
import type { Level } from '../../words.js';
import { EntryView, type Need } from './entry.view.js';

async function earned(
  db: Read,
  entry: WholeEntry,
  framework: WholeFramework,
  today: string,
): Promise<{ readonly needs: Readonly<Record<Level, readonly Need[]>>; readonly overdue: number } | null> {
  if (entry.organisation === null || entry.signed_on === null || entry.lapses_on === null) return null;
  const { perTheme, shown, confirmed, practice, overdue } = await earningOf(
    db,
    framework.slug,
    entry.organisation,
    today,
  );
  const promised = (promise: CountedPromise | null | undefined, until: string | null): Need['found'] =>
    promise && until !== null ? { text: `We will ${promise.aim}`, href: promisePaths.one(promise.slug), until } : null;
  // The signature counts until the day before it lapses.
  const lastDay = londonDate(new Date(Date.parse(`${entry.lapses_on}T12:00:00Z`) - 86_400_000));
  return {
    overdue,
    needs: {
      signed: [
        {
          asked: levelAsks.signed,
          found:
            entry.state === 'signed'
              ? { text: `Signature of version ${entry.version ?? 1}`, href: '#history', until: lastDay }
              : null,
        },
      ],
      acting: framework.themes
        .filter((theme) => theme.promised)
        .map((theme) => ({
          asked: `A promise that counts: ${theme.title}`,
          found: promised(perTheme.get(theme.key), perTheme.get(theme.key)?.counts_until ?? null),
        })),
      showing: [
        {
          asked: 'A promise kept in the last 12 months, with evidence that anybody can look up',
          found: promised(shown, entry.shown_until),
        },
        {
          asked: 'A practice published for others in the last 12 months',
          found:
            practice && entry.practised_until !== null
              ? { text: practice.title, href: practicePaths.one(practice.slug), until: entry.practised_until }
              : null,
        },
      ],
      heard: [
        {
          asked: 'Young people confirmed in the last 12 months that a promise was kept',
          found: promised(confirmed, entry.confirmed_until),
        },
      ],
    },
  };
}

export const entryPage = publicPage({
  path: '/frameworks/:framework/register/:entry',
  params: z.object({ framework: slugParameter, entry: slugParameter }),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, params, now, site }) {
    const framework = await publishedFramework(db, params.framework);
    const entry = framework && (await publishedEntry(db, params.framework, params.entry));
    if (!framework || !entry) return halt('not-found');
    const today = londonDate(now);
    const word = shownWord(entry, today);
    const how = await earned(db, entry, framework, today);
    const { signed_by, signed_role, first_signed_on, signed_on, mandate, mandate_link, mandate_on, version } = entry;
    const isSigned =
      signed_by !== null &&
      signed_role !== null &&
      first_signed_on !== null &&
      signed_on !== null &&
      mandate !== null &&
      mandate_link !== null &&
      mandate_on !== null &&
      version !== null;
    const [badge, verify] = [
      registerPaths.badge(framework.slug, entry.slug),
      registerPaths.verify(framework.slug, entry.slug),
    ];
    return view({
      title: `${entry.name}: ${shownWordsFor[word].text.toLowerCase()}, ${framework.name}`,
      description: `${entry.name} in the register of “${framework.name}”: ${shownWordsFor[word].text.toLowerCase()} on ${today}.`,
      canonical: site + registerPaths.one(framework.slug, entry.slug),
      alternates: [
        {
          href: registerPaths.badgeJson(framework.slug, entry.slug),
          type: 'application/json',
          title: 'This entry as JSON',
        },
      ],
      crumbs: [
        { text: 'Home', href: '/' },
        { text: framework.name, href: frameworkPaths.one(framework.slug) },
        { text: 'Register', href: registerPaths.all(framework.slug) },
        { text: entry.name },
      ],
      main: (
        <EntryView
          framework={framework.name}
          name={entry.name}
          kind={entry.kind}
          number={entry.urn !== null ? `URN ${entry.urn}` : entry.kind === 'authority' ? entry.authority : null}
          numberHref={
            entry.urn !== null
              ? directoryPaths.school(entry.urn)
              : entry.authority !== null
                ? directoryPaths.authority(entry.authority)
                : null
          }
          today={today}
          word={word}
          level={levelOf(entry, today)}
          renewalDue={standingOf(entry, today) === 'renewal due'}
          lapses_on={entry.lapses_on}
          signature={
            isSigned
              ? {
                  by: signed_by,
                  role: signed_role,
                  first: first_signed_on,
                  on: signed_on,
                  mandate,
                  link: mandate_link,
                  decided: mandate_on,
                  version,
                  versionHref: frameworkPaths.version(framework.slug, version),
                }
              : null
          }
          newest={framework.version}
          asks={framework.asks.filter(({ key }) => entry.asks.includes(key)).map(({ body }) => body)}
          end={
            entry.ended_on !== null && entry.ended_by !== null && entry.reason !== null
              ? { on: entry.ended_on, by: entry.ended_by, reason: entry.reason }
              : null
          }
          needs={how?.needs ?? null}
          overdue={{
            count: how?.overdue ?? 0,
            href: promisePaths.all({
              status: 'overdue',
              framework: framework.slug,
              organisation: entry.organisation_slug ?? '',
            }),
          }}
          promises={
            entry.organisation_slug === null || how === null
              ? null
              : promisePaths.all({ organisation: entry.organisation_slug })
          }
          events={await entryEvents(db, framework.slug, entry.slug)}
          badge={
            signed_on === null
              ? null
              : {
                  src: badge,
                  verify,
                  html: `<a href="${site}${verify}"><img src="${site}${badge}" width="320" height="96" alt="${framework.name.replaceAll('"', '&quot;')}"></a>`,
                }
          }
          register={registerPaths.all(framework.slug)}
        />
      ),
    });
  },
});
