import { tooLong } from '#base/form.js';
import { z } from 'zod';
import { plainDate } from '#base/london.js';
import { queryField } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { type Found, findToWithdraw, type Withdrawable, withdraw, withdrawnBy } from '#kit/withdrawals/withdrawals.js';
import { endingOf, endPublished } from '#kit/withdrawals/endings.js';
import { reasonWords, withdrawalReasons } from '#kit/withdrawals/words.js';
import { ownOrganisation, whoOf } from '#rooms/ground/people/index.js';
import { withdrawalPaths } from '../../paths.js';
import { Withdraw, type WithdrawProps } from './withdraw.view.js';

/** What becomes of the address, as the kind has it (Withdrawable.comesBack). */
const comesBackWords = {
  yes: 'If you publish it again, it comes back at the same address with a new version number. Withdrawn versions stay withdrawn.',
  no: 'It cannot come back. A new one gets its own address, because what others said about this one does not pass to it.',
};

interface Asked {
  readonly db: Read;
  readonly visitor: Visitor;
  readonly kinds: readonly Withdrawable[];
  readonly now: Date;
  readonly site: string;
}

const shownAtMost = 50;

function tidy(typed: string): string {
  return typed.replace(/\s+/g, ' ').trim();
}

function roleProblems(field: string, typed: string): readonly { readonly field: string; readonly message: string }[] {
  const role = tidy(typed);
  return role === ''
    ? [{ field, message: 'Say in which role this was decided: “Clerk to the board”. Never a name' }]
    : role.length > 120
      ? [{ field, message: tooLong(role.length, 120, 'The role') }]
      : [];
}

function doneNamed(typed: string): WithdrawProps['done'] {
  return typed === 'yes' ? 'withdrawn' : typed === 'end' ? 'ended' : null;
}

const nothingThere =
  'Your organisation has no public page at that address. Open the public page, copy its address from the browser, and paste it here.';

async function shown(
  { db, visitor, kinds }: Asked,
  more: Pick<WithdrawProps, 'address' | 'problems' | 'typed' | 'done'> & { readonly found: Found | undefined },
): Promise<View> {
  const { found, ...rest } = more;
  const gone = await withdrawnBy(db, visitor.organisation, shownAtMost);
  return {
    title: found ? `Withdraw: ${found.standing.title}` : 'Withdraw what was published by mistake',
    crumbs: [{ text: 'Workspace', href: '/work' }, { text: 'Withdraw' }],
    main: (
      <Withdraw
        action={withdrawalPaths.withdraw()}
        found={
          found
            ? {
                title: found.standing.title,
                word: found.kind.word,
                href: found.standing.address,
                version: found.version,
                follows: [
                  ...found.standing.follows,
                  found.kind.comesBack ? (found.kind.comesBackBy ?? comesBackWords.yes) : comesBackWords.no,
                ],
                refusal: found.standing.refusal ?? null,
                only: found.standing.only?.why ?? null,
                canEnd: found.kind.canEnd === true && !(await endingOf(db, found.kind.kind, found.standing.subject)),
              }
            : null
        }
        reasons={withdrawalReasons
          .filter((reason) => found?.standing.only?.reasons.includes(reason) ?? true)
          .map((reason) => ({ value: reason, label: reasonWords[reason].chosen }))}
        words={kinds.map(({ word }) => word)}
        gone={gone.map((row) => ({
          address: row.address,
          what: row.version === null ? '' : `version ${row.version}`,
          on: plainDate(row.on_day),
          why: reasonWords[row.reason].told,
        }))}
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
  fields: {
    address: 'line',
    role: 'line',
    reason: 'choice',
    which: 'choice',
    act: 'choice',
    'end-role': 'line',
    why: 'text',
  },
  async get({ db, visitor, withdrawables: kinds, query, now, site }) {
    const asked = { db, visitor, kinds, now, site };
    const address = queryField(query, 'address', 500);
    const found = address === '' ? undefined : await findToWithdraw(db, whoOf(visitor, now), kinds, address, site);
    const problems = address !== '' && !found ? [{ field: 'address', message: nothingThere }] : [];
    return view(
      await shown(asked, {
        found,
        address,
        problems,
        typed: { role: '', reason: '', which: '', why: '' },
        done: doneNamed(queryField(query, 'done', 3)),
      }),
    );
  },
  async post({ db, visitor, withdrawables: kinds, fields, now, site }): Promise<Outcome> {
    const asked = { db, visitor, kinds, now, site };
    const address = fields.get('address').trim();
    const typed = {
      role: tidy(fields.get('role')),
      reason: fields.get('reason'),
      which: fields.get('which'),
      why: fields.get('why').trim(),
    };
    const found = await findToWithdraw(db, whoOf(visitor, now), kinds, address, site);
    if (!found)
      return invalid(
        await shown(asked, {
          found,
          address,
          problems: [{ field: 'address', message: nothingThere }],
          typed,
          done: null,
        }),
      );
    if (fields.get('act') === 'end' && found.kind.canEnd === true) {
      const wrong = [
        ...(typed.why === ''
          ? [{ field: 'why', message: 'Say in plain words why it is over. Readers see it' }]
          : typed.why.length > 1000
            ? [{ field: 'why', message: tooLong(typed.why.length, 1000) }]
            : []),
        ...roleProblems('end-role', fields.get('end-role')),
      ];
      const refilled = { ...typed, endRole: fields.get('end-role') };
      if (wrong.length > 0)
        return invalid(await shown(asked, { found, address, problems: wrong, typed: refilled, done: null }));
      await endPublished(db, whoOf(visitor, now), found, { role: tidy(fields.get('end-role')), reason: typed.why });
      return redirect(`${withdrawalPaths.withdraw()}?done=end`);
    }
    const reason = withdrawalReasons.find((one) => one === typed.reason);
    const problems = [
      ...(found.version !== null && typed.which !== 'version' && typed.which !== 'all'
        ? [{ field: 'which', message: 'Choose what you withdraw' }]
        : []),
      ...(reason ? [] : [{ field: 'reason', message: 'Choose the reason. Readers see it' }]),
      ...roleProblems('role', typed.role),
    ];
    if (problems.length > 0 || !reason)
      return invalid(await shown(asked, { found, address, problems, typed, done: null }));
    const version = found.version !== null && typed.which === 'version' ? found.version : null;
    const done = await withdraw(
      db,
      whoOf(visitor, now),
      (await ownOrganisation(db, visitor.organisation)).name,
      found,
      { role: typed.role, reason, version },
    );
    if (!done.ok)
      return invalid(
        await shown(asked, {
          found,
          address,
          problems: [{ field: 'address', message: done.problem }],
          typed,
          done: null,
        }),
      );
    return redirect(`${withdrawalPaths.withdraw()}?done=yes`);
  },
});
