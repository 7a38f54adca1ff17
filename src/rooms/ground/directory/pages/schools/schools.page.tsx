import { z } from 'zod';
import { queryField, queryPage } from '#kit/address.js';
import { publicPage, view } from '#kit/page.js';
import { pageLinks } from '#ui/pagination/page-links.js';
import { directoryPaths } from '../../paths.js';
import { publishedAuthorities, publishedSchools } from '../../published.js';
import { phases } from '../../words.js';
import { SchoolsView } from './schools.view.js';

const onAPage = 50;

export const schoolsPage = publicPage({
  path: '/schools',
  params: z.object({}),
  cached: false,
  async get({ db, query }) {
    const wish = {
      q: queryField(query, 'q', 100).trim(),
      authority: queryField(query, 'authority', 20),
      phase: queryField(query, 'phase', 60),
    };
    const page = queryPage(query);
    const { total, schools, near } = await publishedSchools(db, {
      ...wish,
      from: (page - 1) * onAPage,
      count: onAPage,
    });
    const authorities = await publishedAuthorities(db);
    return view({
      title: wish.q === '' ? 'Schools' : `Schools: ${wish.q}`,
      description: 'Schools and settings by their official number, open and closed.',
      crumbs: [{ text: 'Home', href: '/' }, { text: 'Schools' }],
      main: (
        <SchoolsView
          {...wish}
          action={directoryPaths.schools()}
          authorities={authorities
            .filter((one) => one.schools > 0 || one.code === wish.authority)
            .map(({ code, name }) => ({ value: code, text: name }))}
          phases={phases}
          total={total}
          near={near}
          schools={schools.map((school) => ({ ...school, href: directoryPaths.school(school.urn) }))}
          pages={
            total > onAPage || page > 1
              ? pageLinks(page, Math.ceil(total / onAPage), (number) =>
                  directoryPaths.schools({ ...wish, page: number }),
                )
              : null
          }
        />
      ),
    });
  },
});
