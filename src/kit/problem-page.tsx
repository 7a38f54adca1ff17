import { PageHeading } from '#ui/page/page.js';
import type { View } from './page.js';
import { problems, type ProblemCode } from './problems.js';

/** A problem of the catalogue as a page. `reference` finds the fault in the log. */
export function problemView(code: ProblemCode, reference: string | null): View {
  const problem = problems[code];
  return {
    title: problem.title,
    main: (
      <>
        <PageHeading lead={problem.what}>{problem.title}</PageHeading>
        <p>{problem.way}</p>
        {reference && (
          <p>
            Reference: <code>{reference}</code>
          </p>
        )}
        <p>
          <a href="/">Home page</a> or <a href="/search">search</a>
          {code === 'not-verified' && (
            <>
              {' '}
              or <a href="/work/verification">verification</a>
            </>
          )}
          {code === 'sign-in-needed' && (
            <>
              {' '}
              or <a href="/sign-in">sign in</a>
            </>
          )}
        </p>
      </>
    ),
  };
}
