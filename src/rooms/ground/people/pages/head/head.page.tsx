import { tooLong } from '#base/form.js';
import { z } from 'zod';
import { queryField } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { ownOrganisation, whoOf } from '../../organisations.js';
import { peoplePaths } from '../../paths.js';
import { headOf, nameHead } from '../../roles.js';
import { inviteProblemWords, peopleProblemWords } from '../../view-words.js';
import { emailProblems, typedText } from '../colleagues/colleagues.form.js';
import { Head, type HeadProps } from './head.view.js';

async function shown(
  db: Read,
  visitor: Visitor,
  more: Pick<HeadProps, 'name' | 'email' | 'problems' | 'done'>,
): Promise<View> {
  const head = (await headOf(db, visitor.organisation)) ?? null;
  return {
    title: 'Head of your organisation',
    crumbs: [
      { text: 'Workspace', href: '/work' },
      { text: 'Colleagues', href: peoplePaths.colleagues() },
      { text: 'Head' },
    ],
    main: (
      <Head
        action={peoplePaths.head()}
        organisation={(await ownOrganisation(db, visitor.organisation)).name}
        head={head}
        mayName={head === null || visitor.roles.includes('administrator')}
        {...more}
      />
    ),
  };
}

/** The head of one's own organisation: named once, changed by an administrator. */
export const headPage = workPage({
  path: '/work/colleagues/head',
  params: z.object({}),
  needs: 'lead',
  fields: { name: 'line', email: 'line' },
  async get({ db, visitor, query }) {
    return view(
      await shown(db, visitor, {
        name: '',
        email: '',
        problems: [],
        done:
          queryField(query, 'done') === 'named'
            ? 'Head named. The head and all safeguarding leads are told by email.'
            : null,
      }),
    );
  },
  async post({ db, visitor, fields, now }): Promise<Outcome> {
    const [name, email] = [typedText(fields.get('name')).replace(/\s+/g, ' '), typedText(fields.get('email'))];
    const problems = [
      ...(name === ''
        ? [{ field: 'name', message: 'Enter the name of the head' }]
        : name.length > 120
          ? [{ field: 'name', message: tooLong(name.length, 120, 'The name') }]
          : []),
      ...emailProblems(email),
    ];
    if (problems.length > 0) return invalid(await shown(db, visitor, { name, email, problems, done: null }));
    const named = await nameHead(db, whoOf(visitor, now), name, email);
    if (named.ok) return redirect(`${peoplePaths.head()}?done=named`);
    const message =
      named.problem === 'not an address'
        ? inviteProblemWords({ code: named.problem })
        : peopleProblemWords[named.problem];
    return invalid(await shown(db, visitor, { name, email, problems: [{ field: 'email', message }], done: null }));
  },
});
