import { z } from 'zod';
import { londonDate } from '#base/london.js';
import type { Read } from '#kit/db/gate.js';
import { invalid, type Outcome, redirect, view, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { ownOrganisation, whoOf } from '#rooms/ground/people/index.js';
import { recordFramework } from '../../acts.js';
import { frameworkChanges } from '../../changes.js';
import { frameworkSheet, frameworksOf } from '../../lookups.js';
import { frameworkPaths } from '../../paths.js';
import { asDraft } from '../../rules.js';
import { templates } from '../../templates/templates.js';
import type { FrameworkDraft } from '../../words.js';
import { type BeginForm, beginForm } from './work-frameworks.form.js';
import { type OwnFrameworkLine, OwnFrameworks } from './work-frameworks.view.js';

async function lines(db: Read, organisation: string): Promise<readonly OwnFrameworkLine[]> {
  const made: OwnFrameworkLine[] = [];
  // An organisation keeps one or two frameworks, so that a look at each is cheap.
  for (const { slug, draft, changed_at } of await frameworksOf(db, organisation)) {
    const published = (await frameworkSheet(db, organisation, slug))?.published ?? null;
    made.push({
      href: frameworkPaths.draft(slug),
      name: draft.name,
      summary: draft.summary,
      changedOn: londonDate(changed_at),
      version: published?.version ?? null,
      changes: published === null ? 0 : frameworkChanges(asDraft(published.content), draft).length,
    });
  }
  return made;
}

async function shown(db: Read, visitor: Visitor, form: BeginForm) {
  const { name } = await ownOrganisation(db, visitor.organisation);
  return {
    title: 'Your frameworks',
    crumbs: [{ text: 'Workspace', href: '/work' }, { text: 'Your frameworks' }],
    main: (
      <OwnFrameworks
        organisation={name}
        action={frameworkPaths.own()}
        frameworks={await lines(db, visitor.organisation)}
        from={form.from ?? ''}
        name={form.name}
        problems={form.problems}
      />
    ),
  };
}

const empty: Omit<FrameworkDraft, 'name'> = { summary: '', themes: [], asks: [], wordings: [], sources: [] };

export const ownFrameworksPage = workPage({
  path: '/work/frameworks',
  params: z.object({}),
  needs: 'lead',
  async get({ db, visitor }) {
    return view(await shown(db, visitor, { from: null, name: '', problems: [] }));
  },
  fields: { name: 'line', from: 'choice' },
  async post({ db, visitor, fields, now }): Promise<Outcome> {
    const form = beginForm(fields.get);
    if (form.problems.length > 0 || form.from === null) return invalid(await shown(db, visitor, form));
    const { kind, draft } =
      form.from === 'charter' || form.from === 'asks' ? { kind: form.from, draft: empty } : templates[form.from];
    const { slug } = await recordFramework(db, whoOf(visitor, now), kind, { ...draft, name: form.name });
    return redirect(frameworkPaths.draft(slug, 'begun'));
  },
});
