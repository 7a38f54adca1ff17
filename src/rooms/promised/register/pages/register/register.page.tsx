import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { placeLinks, queryField, queryPlace, slugParameter } from '#kit/address.js';
import { halt, publicPage, view } from '#kit/page.js';
import { endingOf } from '#kit/withdrawals/endings.js';
import { frameworkPaths, publishedFramework } from '#rooms/ground/frameworks/index.js';
import { registerPaths } from '../../paths.js';
import { publishedRegister, registerAreas, registerFigures, wholeRegister, wordsIn } from '../../published.js';
import { registerHead, registerLine } from '../../register-csv.js';
import { levelOf, shownWord, standingOf } from '../../rules.js';
import { shownWordsFor } from '../../view-words.js';
import { bodyKinds, type ShownWord, shownWords } from '../../words.js';
import { RegisterView } from './register.view.js';

const params = z.object({ framework: slugParameter });
const onAPage = 40;

export const registerPage = publicPage({
  path: '/frameworks/:framework/register',
  params,
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, params: { framework: slug }, query, now, site }) {
    const framework = await publishedFramework(db, slug);
    if (!framework) return halt('not-found');
    const today = londonDate(now);
    const show = shownWords.find((one) => one === queryField(query, 'show', 20)) ?? null;
    const kind = bodyKinds.find((one) => one === queryField(query, 'kind', 20)) ?? null;
    const wish = { q: queryField(query, 'q', 100).trim(), authority: queryField(query, 'authority', 20) };
    const found = await publishedRegister(db, {
      framework: slug,
      show,
      kind,
      ...wish,
      isReader: true,
      today,
      place: queryPlace(query),
      count: onAPage,
    });
    const { counts, total, entries } = found;
    const isNarrowed = kind !== null || wish.q !== '' || wish.authority !== '';
    const figures = await registerFigures(db, slug, today, isNarrowed ? undefined : counts);
    const ended = await endingOf(db, 'framework', slug);
    const areas = await registerAreas(db, slug);
    const areaNames = new Map(areas.map(({ code, name }) => [code, name]));
    const filter = { ...wish, kind: kind ?? '', show: show ?? '' };
    // Of a name that very many bear nobody counted: each word that stands in the register is offered, without a number.
    const standing = found.isMore ? await wordsIn(db, slug, today) : counts;
    const isAny = found.isMore || counts.size > 0;
    const words = shownWords.filter((one) => standing.has(one) || one === show);
    const to = (one: ShownWord | '') => registerPaths.all(slug, { ...filter, show: one });
    const numbered = (count: number) => (found.isMore ? {} : { count });
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    return view({
      title: `Register of “${framework.name}”${show === null ? '' : `: ${shownWordsFor[show].text.toLowerCase()}`}`,
      description:
        `Who signed “${framework.name}”: ${figures.signed} signed, ${figures.acting} of them acting, ` +
        `${figures.overdue} promises overdue, ${figures.lapsed} lapsed.`,
      ...(isNarrowed || show !== null ? {} : { canonical: site + registerPaths.all(slug) }),
      alternates: [{ href: registerPaths.json(slug), type: 'application/json', title: 'The register as JSON' }],
      crumbs: [
        { text: 'Home', href: '/' },
        { text: 'Frameworks', href: frameworkPaths.all() },
        { text: framework.name, href: frameworkPaths.one(slug) },
        { text: 'Register' },
      ],
      main: (
        <RegisterView
          framework={framework.name}
          action={registerPaths.all(slug)}
          figures={figures}
          show={show}
          words={
            isAny
              ? [
                  { text: 'All', href: to(''), ...numbered(all), current: show === null },
                  ...words.map((one) => ({
                    text: shownWordsFor[one].text,
                    href: to(one),
                    ...numbered(counts.get(one) ?? 0),
                    current: one === show,
                  })),
                ]
              : []
          }
          q={wish.q}
          kind={kind ?? ''}
          authority={wish.authority}
          areas={areas.map(({ code, name }) => ({ value: code, text: name }))}
          total={found.isMore && entries.length === 0 ? 0 : total}
          isMore={found.isMore}
          entries={entries.map((entry) => ({
            name: entry.name,
            href: registerPaths.one(slug, entry.slug),
            kind: entry.kind,
            area: entry.authority === null ? null : (areaNames.get(entry.authority) ?? entry.authority),
            word: shownWord(entry, today),
            renewalDue: standingOf(entry, today) === 'renewal due',
            signed_on: entry.signed_on,
          }))}
          pages={placeLinks(found, registerPaths.all(slug, filter))}
          ended={ended ? { on: ended.on_day, role: ended.role, reason: ended.reason } : null}
          map={registerPaths.map(slug)}
          interested={registerPaths.interested(slug)}
          sign={registerPaths.sign(slug)}
          csv={registerPaths.csv(slug)}
          json={registerPaths.json(slug)}
        />
      ),
    });
  },
});

export const registerCsvPage = publicPage({
  path: '/frameworks/:framework/register.csv',
  params,
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, params: { framework: slug }, now, site }) {
    const framework = await publishedFramework(db, slug);
    if (!framework) return halt('not-found');
    const today = londonDate(now);
    const lines = await wholeRegister(db, slug, (entry) =>
      registerLine(entry, today, site + registerPaths.one(slug, entry.slug)),
    );
    return { kind: 'file', body: registerHead + lines.join(''), type: 'text/csv; charset=utf-8' };
  },
});

export const registerJsonPage = publicPage({
  path: '/frameworks/:framework/register.json',
  params,
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, params: { framework: slug }, now, site }) {
    const framework = await publishedFramework(db, slug);
    if (!framework) return halt('not-found');
    const today = londonDate(now);
    const entries = await wholeRegister(db, slug, (entry) =>
      JSON.stringify({
        ...entry,
        standing: standingOf(entry, today),
        level: levelOf(entry, today),
        page: site + registerPaths.one(slug, entry.slug),
      }),
    );
    const head = JSON.stringify({
      format: 'kept-register/1',
      framework: { slug, name: framework.name, version: framework.version },
      as_of: today,
      figures: await registerFigures(db, slug, today),
    });
    return {
      kind: 'file',
      body: `${head.slice(0, -1)},"entries":[${entries.join(',')}]}`,
      type: 'application/json; charset=utf-8',
    };
  },
});
