import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { slugParameter, queryPage } from '#kit/address.js';
import { halt, publicPage, view } from '#kit/page.js';
import { pageLinks } from '#ui/pagination/page-links.js';
import { directoryPaths } from '../../paths.js';
import { type AuthorityLine, publishedAuthority, publishedSchools } from '../../published.js';
import { authorityState } from '../../rules.js';
import { AuthorityView } from './authority.view.js';

const onAPage = 50;

function linked(lines: readonly AuthorityLine[]) {
  return lines.map((line) => ({ text: line.name, href: directoryPaths.authority(line.code) }));
}

export const authorityPage = publicPage({
  path: '/authorities/:code',
  params: z.object({ code: slugParameter }),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, params, query, now, site }) {
    const found = await publishedAuthority(db, params.code);
    if (!found) return halt('not-found');
    const page = queryPage(query);
    const { total, schools } = await publishedSchools(db, {
      authority: found.code,
      from: (page - 1) * onAPage,
      count: onAPage,
    });
    const to = (number: number) => directoryPaths.authority(found.code, number);
    return view({
      title: page === 1 ? found.name : `${found.name}, page ${page}`,
      canonical: site + to(page),
      crumbs: [
        { text: 'Home', href: '/' },
        { text: 'Authorities', href: directoryPaths.authorities() },
        { text: found.name },
      ],
      main: (
        <AuthorityView
          {...found}
          state={authorityState(found, londonDate(now))}
          partOf={linked(found.partOf)}
          parts={linked(found.parts)}
          predecessors={linked(found.predecessors)}
          successors={linked(found.successors)}
          total={total}
          schools={schools.map((school) => ({ ...school, href: directoryPaths.school(school.urn) }))}
          search={directoryPaths.schools({ authority: found.code })}
          pages={total > onAPage || page > 1 ? pageLinks(page, Math.ceil(total / onAPage), to) : null}
        />
      ),
    });
  },
});
