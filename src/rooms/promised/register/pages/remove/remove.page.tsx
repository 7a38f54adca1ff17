import type { FieldProblem, Typed } from '#base/form.js';
import { typedIn } from '#kit/typed.js';
import { crumbs, keptFramework } from '../kept-register.js';
import { z } from 'zod';
import { slugParameter } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { halt, invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import type { PublishedFramework } from '#rooms/ground/frameworks/index.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { removeEntry } from '../../acts.js';
import { keptEntry } from '../../lookups.js';
import { registerPaths } from '../../paths.js';
import { endProblems } from '../../view-words.js';
import { readEnd } from '../sign/sign.form.js';
import { EndForm } from '../sign/sign.view.js';

async function removing(
  db: Read,
  visitor: Visitor,
  framework: PublishedFramework,
  slug: string,
  typed: Typed,
  problems: readonly FieldProblem[],
): Promise<View | null> {
  const entry = await keptEntry(db, visitor.organisation, framework.slug, slug);
  if (!entry) return null;
  return {
    title: `Remove ${entry.name}: ${framework.name}`,
    crumbs: crumbs(framework, 'Remove'),
    main: (
      <EndForm
        caption={framework.name}
        heading={`Remove ${entry.name}`}
        lead="It stays in the register as removed, with who decided it and why. Its badge says so from now on."
        button="Remove, in public"
        action={registerPaths.remove(framework.slug, slug)}
        back={registerPaths.desk(framework.slug)}
        framework={framework.slug}
        typed={typed}
        problems={problems}
      />
    ),
  };
}

export const removePage = workPage({
  path: '/work/register/:framework/entries/:entry/remove',
  params: z.object({ framework: slugParameter, entry: slugParameter }),
  needs: 'lead',
  async get({ db, visitor, params }) {
    const framework = await keptFramework(db, visitor, params.framework);
    const shown = framework && (await removing(db, visitor, framework, params.entry, {}, []));
    return shown ? view(shown) : halt('not-found');
  },
  fields: { by: 'line', reason: 'text', framework: 'choice' },
  async post({ db, visitor, params, fields, now, site }): Promise<Outcome> {
    const framework = await keptFramework(db, visitor, params.framework);
    if (!framework) return halt('not-found');
    const typed = typedIn(fields);
    const again = async (problems: readonly FieldProblem[]): Promise<Outcome> => {
      const shown = await removing(db, visitor, framework, params.entry, typed, problems);
      return shown ? invalid(shown) : halt('not-found');
    };
    const form = readEnd(typed);
    if (!form.ok) return again(form.problem);
    const done = await removeEntry(db, whoOf(visitor, now), params.framework, params.entry, form.value, site);
    return done.ok
      ? redirect(registerPaths.desk(params.framework, 'removed'))
      : again([{ field: 'by', message: endProblems[done.problem] }]);
  },
});
