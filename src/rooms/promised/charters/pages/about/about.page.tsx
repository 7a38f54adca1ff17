import type { FieldProblem, Typed } from '#base/form.js';
import { chartersCrumbs, params, frameworkChoices, charterFields } from '../charter-at-work.js';
import type { Read } from '#kit/db/gate.js';
import { halt, invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { recordCharterAbout } from '../../acts.js';
import { type Charter, charterOf } from '../../lookups.js';
import { charterPaths } from '../../paths.js';
import { canBeDone } from '../../rules.js';
import { problemWords } from '../../view-words.js';
import { typedIn } from '#kit/typed.js';
import { readAbout, typedAbout } from './about.form.js';
import { EditAbout } from './about.view.js';

async function aboutForm(db: Read, charter: Charter, typed: Typed, problems: readonly FieldProblem[]): Promise<View> {
  return {
    title: `About the charter: ${charter.title}`,
    crumbs: [...chartersCrumbs, { text: charter.title, href: charterPaths.own(charter.slug) }, { text: 'About' }],
    main: (
      <EditAbout
        action={charterPaths.about(charter.slug)}
        back={charterPaths.own(charter.slug)}
        typed={typed}
        problems={problems}
        frameworks={await frameworkChoices(db, charter)}
      />
    ),
  };
}

export const aboutCharterPage = workPage({
  path: '/work/charters/:charter/about',
  params,
  needs: 'lead',
  async get({ db, visitor, params: { charter: slug } }) {
    const charter = await charterOf(db, visitor.organisation, slug);
    if (!charter) return halt('not-found');
    if (!canBeDone('edit words', charter.stage)) return redirect(`${charterPaths.own(slug)}?done=not-now`);
    return view(
      await aboutForm(db, charter, typedAbout({ ...charter, safeguardingEmail: charter.safeguarding_email }), []),
    );
  },
  fields: charterFields,
  async post({ db, visitor, params: { charter: slug }, fields, now }): Promise<Outcome> {
    const charter = await charterOf(db, visitor.organisation, slug);
    if (!charter) return halt('not-found');
    const typed = typedIn(fields);
    const { draft, problems } = readAbout(
      typed,
      (await frameworkChoices(db, charter)).map(({ value }) => value),
    );
    if (problems.length > 0) return invalid(await aboutForm(db, charter, typed, problems));
    const saved = await recordCharterAbout(db, whoOf(visitor, now), slug, draft);
    return saved.ok
      ? redirect(`${charterPaths.own(slug)}?done=saved`)
      : invalid(await aboutForm(db, charter, typed, [{ field: 'title', message: problemWords(saved.problem) }]));
  },
});
