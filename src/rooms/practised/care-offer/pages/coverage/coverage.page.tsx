import { z } from 'zod';
import { csvText } from '#base/csv.js';
import { londonDate } from '#base/london.js';
import { queryField, queryPage, slugParameter } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { halt, publicPage, view } from '#kit/page.js';
import { publishedFramework, themeTitles } from '#rooms/ground/frameworks/index.js';
import { pageLinks } from '#ui/pagination/page-links.js';
import { careOfferPaths, type CoverageWish } from '../../paths.js';
import {
  asksFramework,
  careAuthorities,
  coverageOf,
  kindsOf,
  kindStates,
  offerCounts,
  wholeCoverage,
} from '../../published.js';
import { kindsWorkedOut } from '../../view-words.js';
import { CoverageMatrix } from './coverage.view.js';

const onAPage = 25;
const start = [
  { text: 'Home', href: '/' },
  { text: 'Care leavers', href: careOfferPaths.start() },
];

async function rowsOf(
  db: Read,
  query: Readonly<Record<string, unknown>>,
  now: Date,
  to: (wish: CoverageWish) => string,
) {
  const region = queryField(query, 'region');
  const page = queryPage(query);
  const today = londonDate(now);
  const whole = await careAuthorities(db, today);
  const inRegion = region === '' ? whole : whole.filter((one) => one.region === region);
  return {
    region,
    page,
    regions: [...new Set(whole.flatMap((one) => one.region ?? []))].sort(),
    total: inRegion.length,
    authorities: inRegion.slice((page - 1) * onAPage, page * onAPage),
    pages:
      inRegion.length > onAPage || page > 1
        ? pageLinks(page, Math.ceil(inRegion.length / onAPage), (number) => to({ region, page: number }))
        : null,
  };
}

/** Councils by kinds of ask. */
export const coveragePage = publicPage({
  path: '/care-offer/coverage',
  params: z.object({}),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, query, now, site }) {
    const found = await asksFramework(db, queryField(query, 'framework', 120));
    const framework = found?.chosen;
    const slug = framework?.slug ?? '';
    const { authorities, ...rows } = await rowsOf(db, query, now, (wish) =>
      careOfferPaths.coverage({ ...wish, framework: slug }),
    );
    const codes = authorities.map(({ code }) => code);
    const states = framework ? kindStates(framework, codes, await coverageOf(db, slug, codes)) : new Map();
    const counts = await offerCounts(db, codes);
    const kinds = framework ? kindsOf(framework) : [];
    return view({
      title: `Who offers what${rows.region === '' ? '' : `: ${rows.region}`}${rows.page === 1 ? '' : `, page ${rows.page}`}`,
      description: 'Councils and kinds of ask of care leavers in one table, with what is not known.',
      canonical: site + careOfferPaths.coverage({ region: rows.region, page: rows.page }),
      crumbs: [...start, { text: 'Who offers what' }],
      main: (
        <CoverageMatrix
          {...rows}
          heading="Who offers what"
          lead={
            `Councils and the kinds of thing that care leavers ask for. Each saying has a source and a date on ` +
            `the council’s page. What nobody has said is not known, and never means no. ${kindsWorkedOut}`
          }
          caption="Councils by kind of ask"
          action={careOfferPaths.coverage()}
          framework={slug}
          frameworks={found?.all ?? []}
          columns={kinds.map(({ key, title }) => ({
            text: title,
            href: careOfferPaths.kind(slug, key, { region: rows.region }),
          }))}
          rows={authorities.map(({ code, name }) => ({
            name,
            href: careOfferPaths.authority(code),
            cells: kinds.map(({ key }) => ({
              state: states.get(code)?.get(key) ?? 'not known',
              offers: counts.get(`${code} ${slug} ${key}`) ?? 0,
            })),
          }))}
        />
      ),
    });
  },
});

/** Councils by the asks of one kind. */
export const kindPage = publicPage({
  path: '/care-offer/coverage/:framework/:theme',
  params: z.object({ framework: slugParameter, theme: slugParameter }),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, params, query, now, site }) {
    const framework = await publishedFramework(db, params.framework);
    const kind = framework?.kind === 'asks' ? kindsOf(framework).find(({ key }) => key === params.theme) : undefined;
    if (!framework || !kind) return halt('not-found');
    const { authorities, ...rows } = await rowsOf(db, query, now, (wish) =>
      careOfferPaths.kind(params.framework, params.theme, wish),
    );
    const codes = authorities.map(({ code }) => code);
    const lines = await coverageOf(db, framework.slug, codes, kind.key);
    const asks = framework.asks.filter(({ theme }) => theme === kind.key);
    const state = new Map(lines.map((line) => [`${line.authority} ${line.ask}`, line.state]));
    return view({
      title: `${kind.title}: who offers what${rows.region === '' ? '' : `, ${rows.region}`}${rows.page === 1 ? '' : `, page ${rows.page}`}`,
      canonical: site + careOfferPaths.kind(framework.slug, kind.key, { region: rows.region, page: rows.page }),
      crumbs: [...start, { text: 'Who offers what', href: careOfferPaths.coverage() }, { text: kind.title }],
      main: (
        <CoverageMatrix
          {...rows}
          heading={kind.title}
          lead={`${kind.meaning} Each ask by itself: what nobody has said is not known.`}
          caption={`Councils by ask: ${kind.title}`}
          action={careOfferPaths.kind(framework.slug, kind.key)}
          framework={framework.slug}
          frameworks={[]}
          columns={asks.map(({ body }) => ({ text: body, href: null }))}
          rows={authorities.map(({ code, name }) => ({
            name,
            href: careOfferPaths.authority(code),
            cells: asks.map((ask) => ({ state: state.get(`${code} ${ask.key}`) ?? 'not known', offers: 0 })),
          }))}
        />
      ),
    });
  },
});

export const coverageCsvPage = publicPage({
  path: '/care-offer/coverage.csv',
  params: z.object({}),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db }) {
    const titles = await themeTitles(db);
    const lines = await wholeCoverage(db, (one) => {
      const [kind, by] = [
        titles.get(`${one.framework} ${one.theme}`) ?? one.theme,
        one.own ? 'the authority itself' : one.organisation_name,
      ];
      return csvText([
        [
          one.authority,
          one.name,
          one.framework,
          kind,
          one.ask,
          one.state,
          one.source,
          one.source_url ?? '',
          one.said_on,
          by,
        ],
      ]);
    });
    const head = [
      'authority code',
      'authority',
      'list of asks',
      'kind of ask',
      'ask',
      'state',
      'source',
      'source address',
      'true on',
      'said by',
    ];
    return { kind: 'file', type: 'text/csv; charset=utf-8', body: csvText([head]) + lines.join('') };
  },
});
