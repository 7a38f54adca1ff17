import { z } from 'zod';
import { isUuid } from '#base/id.js';
import { londonDate } from '#base/london.js';
import { wordsAsked } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { invite, inviteAgain, openInvitations, withdrawInvitation } from '../../invitations.js';
import { colleaguesOf } from '../../lookups.js';
import { ownOrganisation, whoOf } from '../../organisations.js';
import { peoplePaths } from '../../paths.js';
import { roleNames } from '../../role-names.js';
import { headOf } from '../../roles.js';
import { inviteProblemWords, peopleProblemWords } from '../../view-words.js';
import { emailProblems, typedText } from './colleagues.form.js';
import { Colleagues, type ColleaguesProps } from './colleagues.view.js';

const invitable = ['lead', 'clerk', 'author', 'member'] as const;
const doneWords: Readonly<Record<string, string>> = {
  withdrawn: 'Invitation withdrawn. Its link no longer works.',
  removed: 'They no longer act for your organisation and were signed out everywhere. We told them by email.',
};

async function shown(
  db: Read,
  visitor: Visitor,
  now: Date,
  more: Pick<ColleaguesProps, 'email' | 'role' | 'problems' | 'done' | 'link'>,
): Promise<View> {
  const own = await ownOrganisation(db, visitor.organisation);
  const people = await colleaguesOf(db, visitor.organisation);
  const invitations = await openInvitations(db, visitor.organisation);
  const head = await headOf(db, visitor.organisation);
  return {
    title: 'Colleagues',
    crumbs: [{ text: 'Workspace', href: '/work' }, { text: 'Colleagues' }],
    main: (
      <Colleagues
        action={peoplePaths.colleagues()}
        organisation={own.name}
        people={people.map((one) => ({
          name: one.name,
          email: one.email,
          href: peoplePaths.colleague(one.id),
          roles: one.roles.map((role) => roleNames[role]),
        }))}
        safeguarding={people.filter(({ roles }) => roles.includes('safeguarding')).map(({ name }) => name)}
        safeguardingLeads={visitor.roles.includes('safeguarding') ? peoplePaths.safeguardingLeads() : null}
        head={head?.name ?? null}
        headHref={peoplePaths.head()}
        invitations={invitations.map((one) => ({
          id: one.id,
          email: one.email,
          joins: one.name ?? roleNames[one.role],
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

const fresh = { email: '', role: 'lead', problems: [], done: null, link: null } as const;

/** Who acts for one's own organisation, who is invited to it or by it, and inviting somebody. */
export const colleaguesPage = workPage({
  path: '/work/colleagues',
  params: z.object({}),
  needs: 'lead',
  fields: { act: 'choice', invitation: 'choice', email: 'line', role: 'choice' },
  async get({ db, visitor, query, now }) {
    return view(await shown(db, visitor, now, { ...fresh, done: wordsAsked(doneWords, query) }));
  },
  async post({ db, visitor, fields, site, now, demonstration }): Promise<Outcome> {
    const [act, id] = [fields.get('act'), fields.get('invitation')];
    if (act === 'withdraw' || act === 'again')
      return onInvitation(act, isUuid(id) ? id : '00000000-0000-0000-0000-000000000000');
    const email = typedText(fields.get('email'));
    const role = invitable.find((one) => one === fields.get('role'));
    const problems = [...emailProblems(email), ...(role ? [] : [{ field: 'role', message: 'Choose a role' }])];
    if (problems.length > 0 || !role)
      return invalid(await shown(db, visitor, now, { ...fresh, email, role: role ?? '', problems }));
    const own = await ownOrganisation(db, visitor.organisation);
    const words = `${visitor.name} invites you to act for ${own.name} in Kept.`;
    const sent = await invite(
      db,
      {
        organisation: visitor.organisation,
        account: visitor.account,
        email,
        body: null,
        role,
        returnTo: '/work',
        words,
        site,
      },
      now,
    );
    if (!sent.ok)
      return invalid(
        await shown(db, visitor, now, {
          ...fresh,
          email,
          role,
          problems: [{ field: 'email', message: inviteProblemWords(sent.problem) }],
        }),
      );
    return view(
      await shown(db, visitor, now, {
        ...fresh,
        done: `Invitation sent to ${email}. They join with the link in it.`,
        link: demonstration ? peoplePaths.join({ token: sent.value }) : null,
      }),
    );

    async function onInvitation(what: 'withdraw' | 'again', invitation: string): Promise<Outcome> {
      const refuse = async (message: string): Promise<Outcome> =>
        invalid(await shown(db, visitor, now, { ...fresh, problems: [{ field: 'invitations', message }] }));
      if (what === 'withdraw') {
        const gone = await withdrawInvitation(db, whoOf(visitor, now), invitation);
        return gone.ok
          ? redirect(`${peoplePaths.colleagues()}?done=withdrawn`)
          : refuse(peopleProblemWords[gone.problem]);
      }
      const again = await inviteAgain(db, whoOf(visitor, now), invitation, site);
      if (!again.ok)
        return refuse(
          again.problem.code === 'not there' ? peopleProblemWords['not there'] : inviteProblemWords(again.problem),
        );
      const done = `Invitation sent again to ${again.value.email}. The link in the first letter no longer works.`;
      return view(
        await shown(db, visitor, now, {
          ...fresh,
          done,
          link: demonstration ? peoplePaths.join({ token: again.value.token }) : null,
        }),
      );
    }
  },
});
