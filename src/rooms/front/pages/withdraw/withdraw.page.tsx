import { z } from 'zod';
import { plainDate } from '#base/london.js';
import { queryField } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { type Found, findToWithdraw, type Withdrawable, withdraw, withdrawnBy } from '#kit/withdrawals/withdrawals.js';
import { reasonWords, withdrawalReasons } from '#kit/withdrawals/words.js';
import { ownOrganisation, whoOf } from '#rooms/people/index.js';
import { frontPaths } from '../../paths.js';
import { Withdraw, type WithdrawProps } from './withdraw.view.js';

interface Asked {
  readonly db: Read;
  readonly visitor: Visitor;
  readonly kinds: readonly Withdrawable[];
  readonly now: Date;
  readonly site: string;
}

const shownAtMost = 50;
const nothingThere = 'Nothing of your organisation stands at that address. Open the public page, copy its address from the browser, and paste it here.';

async function shown({ db, visitor, kinds }: Asked, more: Pick<WithdrawProps, 'address' | 'problems' | 'typed' | 'done'> & { readonly found: Found | undefined }): Promise<View> {
  const { found, ...rest } = more;
  const gone = await withdrawnBy(db, visitor.organisation, shownAtMost);
  return {
    title: found ? `Withdraw: ${found.standing.title}` : 'Withdraw what was published by mistake',
    crumbs: [{ text: 'Workspace', href: '/work' }, { text: 'Withdraw' }],
    main: (
      <Withdraw
        csrf={visitor.csrf}
        action={frontPaths.withdraw()}
        found={found ? { title: found.standing.title, word: found.kind.word, href: found.standing.address, version: found.version, follows: found.standing.follows, refusal: found.standing.refusal ?? null } : null}
        reasons={withdrawalReasons.map((reason) => ({ value: reason, label: reasonWords[reason].chosen }))}
        words={kinds.map(({ word }) => word)}
        gone={gone.map((row) => ({ address: row.address, what: row.version === null ? '' : `version ${row.version}`, on: plainDate(row.on_day), why: reasonWords[row.reason].told }))}
        {...rest}
      />
    ),
  };
}

/** Withdrawing anything that one's organisation has published, by its public address: first what it is and what follows, then the act. */
export const withdrawPage = workPage({
  path: '/work/withdraw',
  params: z.object({}),
  needs: 'see workspace',
  fields: { address: 'line', role: 'line', reason: 'choice', which: 'choice' },
  async get({ db, visitor, withdrawables: kinds, query, now, site }) {
    const asked = { db, visitor, kinds, now, site };
    const address = queryField(query, 'address', 500);
    const found = address === '' ? undefined : await findToWithdraw(db, whoOf(visitor, now), kinds, address, site);
    const problems = address !== '' && !found ? [{ field: 'address', message: nothingThere }] : [];
    return view(await shown(asked, { found, address, problems, typed: { role: '', reason: '', which: '' }, done: queryField(query, 'done', 3) === 'yes' }));
  },
  async post({ db, visitor, withdrawables: kinds, fields, now, site }): Promise<Outcome> {
    const asked = { db, visitor, kinds, now, site };
    const address = fields.get('address').trim();
    const typed = { role: fields.get('role').replace(/\s+/g, ' ').trim(), reason: fields.get('reason'), which: fields.get('which') };
    const found = await findToWithdraw(db, whoOf(visitor, now), kinds, address, site);
    if (!found) return invalid(await shown(asked, { found, address, problems: [{ field: 'address', message: nothingThere }], typed, done: false }));
    const reason = withdrawalReasons.find((one) => one === typed.reason);
    const problems = [
      ...(found.version !== null && typed.which !== 'version' && typed.which !== 'all' ? [{ field: 'which', message: 'Choose what you withdraw' }] : []),
      ...(reason ? [] : [{ field: 'reason', message: 'Choose the reason. Readers see it' }]),
      ...(typed.role === '' ? [{ field: 'role', message: 'Say in which role this was decided: “Clerk to the board”. Never a name' }] : typed.role.length > 120 ? [{ field: 'role', message: 'The role can be 120 characters long at most' }] : []),
    ];
    if (problems.length > 0 || !reason) return invalid(await shown(asked, { found, address, problems, typed, done: false }));
    const version = found.version !== null && typed.which === 'version' ? found.version : null;
    const done = await withdraw(db, whoOf(visitor, now), (await ownOrganisation(db, visitor.organisation)).name, found, { role: typed.role, reason, version });
    if (!done.ok) return invalid(await shown(asked, { found, address, problems: [{ field: 'address', message: done.problem }], typed, done: false }));
    return redirect(`${frontPaths.withdraw()}?done=yes`);
  },
});
