import type { FieldProblem, Typed } from '#base/form.js';
import { typedIn } from '#kit/typed.js';
import { z } from 'zod';
import { slugParameter } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { endingOf } from '#kit/withdrawals/endings.js';
import { doorPage, halt, invalid, type Outcome, type View, view } from '#kit/page.js';
import { frameworkPaths, type PublishedFramework, publishedFrameworks } from '#rooms/ground/frameworks/index.js';
import { mayTry } from '#rooms/ground/people/index.js';
import { recordInterest } from '../../acts.js';
import { authorityChoices, bodyMeant } from '../../find-body.js';
import { contactProblems, typedKind } from '../../body.form.js';
import { registerPaths } from '../../paths.js';
import { InterestClosed, Interested, InterestSent } from './interested.view.js';

const params = z.object({ framework: slugParameter });

async function frameworkNamed(read: Read, slug: string): Promise<PublishedFramework | undefined> {
  return (await publishedFrameworks(read)).find((one) => one.slug === slug);
}

function crumbs({ name, slug }: PublishedFramework): NonNullable<View['crumbs']> {
  return [
    { text: 'Home', href: '/' },
    { text: name, href: frameworkPaths.one(slug) },
    { text: 'Register', href: registerPaths.all(slug) },
    { text: 'We are interested' },
  ];
}

function endedView(framework: PublishedFramework): View {
  return {
    title: `“${framework.name}” has ended`,
    crumbs: crumbs(framework),
    main: <InterestClosed framework={framework.name} register={registerPaths.all(framework.slug)} />,
  };
}

async function shown(
  db: Read,
  framework: PublishedFramework,
  typed: Typed,
  problems: readonly FieldProblem[],
): Promise<View> {
  return {
    title: `We are interested in “${framework.name}”`,
    crumbs: crumbs(framework),
    main: (
      <Interested
        framework={framework.name}
        keeper={framework.organisation_name}
        action={registerPaths.interested(framework.slug)}
        typed={typed}
        problems={problems}
        authorities={await authorityChoices(db)}
      />
    ),
  };
}

export const interestedPage = doorPage({
  path: '/frameworks/:framework/register/interested',
  params,
  async get({ db, params: { framework: slug } }) {
    const framework = await frameworkNamed(db, slug);
    if (!framework) return halt('not-found');
    return view((await endingOf(db, 'framework', slug)) ? endedView(framework) : await shown(db, framework, {}, []));
  },
  fields: {
    email: 'line',
    kind: 'choice',
    authority: 'choice',
    school: 'line',
    trust: 'line',
    group: 'line',
    area: 'choice',
    role: 'line',
  },
  async post({ db, params: { framework: slug }, fields, sender, now }): Promise<Outcome> {
    const framework = await frameworkNamed(db, slug);
    if (!framework) return halt('not-found');
    if (await endingOf(db, 'framework', slug)) return invalid(endedView(framework));
    const typed = typedIn(fields);
    if (!(await mayTry(db, `interested from ${sender}`, 10, 120, now)))
      return invalid(
        await shown(db, framework, typed, [
          { field: 'email', message: 'There were many tries in a short time. Wait two minutes, then try again' },
        ]),
      );
    const kind = typedKind(typed);
    const body = kind === null ? null : await bodyMeant(db, typed, kind);
    const problems = [
      ...(body === null ? [{ field: 'kind', message: 'Choose who it is' }] : body.ok ? [] : body.problem),
      ...contactProblems(typed, { email: true, role: true }),
    ];
    if (!body?.ok || problems.length > 0) return invalid(await shown(db, framework, typed, problems));
    await recordInterest(db, slug, body.value, (typed['email'] ?? '').trim(), (typed['role'] ?? '').trim(), now);
    // The same answer whether it was said before, so that nobody can ask who has written.
    return view({
      title: 'Thank you: it was sent',
      crumbs: crumbs(framework),
      main: (
        <InterestSent
          framework={framework.name}
          keeper={framework.organisation_name}
          register={registerPaths.all(slug)}
        />
      ),
    });
  },
});
