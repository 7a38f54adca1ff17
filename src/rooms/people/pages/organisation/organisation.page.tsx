import { z } from 'zod';
import { invalid, type Outcome, redirect, view, workPage } from '#kit/page.js';
import { may, type Visitor } from '#kit/visitor.js';
import { invite, ownOrganisation, workplacesOf } from '../../organisations.js';
import { colleaguesOf } from '../../lookups.js';
import { peoplePaths } from '../../paths.js';
import { Colleagues, type ColleaguesProps, Workplaces } from './organisation.view.js';

const none = z.object({});
const crumb = { text: 'Workspace', href: '/work' };

/** Choosing for which of one's organisations one works now. */
export const organisationPage = workPage({
  path: '/work/organisation',
  params: none,
  needs: 'see workspace',
  async get({ db, visitor }) {
    const workplaces = await workplacesOf(db, visitor.account);
    return view({
      title: 'Your organisations',
      crumbs: [crumb, { text: 'Your organisations' }],
      main: <Workplaces csrf={visitor.csrf} action={peoplePaths.organisation()} person={visitor.name} current={visitor.organisation} workplaces={workplaces} colleagues={may(visitor, 'lead') ? peoplePaths.colleagues() : null} />,
    });
  },
  fields: {},
  async post({ db, visitor, fields }): Promise<Outcome> {
    const chosen = (await workplacesOf(db, visitor.account)).find(({ id }) => id === fields.get('organisation'));
    return chosen ? redirect('/work', { workIn: chosen.id }) : redirect(peoplePaths.organisation());
  },
});

const invitable = ['lead', 'clerk', 'author', 'member', 'safeguarding'] as const;

async function colleagues(db: Parameters<typeof ownOrganisation>[0], visitor: Visitor, more: Pick<ColleaguesProps, 'email' | 'role' | 'problems' | 'invited'>) {
  const own = await ownOrganisation(db, visitor.organisation);
  const people = await colleaguesOf(db, visitor.organisation);
  return {
    title: 'Colleagues',
    crumbs: [crumb, { text: 'Colleagues' }],
    main: <Colleagues csrf={visitor.csrf} action={peoplePaths.colleagues()} organisation={own.name} people={people} safeguarding={people.filter(({ isSafeguarding }) => isSafeguarding).map(({ name }) => name)} {...more} />,
  };
}

/** Who acts for one's own organisation, and inviting somebody to it. */
export const colleaguesPage = workPage({
  path: '/work/colleagues',
  params: none,
  needs: 'lead',
  async get({ db, visitor }) {
    return view(await colleagues(db, visitor, { email: '', role: 'lead', problems: [], invited: null }));
  },
  fields: { email: 'line', role: 'choice' },
  async post({ db, visitor, fields, site, now, demonstration }): Promise<Outcome> {
    const email = fields.get('email').trim();
    const role = invitable.find((one) => one === fields.get('role'));
    const problems = [
      ...(z.email().safeParse(email).success ? [] : [{ field: 'email', message: email === '' ? 'Enter an e-mail address' : 'Enter an e-mail address in the correct form, like name@example.org' }]),
      ...(role ? [] : [{ field: 'role', message: 'Choose what the colleague may do' }]),
    ];
    if (problems.length > 0 || !role) return invalid(await colleagues(db, visitor, { email, role: role ?? '', problems, invited: null }));
    const own = await ownOrganisation(db, visitor.organisation);
    const token = await invite(db, { organisation: visitor.organisation, account: visitor.account, email, body: null, role, returnTo: '/work', words: `${visitor.name} invites you to act for ${own.name} in Kept.`, site }, now);
    return view(await colleagues(db, visitor, { email: '', role: 'lead', problems: [], invited: { email, link: demonstration ? peoplePaths.join({ token }) : null } }));
  },
});

