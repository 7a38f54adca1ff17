/** What the pages of a network’s host share: the network where one hosts it. */
import { z } from 'zod';
import { slugParameter } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { halt, type Outcome, redirect } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { networkSheet, type NetworkSheet } from '../lookups.js';
import { networkPaths } from '../paths.js';
import type { NetworkProblem } from '../words.js';

export const networkParams = z.object({ network: slugParameter });

export const crumbs = [
  { text: 'Workspace', href: '/work' },
  { text: 'Networks', href: networkPaths.work() },
];

/** The network, where one's own organisation is its host and it has not ended; otherwise where one is sent. */
export async function hostedOr(
  db: Read,
  visitor: Visitor,
  slug: string,
): Promise<{ readonly sheet: NetworkSheet } | { readonly outcome: Outcome }> {
  const sheet = await networkSheet(db, visitor.organisation, slug);
  if (!sheet) return { outcome: halt('not-found') };
  if (!sheet.isHost || sheet.closed_on !== null) return { outcome: redirect(`${networkPaths.own(slug)}?done=not-now`) };
  return { sheet };
}

export function refusedOutcome(slug: string, problem: NetworkProblem): Outcome {
  return problem.code === 'not there' ? halt('not-found') : redirect(`${networkPaths.own(slug)}?done=not-now`);
}
