import { PageHeading } from '#ui/page/page.js';
import type { View } from './page.js';
import { problems, type ProblemCode } from './problems.js';

export interface ProblemFacts {
  readonly code: ProblemCode;
  /** Finds the fault in the log. */
  readonly reference: string | null;
  /** Whether it happened in the workspace, to somebody who is signed in. */
  readonly isAtWork: boolean;
  /** Where whoever signs in now goes on; null for the beginning. */
  readonly cameFrom: string | null;
}

interface Way {
  readonly href: string;
  readonly text: string;
}

/** The nearest way on first. */
function waysOn({ code, isAtWork, cameFrom }: ProblemFacts): readonly Way[] {
  return [
    ...(code === 'not-verified' ? [{ href: '/work/verification', text: 'verification' }] : []),
    ...(code === 'sign-in-needed'
      ? [{ href: cameFrom === null ? '/sign-in' : `/sign-in?to=${encodeURIComponent(cameFrom)}`, text: 'sign-in page' }]
      : []),
    ...(isAtWork || code === 'passkey-needed' ? [{ href: '/work', text: 'workspace' }] : []),
    { href: '/', text: 'home page' },
    { href: '/search', text: 'search' },
  ];
}

/** A problem of the catalogue as a page. */
export function problemView(facts: ProblemFacts): View {
  const { code, reference } = facts;
  const problem = problems[code];
  const ways = waysOn(facts);
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
          Go to:{' '}
          {ways.map(({ href, text }, at) => (
            <>
              {at > 0 && (at === ways.length - 1 ? ' or ' : ', ')}
              <a href={href}>{text}</a>
            </>
          ))}
        </p>
      </>
    ),
  };
}
