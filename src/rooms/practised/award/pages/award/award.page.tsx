import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { queryPage, slugParameter } from '#kit/address.js';
import { halt, publicPage, view } from '#kit/page.js';
import { directoryPaths } from '#rooms/ground/directory/index.js';
import { pageLinks } from '#ui/pagination/page-links.js';
import { schoolLine, schoolsHead, takeUpCsv } from '../../award-csv.js';
import { awardPaths } from '../../paths.js';
import { schoolAwards, takeUp, takeUps, type TakeUp, wholeAward } from '../../published.js';
import { awardCount } from '../../rules.js';
import { AwardOfView, AwardView } from './award.view.js';

const onAPage = 50;

function withUnknown(row: TakeUp): TakeUp & { readonly notKnown: number } {
  return { ...row, notKnown: row.schools - row.registered - row.bronze - row.silver - row.gold - row.ranOut };
}

const csvType = 'text/csv; charset=utf-8';

export const awardPage = publicPage({
  path: '/award',
  params: z.object({}),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, query, now, site }) {
    const rows = (await takeUps(db, londonDate(now))).map(withUnknown);
    const page = queryPage(query);
    return view({
      title: page === 1 ? 'Rights Respecting Schools Award' : `Rights Respecting Schools Award, page ${page}`,
      description: 'How many schools take part, area by area. What nobody has said is not known, never a no.',
      canonical: site + awardPaths.all(page),
      crumbs: [{ text: 'Home', href: '/' }, { text: 'Rights Respecting Schools Award' }],
      alternates: [{ href: awardPaths.csv(), type: 'text/csv', title: 'The same as a table (CSV)' }],
      main: (
        <AwardView
          all={rows}
          rows={rows
            .slice((page - 1) * onAPage, page * onAPage)
            .map((row) => ({ ...row, href: awardPaths.authority(row.code) }))}
          pages={
            rows.length > onAPage || page > 1 ? pageLinks(page, Math.ceil(rows.length / onAPage), awardPaths.all) : null
          }
          csv={awardPaths.csv()}
        />
      ),
    });
  },
});

export const awardCsvPage = publicPage({
  path: '/award.csv',
  params: z.object({}),
  cached: true,
  withoutDatabase: 'from memory',
  get: async ({ db, now }) => ({
    kind: 'file',
    body: takeUpCsv((await takeUps(db, londonDate(now))).map(withUnknown)),
    type: csvType,
    download: 'rights-respecting-schools-award.csv',
  }),
});

export const awardOfPage = publicPage({
  path: '/award/:authority',
  params: z.object({ authority: slugParameter }),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, params, query, now, site }) {
    const today = londonDate(now);
    const found = await takeUp(db, today, params.authority);
    if (!found) return halt('not-found');
    const page = queryPage(query);
    const row = withUnknown(found);
    const known = row.schools - row.notKnown;
    const schools = await schoolAwards(db, { authority: found.code, from: (page - 1) * onAPage, count: onAPage });
    const to = (number: number) => awardPaths.authority(found.code, number);
    return view({
      title: `Rights Respecting Schools Award: ${found.name}${page === 1 ? '' : `, page ${page}`}`,
      description: `How many schools of ${found.name} take part in the award.`,
      canonical: site + to(page),
      crumbs: [
        { text: 'Home', href: '/' },
        { text: 'Rights Respecting Schools Award', href: awardPaths.all() },
        { text: found.name },
      ],
      alternates: [
        { href: awardPaths.authorityCsv(found.code), type: 'text/csv', title: 'The schools as a table (CSV)' },
      ],
      main: (
        <AwardOfView
          row={row}
          authority={directoryPaths.authority(found.code)}
          schools={schools.map((school) => ({
            ...school,
            counted: awardCount(school, today),
            href: directoryPaths.school(school.urn),
          }))}
          known={known}
          pages={known > onAPage || page > 1 ? pageLinks(page, Math.ceil(known / onAPage), to) : null}
          csv={awardPaths.authorityCsv(found.code)}
        />
      ),
    });
  },
});

export const awardOfCsvPage = publicPage({
  path: '/award/:authority/award.csv',
  params: z.object({ authority: slugParameter }),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, params, now }) {
    const today = londonDate(now);
    if (!(await takeUp(db, today, params.authority))) return halt('not-found');
    const lines = await wholeAward(db, params.authority, (school) => schoolLine(school, awardCount(school, today)));
    return {
      kind: 'file',
      body: schoolsHead + lines.join(''),
      type: csvType,
      download: `award-${params.authority}.csv`,
    };
  },
});
