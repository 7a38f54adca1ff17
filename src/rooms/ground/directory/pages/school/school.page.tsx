import { z } from 'zod';
import { halt, publicPage, view } from '#kit/page.js';
import { directoryPaths } from '../../paths.js';
import { type LinkedSchool, publishedAuthority, publishedSchool } from '../../published.js';
import { SchoolView } from './school.view.js';

function linked(schools: readonly LinkedSchool[]) {
  return schools.map(({ urn, name, how, since }) => ({
    text: name ?? `URN ${urn}`,
    href: name === null ? null : directoryPaths.school(urn),
    how,
    since,
  }));
}

export const schoolPage = publicPage({
  path: '/schools/:urn',
  params: z.object({
    urn: z
      .string()
      .regex(/^[1-9]\d{4,6}$/)
      .transform(Number),
  }),
  cached: true,
  withoutDatabase: 'from memory',
  async get({ db, params, site }) {
    const school = await publishedSchool(db, params.urn);
    if (!school) return halt('not-found');
    const authority = school.authority === null ? undefined : await publishedAuthority(db, school.authority);
    return view({
      // Many schools share a name; the number tells them apart in a browser's history, too.
      title: `${school.name} (${school.urn})`,
      canonical: site + directoryPaths.school(school.urn),
      crumbs: [{ text: 'Home', href: '/' }, { text: 'Schools', href: directoryPaths.schools() }, { text: school.name }],
      main: (
        <SchoolView
          {...school}
          authority={
            authority
              ? { text: authority.name, href: directoryPaths.authority(authority.code) }
              : { text: school.la_name, href: null }
          }
          trust={
            school.trust === null
              ? null
              : {
                  text: school.trust,
                  href: school.trust_code === null ? null : directoryPaths.trust(school.trust_code),
                }
          }
          predecessors={linked(school.predecessors)}
          successors={linked(school.successors)}
        />
      ),
    });
  },
});
