import { z } from 'zod';
import { isUuid } from '#base/id.js';
import type { Read } from '#kit/db/gate.js';
import { formPage, noForm } from '#kit/form/form-page.js';
import { halt, type Outcome, redirect } from '#kit/page.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { withdrawPractice } from '../../acts.js';
import { publishedFor, spotlightOf } from '../../lookups.js';
import { practicePaths } from '../../paths.js';
import { refusalWords } from '../../view-words.js';
import { withdrawForm } from './withdraw.form.js';
import { Withdraw } from './withdraw.view.js';

/** Nothing that could be withdrawn: a spotlight of one's own says how it stands instead. */
async function withoutOne(db: Read, organisation: string, id: string): Promise<Outcome> {
  const own = await spotlightOf(db, organisation, id);
  return own ? redirect(`${practicePaths.own(id)}?done=not-now`) : halt('not-found');
}

/** Withdrawing from the library: by its own organisation, or by the keeper who cleared it. */
export const withdrawPage = formPage({
  path: '/work/practice/:spotlight/withdraw',
  params: z.object({ spotlight: z.string().refine(isUuid) }),
  needs: 'lead',
  form: withdrawForm,
  removes: true,
  async find({ db, visitor, params: { spotlight: id } }) {
    const found = await publishedFor(db, visitor.organisation, id);
    if (!found || found.state !== 'published') return noForm(await withoutOne(db, visitor.organisation, id));
    const isOwn = found.organisation === visitor.organisation;
    return { id, found, back: isOwn ? practicePaths.own(id) : practicePaths.work() };
  },
  shown: ({ id, found, back }, filled) => ({
    title: `Withdraw: ${found.title}`,
    crumbs: [
      { text: 'Workspace', href: '/work' },
      { text: 'Practice', href: practicePaths.work() },
      { text: 'Withdraw' },
    ],
    main: (
      <Withdraw
        action={practicePaths.withdraw(id)}
        back={back}
        title={found.title}
        organisation={found.organisation_name}
        {...filled}
      />
    ),
  }),
  act: ({ db, visitor, now, site }, { id }, { reason }) => withdrawPractice(db, whoOf(visitor, now), id, reason, site),
  refused: (problem) => ({ field: 'reason', message: refusalWords(problem) }),
  goes: ({ back }) => `${back}?done=withdrawn`,
});
