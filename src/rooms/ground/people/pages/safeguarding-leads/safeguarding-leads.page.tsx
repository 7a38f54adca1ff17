import { z } from 'zod';
import { isUuid } from '#base/id.js';
import { londonDate } from '#base/london.js';
import { queryField, wordsAsked } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { halt, invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { invite, inviteAgain, openInvitations, withdrawInvitation } from '../../invitations.js';
import { colleaguesOf } from '../../lookups.js';
import { ownOrganisation, whoOf } from '../../organisations.js';
import { peoplePaths } from '../../paths.js';
import { roleNames } from '../../role-names.js';
import { endRole, headOf } from '../../roles.js';
import { inviteProblemWords, peopleProblemWords } from '../../view-words.js';
import { emailProblems, typedText } from '../colleagues/colleagues.form.js';
import { ConfirmEnd } from '../colleague/colleague.view.js';
import { SafeguardingLeads, type SafeguardingLeadsProps } from './safeguarding-leads.view.js';

const crumb = { text: 'Workspace', href: '/work' };
const here = peoplePaths.safeguardingLeads();
const doneWords: Readonly<Record<string, string>> = {
  withdrawn: 'Invitation withdrawn. All safeguarding leads and the head are told by email.',
  ended: 'Role ended. They were signed out everywhere. All safeguarding leads and the head are told by email.',
};

async function shown(
  db: Read,
  visitor: Visitor,
  now: Date,
  more: Pick<SafeguardingLeadsProps, 'email' | 'problems' | 'done' | 'link'>,
): Promise<View> {
  const people = (await colleaguesOf(db, visitor.organisation)).filter(({ roles }) => roles.includes('safeguarding'));
  const invitations = await openInvitations(db, visitor.organisation, 'safeguarding');
  return {
    title: 'Safeguarding leads',
    crumbs: [crumb, { text: 'Safeguarding leads' }],
    main: (
      <SafeguardingLeads
        action={here}
        organisation={(await ownOrganisation(db, visitor.organisation)).name}
        people={people.map((one) => ({ name: one.name, email: one.email, end: `${here}?end=${one.id}` }))}
        head={(await headOf(db, visitor.organisation)) ?? null}
        invitations={invitations.map((one) => ({
          id: one.id,
          email: one.email,
          joins: roleNames[one.role],
          by: one.inviter,
          on: londonDate(one.created_at),
          until: londonDate(one.expires_at),
          isOver: one.expires_at <= now,
        }))}
        {...more}
      />
    ),
  };
}

const fresh = { email: '', problems: [], done: null, link: null } as const;

/** Present safeguarding leads appoint others, and end their role. */
export const safeguardingLeadsPage = workPage({
  path: '/work/colleagues/safeguarding',
  params: z.object({}),
  needs: 'safeguard',
  fields: { act: 'choice', invitation: 'choice', email: 'line', role: 'choice' },
  async get({ db, visitor, query, now }) {
    const ended = queryField(query, 'end');
    if (ended === '') return view(await shown(db, visitor, now, { ...fresh, done: wordsAsked(doneWords, query) }));
    const person = (await colleaguesOf(db, visitor.organisation)).find(
      ({ id, roles }) => id === ended && roles.includes('safeguarding'),
    );
    if (!person) return halt('not-found');
    const own = await ownOrganisation(db, visitor.organisation);
    return view({
      title: `End the role: ${person.name}`,
      crumbs: [crumb, { text: 'Safeguarding leads', href: here }, { text: 'End role' }],
      main: (
        <ConfirmEnd
          action={here}
          back={here}
          name={person.name}
          organisation={own.name}
          role={roleNames.safeguarding}
          value={person.id}
          isSelf={person.id === visitor.account}
          isSafeguarding
        />
      ),
    });
  },
  async post({ db, visitor, fields, site, now, demonstration }): Promise<Outcome> {
    const who = whoOf(visitor, now);
    const act = fields.get('act');
    const id = isUuid(fields.get('invitation')) ? fields.get('invitation') : '00000000-0000-0000-0000-000000000000';
    const refuse = async (message: string, field: string, email = ''): Promise<Outcome> =>
      invalid(await shown(db, visitor, now, { ...fresh, email, problems: [{ field, message }] }));
    const sent = async (done: string, token: string): Promise<Outcome> =>
      view(await shown(db, visitor, now, { ...fresh, done, link: demonstration ? peoplePaths.join({ token }) : null }));
    if (act === 'end') {
      const account = fields.get('role');
      const done = isUuid(account) ? await endRole(db, who, account, 'safeguarding') : null;
      if (!done?.ok) return refuse(peopleProblemWords[done?.problem ?? 'not there'], 'people');
      return redirect(account === visitor.account ? peoplePaths.signIn() : `${here}?done=ended`);
    }
    if (act === 'withdraw' || act === 'again') {
      // Of this list only: other invitations are the leads' business.
      const isListed = (await openInvitations(db, visitor.organisation, 'safeguarding')).some((one) => one.id === id);
      if (!isListed) return refuse(peopleProblemWords['not there'], 'invitations');
      if (act === 'withdraw') {
        const gone = await withdrawInvitation(db, who, id);
        return gone.ok ? redirect(`${here}?done=withdrawn`) : refuse(peopleProblemWords[gone.problem], 'invitations');
      }
      const again = await inviteAgain(db, who, id, site);
      if (!again.ok)
        return refuse(
          again.problem.code === 'not there' ? peopleProblemWords['not there'] : inviteProblemWords(again.problem),
          'invitations',
        );
      return sent(
        `Invitation sent again to ${again.value.email}. The link in the first letter no longer works.`,
        again.value.token,
      );
    }
    const email = typedText(fields.get('email'));
    const problems = emailProblems(email);
    if (problems.length > 0) return invalid(await shown(db, visitor, now, { ...fresh, email, problems }));
    const own = await ownOrganisation(db, visitor.organisation);
    const words =
      `${visitor.name} asks you to be a safeguarding lead of ${own.name} in Kept: to read what is passed on ` +
      `because a young person may not be safe.`;
    const invited = await invite(
      db,
      {
        organisation: visitor.organisation,
        account: visitor.account,
        email,
        body: null,
        role: 'safeguarding',
        returnTo: '/work',
        words,
        site,
      },
      now,
    );
    if (!invited.ok) return refuse(inviteProblemWords(invited.problem), 'email', email);
    return sent(
      `Invitation sent to ${email}. Nothing is open to them until they accept. All safeguarding leads and the head are told.`,
      invited.value,
    );
  },
});
