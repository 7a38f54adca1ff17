import { z } from 'zod';
import { publicPage, view } from '#kit/page.js';
import { problems } from '#kit/problems.js';
import { PageHeading } from '#ui/page/page.js';
import { kitPagePaths } from '../../paths.js';

/** The catalogue that JSON answers point to (RFC 9457: type "/problems#not-found"). */
export const problemsPage = publicPage({
  path: '/problems',
  params: z.object({}),
  cached: true,
  onlyInDemonstration: true,
  withoutDatabase: 'from memory',
  get: async ({ site }) =>
    view({
      title: 'What can go wrong',
      canonical: site + kitPagePaths.problems(),
      crumbs: [{ text: 'Home', href: '/' }, { text: 'What can go wrong' }],
      main: (
        <>
          <PageHeading lead="Every refusal of this site, what it means, and what you can do next.">
            What can go wrong
          </PageHeading>
          {Object.entries(problems).map(([code, problem]) => (
            <section>
              <h2 id={code}>{problem.title}</h2>
              <p>
                {problem.what} {problem.way}
              </p>
              <p class="soft">
                Status {problem.status}, <code>{code}</code>
              </p>
            </section>
          ))}
        </>
      ),
    }),
});
