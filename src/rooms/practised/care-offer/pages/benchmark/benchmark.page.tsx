import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { queryField } from '#kit/address.js';
import { publicPage, view } from '#kit/page.js';
import { careOfferPaths } from '../../paths.js';
import { asksFramework, careAuthorities, coverageOf, kindsOf, kindStates } from '../../published.js';
import { coverageTally } from '../../rules.js';
import { BenchmarkView } from './benchmark.view.js';

/** How many councils of a region are in which state, for each kind of ask. No council is named here, and none is ranked. */
export const benchmarkPage = publicPage({
  path: '/care-offer/benchmark',
  params: z.object({}),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, query, now, site }) {
    const region = queryField(query, 'region');
    const framework = (await asksFramework(db, queryField(query, 'framework', 120)))?.chosen;
    const whole = await careAuthorities(db, londonDate(now), { onlyCouncils: true });
    const councils = region === '' ? whole : whole.filter((one) => one.region === region);
    const codes = councils.map(({ code }) => code);
    const states = framework ? kindStates(framework, codes, await coverageOf(db, framework.slug, codes)) : new Map();
    return view({
      title: `How many offer what${region === '' ? '' : `: ${region}`}`,
      description:
        'For each kind of ask of care leavers, how many councils offer it, partly or not, and of how many it is not known.',
      canonical: site + careOfferPaths.benchmark({ region }),
      crumbs: [
        { text: 'Home', href: '/' },
        { text: 'Care leavers', href: careOfferPaths.start() },
        { text: 'How many offer what' },
      ],
      main: (
        <BenchmarkView
          region={region}
          regions={[...new Set(whole.flatMap((one) => one.region ?? []))].sort()}
          councils={councils.length}
          kinds={
            framework
              ? kindsOf(framework).map(({ key, title }) => ({
                  title,
                  href: careOfferPaths.kind(framework.slug, key, { region }),
                  counts: coverageTally(codes.map((code) => states.get(code)?.get(key) ?? 'not known')),
                }))
              : []
          }
        />
      ),
    });
  },
});
