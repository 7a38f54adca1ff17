import { z } from 'zod';
import { queryField } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { ownEmail } from '../../lookups.js';
import { ownOrganisation, whoOf, workplacesOf } from '../../organisations.js';
import { peoplePaths } from '../../paths.js';
import { roleNames } from '../../role-names.js';
import { closeOwnAccount, endSessions, sessionsOf } from '../../roles.js';
import { peopleProblemWords } from '../../view-words.js';
import { Account, ConfirmClose } from './account.view.js';

const crumbs = [{ text: 'Workspace', href: '/work' }, { text: 'Your account' }];

async function shown(
  db: Read,
  visitor: Visitor,
  now: Date,
  problem: string | null,
  done: string | null,
): Promise<View> {
  const sessions = await sessionsOf(db, visitor.account, now);
  return {
    title: 'Your account',
    crumbs,
    main: (
      <Account
        action={peoplePaths.account()}
        name={visitor.name}
        email={await ownEmail(db, visitor.account)}
        organisation={(await ownOrganisation(db, visitor.organisation)).name}
        roles={visitor.roles.map((role) => roleNames[role])}
        organisations={(await workplacesOf(db, visitor.account)).length > 1 ? peoplePaths.organisation() : null}
        sessions={sessions.map((one) => ({ ...one, isThis: one.id === visitor.session }))}
        close={`${peoplePaths.account()}?close=yes`}
        problem={problem}
        done={done}
      />
    ),
  };
}

/** One's own account: roles, where one is signed in, and an end to it. */
export const accountPage = workPage({
  path: '/work/account',
  params: z.object({}),
  needs: 'see workspace',
  fresh: 'form',
  fields: { act: 'choice', session: 'choice' },
  async get({ db, visitor, query, now }) {
    if (queryField(query, 'close') !== 'yes')
      return view(await shown(db, visitor, now, null, queryField(query, 'done') === 'ended' ? 'Session ended.' : null));
    const names = (await workplacesOf(db, visitor.account)).map(({ name }) => name);
    return view({
      title: 'Close your account',
      crumbs: [
        crumbs[0] ?? { text: 'Workspace' },
        { text: 'Your account', href: peoplePaths.account() },
        { text: 'Close' },
      ],
      main: <ConfirmClose action={peoplePaths.account()} organisations={names} />,
    });
  },
  async post({ db, visitor, fields, now }): Promise<Outcome> {
    const who = whoOf(visitor, now);
    const act = fields.get('act');
    if (act === 'close') {
      const done = await closeOwnAccount(db, who);
      return done.ok ? redirect('/') : invalid(await shown(db, visitor, now, peopleProblemWords[done.problem], null));
    }
    const done = await endSessions(db, who, visitor.account, act === 'all' ? null : fields.get('session'));
    if (!done.ok) return invalid(await shown(db, visitor, now, peopleProblemWords[done.problem], null));
    return redirect(act === 'all' ? peoplePaths.signIn() : `${peoplePaths.account()}?done=ended`);
  },
});
