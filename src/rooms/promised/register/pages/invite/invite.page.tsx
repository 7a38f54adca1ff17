import type { FieldProblem } from '#base/form.js';
import { typedIn } from '#kit/typed.js';
import { crumbs, keptFramework, params } from '../kept-register.js';
import type { Read } from '#kit/db/gate.js';
import { halt, invalid, type Outcome, type View, view, workPage } from '#kit/page.js';
import type { PublishedFramework } from '#rooms/ground/frameworks/index.js';
import { peoplePaths, whoOf } from '#rooms/ground/people/index.js';
import { inviteBody } from '../../acts.js';
import { authorityChoices, bodyMeant } from '../../find-body.js';
import { contactProblems, typedKind } from '../../body.form.js';
import { registerPaths } from '../../paths.js';
import { inviteProblemText } from '../../view-words.js';
import { Invite, type InviteProps } from './invite.view.js';

async function inviteView(
  db: Read,
  framework: PublishedFramework,
  more: Pick<InviteProps, 'typed' | 'problems' | 'invited'>,
): Promise<View> {
  return {
    title: `Invite somebody: ${framework.name}`,
    crumbs: crumbs(framework, 'Invite somebody'),
    main: (
      <Invite
        framework={framework.name}
        action={registerPaths.invite(framework.slug)}
        back={registerPaths.desk(framework.slug)}
        authorities={await authorityChoices(db)}
        {...more}
      />
    ),
  };
}

export const invitePage = workPage({
  path: '/work/register/:framework/invite',
  params,
  needs: 'lead',
  async get({ db, visitor, params: { framework: slug } }) {
    const framework = await keptFramework(db, visitor, slug);
    return framework
      ? view(await inviteView(db, framework, { typed: {}, problems: [], invited: null }))
      : halt('not-found');
  },
  fields: {
    kind: 'choice',
    authority: 'choice',
    email: 'line',
    school: 'line',
    trust: 'line',
    group: 'line',
    area: 'choice',
  },
  async post({ db, visitor, params: { framework: slug }, fields, now, site, demonstration }): Promise<Outcome> {
    const framework = await keptFramework(db, visitor, slug);
    if (!framework) return halt('not-found');
    const typed = typedIn(fields);
    const again = async (problems: readonly FieldProblem[]): Promise<Outcome> =>
      invalid(await inviteView(db, framework, { typed, problems, invited: null }));
    const kind = typedKind(typed);
    const body = kind === null ? null : await bodyMeant(db, typed, kind);
    const problems = [
      ...(body === null ? [{ field: 'kind', message: 'Choose who it is' }] : body.ok ? [] : body.problem),
      ...contactProblems(typed, { email: false, role: false }),
    ];
    if (!body?.ok || problems.length > 0) return again(problems);
    const email = (typed['email'] ?? '').trim();
    const done = await inviteBody(
      db,
      whoOf(visitor, now),
      slug,
      { body: body.value, email: email === '' ? null : email, isInterested: false },
      site,
    );
    if (!done.ok)
      return again([
        {
          field: typeof done.problem === 'string' ? body.value.kind : 'email',
          message: inviteProblemText(done.problem),
        },
      ]);
    const { token, letter } = done.value;
    return view(
      await inviteView(db, framework, {
        typed: {},
        problems: [],
        invited: {
          name: body.value.name,
          letter,
          link: demonstration && token !== null ? peoplePaths.join({ token }) : null,
        },
      }),
    );
  },
});
