import { PageHeading } from '#ui/page/page.js';
import type { View } from './page.js';
import { problems, type ProblemCode } from './problems.js';
import type { Ways } from './ways.js';

export interface ProblemFacts {
  readonly code: ProblemCode;
  /** Finds the fault in the log. */
  readonly reference: string | null;
  /** Whether it happened in the workspace, to somebody who is signed in. */
  readonly isAtWork: boolean;
  /** Where whoever signs in now goes on; null for the beginning. */
  readonly cameFrom: string | null;
  readonly ways: Ways;
}

interface Way {
  readonly href: string;
  readonly text: string;
}

/** The nearest way on first. */
function waysOn({ code, isAtWork, cameFrom, ways }: ProblemFacts): readonly Way[] {
  return [
    ...(code === 'not-verified' ? [{ href: ways.verification(), text: 'verification' }] : []),
    ...(code === 'sign-in-needed' ? [{ href: ways.signIn(cameFrom), text: 'sign-in page' }] : []),
    ...(isAtWork || code === 'passkey-needed' ? [{ href: ways.workspace(), text: 'workspace' }] : []),
    { href: '/', text: 'home page' },
    { href: ways.search(), text: 'search' },
  ];
}

/** A problem of the catalogue as a page. */
export function problemView(facts: ProblemFacts): View {
  const { code, reference } = facts;
  const problem = problems[code];
  const on = waysOn(facts);
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
          {on.map(({ href, text }, at) => (
            <>
              {at > 0 && (at === on.length - 1 ? ' or ' : ', ')}
              <a href={href}>{text}</a>
            </>
          ))}
        </p>
      </>
    ),
  };
}
