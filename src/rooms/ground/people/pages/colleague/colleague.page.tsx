import { isKeyOf } from '#base/keys.js';
import { z } from 'zod';
import { isUuid } from '#base/id.js';
import { queryField, wordsAsked } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { halt, invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { type Colleague, colleaguesOf, keepsPeople } from '../../lookups.js';
import { ownOrganisation, whoOf } from '../../organisations.js';
import { peoplePaths } from '../../paths.js';
import { roleNames } from '../../role-names.js';
import { endRole, endSessions, giveRole, sessionsOf } from '../../roles.js';
import { peopleProblemWords } from '../../view-words.js';
import { endedRoles, givenRoles, type PeopleProblem } from '../../words.js';
import { ColleagueView, ConfirmEnd } from './colleague.view.js';

const doneWords: Readonly<Record<string, string>> = {
  given: 'Role given. We told them by email.',
  ended: 'Role ended. They were signed out everywhere and told by email.',
  sessions: 'They are signed out everywhere. We told them by email.',
};

const crumbs = [
  { text: 'Workspace', href: '/work' },
  { text: 'Colleagues', href: peoplePaths.colleagues() },
];

async function shown(
  db: Read,
  visitor: Visitor,
  person: Colleague,
  now: Date,
  problem: PeopleProblem | string | null,
  done: string | null,
): Promise<View> {
  const keeps = await keepsPeople(db, visitor.account, visitor.organisation);
  const isAdministrator = visitor.roles.includes('administrator');
  const mayEnd = (role: string): boolean =>
    isAdministrator ||
    person.id === visitor.account ||
    (role === 'safeguarding' ? keeps || visitor.roles.includes('safeguarding') : role !== 'administrator');
  return {
    title: person.name,
    crumbs: [...crumbs, { text: person.name }],
    main: (
      <ColleagueView
        action={peoplePaths.colleague(person.id)}
        organisation={(await ownOrganisation(db, visitor.organisation)).name}
        name={person.name}
        email={person.email}
        held={person.roles.map((role) => ({
          name: roleNames[role],
          end: mayEnd(role) ? `${peoplePaths.colleague(person.id)}?end=${role}` : null,
        }))}
        remove={person.roles.every(mayEnd) ? `${peoplePaths.colleague(person.id)}?end=all` : null}
        free={givenRoles
          .filter((role) => !person.roles.includes(role) && (role !== 'administrator' || isAdministrator))
          .map((role) => ({ value: role, label: roleNames[role] }))}
        sessions={
          keeps && person.id !== visitor.account
            ? (await sessionsOf(db, person.id, now)).map(({ begun, seen }) => ({ begun, seen }))
            : null
        }
        problem={problem === null ? null : isKeyOf(peopleProblemWords, problem) ? peopleProblemWords[problem] : problem}
        done={done}
      />
    ),
  };
}

/** One colleague: their roles, and where they are signed in. */
export const colleaguePage = workPage({
  path: '/work/colleagues/:colleague',
  params: z.object({ colleague: z.string().refine(isUuid) }),
  needs: 'lead',
  fields: { act: 'choice', role: 'choice' },
  async get({ db, visitor, params: { colleague }, query, now }) {
    const person = (await colleaguesOf(db, visitor.organisation)).find(({ id }) => id === colleague);
    if (!person) return halt('not-found');
    const ended = queryField(query, 'end');
    const role = endedRoles.find((one) => one === ended && person.roles.includes(one));
    if (!role && ended !== 'all')
      return view(await shown(db, visitor, person, now, null, wordsAsked(doneWords, query)));
    const own = await ownOrganisation(db, visitor.organisation);
    const what = role ? `End the role: ${roleNames[role]}` : `Remove from ${own.name}`;
    return view({
      title: `${what}: ${person.name}`,
      crumbs: [
        ...crumbs,
        { text: person.name, href: peoplePaths.colleague(person.id) },
        { text: role ? 'End role' : 'Remove' },
      ],
      main: (
        <ConfirmEnd
          action={peoplePaths.colleague(person.id)}
          back={peoplePaths.colleague(person.id)}
          name={person.name}
          organisation={own.name}
          role={role ? roleNames[role] : null}
          value={role ?? ''}
          isSelf={person.id === visitor.account}
          isSafeguarding={role === 'safeguarding' || (!role && person.roles.includes('safeguarding'))}
        />
      ),
    });
  },
  async post({ db, visitor, params: { colleague }, fields, now, site }): Promise<Outcome> {
    const person = (await colleaguesOf(db, visitor.organisation)).find(({ id }) => id === colleague);
    if (!person) return halt('not-found');
    const refuse = async (problem: PeopleProblem | string): Promise<Outcome> =>
      invalid(await shown(db, visitor, person, now, problem, null));
    const here = peoplePaths.colleague(colleague);
    const [act, typed, who] = [fields.get('act'), fields.get('role'), whoOf(visitor, now)];
    if (act === 'sessions') {
      const done = await endSessions(db, who, colleague, null);
      return done.ok
        ? redirect(`${here}?done=sessions`)
        : refuse(done.problem === 'not there' ? 'They are not signed in anywhere' : done.problem);
    }
    if (act === 'give') {
      const role = givenRoles.find((one) => one === typed);
      if (!role) return refuse('Choose a role');
      const done = await giveRole(db, who, colleague, role, site);
      return done.ok ? redirect(`${here}?done=given`) : refuse(done.problem);
    }
    const role = endedRoles.find((one) => one === typed) ?? null;
    if (act !== 'remove' && (act !== 'end' || role === null)) return refuse('not there');
    const done = await endRole(db, who, colleague, act === 'end' ? role : null);
    if (!done.ok) return refuse(done.problem);
    if (colleague === visitor.account) return redirect(peoplePaths.signIn());
    return redirect(
      act === 'remove' || person.roles.length === 1 ? `${peoplePaths.colleagues()}?done=removed` : `${here}?done=ended`,
    );
  },
});
