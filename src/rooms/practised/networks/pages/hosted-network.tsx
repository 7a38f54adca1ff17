/** What the pages of a network’s host share: the network where one hosts it, and the form of a reason. */
import { z } from 'zod';
import { hasEmailAddress } from '#base/email-address.js';
import { slugParameter } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { halt, type Outcome, redirect } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { networkSheet, type NetworkSheet } from '../lookups.js';
import { networkPaths } from '../paths.js';
import { longest } from '../rules.js';
import type { NetworkProblem } from '../words.js';
import type { FieldProblem } from './edit/edit.form.js';

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

export function reasonProblems(reason: string): readonly FieldProblem[] {
  if (reason.trim() === '') return [{ field: 'reason', message: 'Say why' }];
  if (reason.length > longest.reason)
    return [{ field: 'reason', message: `The reason can have ${longest.reason} characters at most` }];
  return hasEmailAddress(reason)
    ? [{ field: 'reason', message: 'Leave the e-mail address out of the reason: others read it' }]
    : [];
}

export function typedReason(fields: { readonly get: (name: string) => string }): string {
  return fields.get('reason').replaceAll('\0', ' ').replace(/\r\n?/g, '\n');
}
