import { z } from 'zod';
import { isUuid } from '#base/id.js';
import type { Read } from '#kit/db/gate.js';
import { halt, invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { withdrawPractice } from '../../acts.js';
import { publishedFor, spotlightOf } from '../../lookups.js';
import { practicePaths } from '../../paths.js';
import { refusalWords } from '../../view-words.js';
import { reasonProblem } from '../reason.form.js';
import { Withdraw } from './withdraw.view.js';

/** Withdrawing from the library: by its own organisation, or by the keeper who cleared it. */
export const withdrawPage = workPage({
  path: '/work/practice/:spotlight/withdraw',
  params: z.object({ spotlight: z.string().refine(isUuid) }),
  needs: 'lead',
  async get({ db, visitor, params }) {
    const found = await publishedFor(db, visitor.organisation, params.spotlight);
    if (found?.state === 'published') return view(shown(visitor, params.spotlight, found, '', null));
    return withoutOne(db, visitor, params.spotlight);
  },
  fields: { reason: 'text' },
  async post({ db, visitor, params, fields, now, site }): Promise<Outcome> {
    const found = await publishedFor(db, visitor.organisation, params.spotlight);
    if (found?.state !== 'published') return withoutOne(db, visitor, params.spotlight);
    const reason = fields.get('reason').replaceAll('\0', ' ').replace(/\r\n?/g, '\n');
    const problem = reasonProblem(reason);
    if (problem !== null) return invalid(shown(visitor, params.spotlight, found, reason, problem));
    const answer = await withdrawPractice(db, whoOf(visitor, now), params.spotlight, reason, site);
    if (!answer.ok) return invalid(shown(visitor, params.spotlight, found, reason, refusalWords(answer.problem)));
    return redirect(
      found.organisation === visitor.organisation
        ? `${practicePaths.own(params.spotlight)}?done=withdrawn`
        : `${practicePaths.work()}?done=withdrawn`,
    );
  },
});

/** Nothing that could be withdrawn: a spotlight of one's own says how it stands instead. */
async function withoutOne(db: Read, visitor: Visitor, id: string): Promise<Outcome> {
  const own = await spotlightOf(db, visitor.organisation, id);
  return own ? redirect(`${practicePaths.own(id)}?done=not-now`) : halt('not-found');
}

function shown(
  visitor: Visitor,
  id: string,
  found: { readonly title: string; readonly organisation: string; readonly organisation_name: string },
  reason: string,
  problem: string | null,
): View {
  const isOwn = found.organisation === visitor.organisation;
  return {
    title: `Withdraw: ${found.title}`,
    crumbs: [
      { text: 'Workspace', href: '/work' },
      { text: 'Practice', href: practicePaths.work() },
      { text: 'Withdraw' },
    ],
    main: (
      <Withdraw
        action={practicePaths.withdraw(id)}
        back={isOwn ? practicePaths.own(id) : practicePaths.work()}
        title={found.title}
        organisation={found.organisation_name}
        reason={reason}
        problems={problem === null ? [] : [{ field: 'reason', message: problem }]}
      />
    ),
  };
}
