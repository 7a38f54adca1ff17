import { tooLong } from '#base/form.js';
import { z } from 'zod';
import { doorPage, invalid, type Outcome, redirect, view } from '#kit/page.js';
import { tellSecurity } from '#kit/security.js';
import { beginSession } from '#kit/session.js';
import { mayTry } from '../../acts.js';
import { confirmByDomain } from '../../claims.js';
import { invitationFor, joinBy } from '../../invitations.js';
import { peoplePaths } from '../../paths.js';
import { InvitationGone, Join, type JoinProps } from './join.view.js';

function shown(props: JoinProps) {
  return { title: `Join Kept for ${props.name}`, main: <Join {...props} /> };
}

const gone = {
  title: 'This invitation no longer works',
  main: <InvitationGone signIn={peoplePaths.signIn()} why="link not good" />,
};

export const joinPage = doorPage({
  path: '/join/:token',
  params: z.object({ token: z.string().regex(/^[\w-]{43}$/) }),
  async get({ db, params, now }) {
    const seen = await invitationFor(db, params.token, now);
    return view(seen ? shown({ ...seen, action: peoplePaths.join(params), person: '', error: null }) : gone);
  },
  fields: { person: 'line' },
  async post({ db, params, fields, sender, site, now }): Promise<Outcome> {
    const seen = (await mayTry(db, `join from ${sender}`, 20, 30, now))
      ? await invitationFor(db, params.token, now)
      : null;
    if (!seen) tellSecurity(db, { name: 'sign-in-refused', how: 'invitation', sender });
    if (!seen) return invalid(gone);
    const person = fields.get('person').trim().replace(/\s+/g, ' ');
    const again = (error: string): Outcome =>
      invalid(shown({ ...seen, action: peoplePaths.join(params), person, error }));
    if (!seen.has_account && person === '') return again('Enter your name');
    if (person.length > 120) return again(tooLong(person.length, 120, 'Your name'));
    const joined = await joinBy(db, params.token, person, seen.name, now);
    if (!joined.ok)
      return invalid({
        title: gone.title,
        main: <InvitationGone signIn={peoplePaths.signIn()} why={joined.problem} />,
      });
    const { account, isNewAccount, returnTo } = joined.value;
    await confirmByDomain(db, account, site, now);
    return isNewAccount
      ? redirect(returnTo, { begin: await beginSession(db, account, now, { by: 'invitation' }) })
      : redirect(peoplePaths.signIn(peoplePaths.organisation()));
  },
});
