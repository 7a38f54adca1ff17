import type { FieldProblem } from '#base/form.js';
import { z } from 'zod';
import { isUuid } from '#base/id.js';
import { queryField } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import type { FieldLimits } from '#kit/fields.js';
import { halt, invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import { publishedAuthorities, publishedSchool } from '#rooms/ground/directory/index.js';
import { ownOrganisation, whoOf } from '#rooms/ground/people/index.js';
import { recordSpotlight, recordSpotlightDraft, recordSubmissionEdit, submitSpotlight } from '../../acts.js';
import { type KeeperSubmission, knownFor, type Spotlight, spotlightOf, submissionOf } from '../../lookups.js';
import { practicePaths } from '../../paths.js';
import { areasAtMost, canBeDone, emptyDraft, tooLong } from '../../rules.js';
import { problemsAt, refusalWords } from '../../view-words.js';
import type { SpotlightDraft } from '../../words.js';
import { areasShown, readSpotlight } from './draft.form.js';
import { EditSpotlight, type EditSpotlightProps } from './draft.view.js';

const crumbs = [
  { text: 'Workspace', href: '/work' },
  { text: 'Practice', href: practicePaths.work() },
];
const idParameter = z.string().refine(isUuid);

interface Shown extends Pick<EditSpotlightProps, 'draft' | 'areas'> {
  readonly problems?: readonly FieldProblem[];
  readonly wasSaved?: boolean;
}

async function choices(
  db: Read,
  practice: string | null,
): Promise<Pick<EditSpotlightProps, 'frameworks' | 'themes' | 'phases'>> {
  const { frameworks: all, ended, themes, phases } = await knownFor(db, emptyDraft, practice);
  const frameworks = all.filter(({ slug }) => !ended.has(slug));
  return {
    frameworks: frameworks.map(({ slug, name, organisation_name }) => ({
      value: slug,
      text: `${name}, kept by ${organisation_name}`,
    })),
    themes: frameworks.map(({ slug, name }) => ({
      name,
      themes: themes
        .filter(({ framework }) => framework === slug)
        .map(({ key, title }) => ({ value: `${slug} ${key}`, text: title })),
    })),
    phases,
  };
}

/** The form for one's own spotlight; also where a submission is refused for what it lacks. */
export async function ownForm(
  db: Read,
  spotlight: Spotlight | null,
  { problems = [], wasSaved = false, ...shown }: Shown & { readonly id: string | null },
): Promise<View> {
  const title = spotlight?.draft.title ?? '';
  const heading = shown.id === null ? 'A new spotlight' : 'Change the spotlight';
  return {
    title: title === '' ? heading : `${heading}: ${title}`,
    crumbs: [
      ...crumbs,
      ...(shown.id === null
        ? []
        : [{ text: title === '' ? 'Without a title' : title, href: practicePaths.own(shown.id) }]),
      { text: heading },
    ],
    main: (
      <EditSpotlight
        {...shown}
        {...await choices(db, shown.id)}
        action={shown.id === null ? practicePaths.add() : practicePaths.draft(shown.id)}
        back={shown.id === null ? practicePaths.work() : practicePaths.own(shown.id)}
        heading={heading}
        lead={
          spotlight?.isPublic === true
            ? 'Readers go on seeing the published version until the next one is cleared.'
            : 'Tell what you did so that somebody else can do it. Save it whenever you like: only your organisation sees the draft.'
        }
        reason={spotlight?.state === 'asked back' ? (spotlight.last?.reason ?? null) : null}
        problems={problems}
        wasSaved={wasSaved}
        maySubmit
      />
    ),
  };
}

/** A new one begins with what is known of its organisation. */
async function firstDraft(db: Read, organisation: string): Promise<SpotlightDraft> {
  const own = await ownOrganisation(db, organisation);
  const authority =
    own.authority === null ? undefined : (await publishedAuthorities(db)).find(({ code }) => code === own.authority);
  const school = own.urn === null ? undefined : await publishedSchool(db, own.urn);
  const { phases, frameworks: all, ended } = await knownFor(db, emptyDraft, null);
  const frameworks = all.filter(({ slug }) => !ended.has(slug));
  const onlyOne = frameworks.length === 1 ? frameworks[0]?.slug : undefined;
  return {
    ...emptyDraft,
    authority: authority?.name ?? '',
    urn: school ? String(school.urn) : '',
    phase: phases.find((phase) => phase === school?.phase) ?? '',
    framework: onlyOne ?? '',
  };
}

const spotlightFields: FieldLimits = {
  title: 'line',
  need: 'text',
  act: 'choice',
  summary: 'text',
  about: 'text',
  needs: { length: 'choice', most: 200 },
  ownNeeds: 'text',
  'heading-*': 'line',
  'text-*': 'text',
  changed: 'text',
  evidence: 'choice',
  known: 'text',
  cost: 'text',
  amount: 'line',
  time: 'line',
  role: 'line',
  address: 'line',
  framework: 'choice',
  themes: { length: 'choice', most: 200 },
  phase: 'choice',
  authority: 'line',
  urn: 'line',
  agreed: 'choice',
  noChild: 'choice',
  reason: 'choice',
};

export const newSpotlightPage = workPage({
  path: '/work/practice/new',
  params: z.object({}),
  needs: 'lead',
  async get({ db, visitor }) {
    const draft = await firstDraft(db, visitor.organisation);
    return view(await ownForm(db, null, { id: null, draft, areas: areasShown(draft, '') }));
  },
  fields: spotlightFields,
  async post({ db, visitor, fields, now, site }): Promise<Outcome> {
    const draft = readSpotlight(fields);
    const long = tooLong(draft);
    if (long.length > 0)
      return invalid(
        await ownForm(db, null, {
          id: null,
          draft,
          areas: areasShown(draft, ''),
          problems: problemsAt(long),
        }),
      );
    const who = whoOf(visitor, now);
    const id = await recordSpotlight(db, who, draft);
    if (fields.get('act') === 'more')
      return redirect(practicePaths.draft(id, Math.min(areasAtMost, areasShown(draft, '') + 1)));
    if (fields.get('act') !== 'submit') return redirect(`${practicePaths.own(id)}?done=saved`);
    return submitted(db, who, id, draft, site);
  },
});

/** Submits what is saved, or shows the form with what it lacks. */
async function submitted(
  db: Parameters<typeof submitSpotlight>[0],
  who: Parameters<typeof submitSpotlight>[1],
  id: string,
  draft: SpotlightDraft,
  site: string,
): Promise<Outcome> {
  const answer = await submitSpotlight(db, who, id, site);
  if (answer.ok)
    return redirect(`${practicePaths.own(id)}?done=${answer.value.published === null ? 'submitted' : 'published'}`);
  const problems =
    answer.problem.code === 'not ready'
      ? problemsAt(answer.problem.problems)
      : [{ field: 'title', message: refusalWords(answer.problem) }];
  const spotlight = await spotlightOf(db, who.organisation, id);
  return invalid(
    await ownForm(db, spotlight ?? null, { id, draft, areas: areasShown(draft, ''), problems, wasSaved: true }),
  );
}

export const draftSpotlightPage = workPage({
  path: '/work/practice/:spotlight/draft',
  params: z.object({ spotlight: idParameter }),
  needs: 'lead',
  async get({ db, visitor, params, query }) {
    const spotlight = await spotlightOf(db, visitor.organisation, params.spotlight);
    if (!spotlight) return halt('not-found');
    if (!canBeDone('edit', 'owner', spotlight) && !canBeDone('edit published', 'owner', spotlight))
      return redirect(`${practicePaths.own(spotlight.id)}?done=not-now`);
    return view(
      await ownForm(db, spotlight, {
        id: spotlight.id,
        draft: spotlight.draft,
        areas: areasShown(spotlight.draft, queryField(query, 'areas', 3)),
      }),
    );
  },
  fields: spotlightFields,
  async post({ db, visitor, params, fields, now, site }): Promise<Outcome> {
    const spotlight = await spotlightOf(db, visitor.organisation, params.spotlight);
    if (!spotlight) return halt('not-found');
    const draft = readSpotlight(fields);
    const refuse = async (problems: readonly FieldProblem[]): Promise<Outcome> =>
      invalid(
        await ownForm(db, spotlight, {
          id: spotlight.id,
          draft,
          areas: areasShown(draft, ''),
          problems,
        }),
      );
    const long = tooLong(draft);
    if (long.length > 0) return refuse(problemsAt(long));
    const who = whoOf(visitor, now);
    const saved = await recordSpotlightDraft(db, who, spotlight.id, draft);
    if (!saved.ok) return refuse([{ field: 'title', message: refusalWords(saved.problem) }]);
    if (fields.get('act') === 'more')
      return redirect(practicePaths.draft(spotlight.id, Math.min(areasAtMost, areasShown(draft, '') + 1)));
    if (fields.get('act') !== 'submit') return redirect(`${practicePaths.own(spotlight.id)}?done=saved`);
    return submitted(db, who, spotlight.id, draft, site);
  },
});

export const submitSpotlightPage = workPage({
  path: '/work/practice/:spotlight/submit',
  params: z.object({ spotlight: idParameter }),
  needs: 'lead',
  fields: {},
  async post({ db, visitor, params, now, site }): Promise<Outcome> {
    const spotlight = await spotlightOf(db, visitor.organisation, params.spotlight);
    if (!spotlight) return halt('not-found');
    if (!canBeDone('submit', 'owner', spotlight)) return redirect(`${practicePaths.own(spotlight.id)}?done=not-now`);
    return submitted(db, whoOf(visitor, now), spotlight.id, spotlight.draft, site);
  },
});

async function keeperForm(db: Read, submission: KeeperSubmission, shown: Shown): Promise<View> {
  const heading = 'Change what was submitted';
  const title = submission.content.title;
  return {
    title: `${heading}: ${title}`,
    crumbs: [...crumbs, { text: title, href: practicePaths.submission(submission.id) }, { text: heading }],
    main: (
      <EditSpotlight
        {...shown}
        {...await choices(db, submission.practice)}
        frameworks={null}
        action={practicePaths.editSubmission(submission.id)}
        back={practicePaths.submission(submission.id)}
        heading={heading}
        lead={`${submission.told_by} sees what you changed. Nothing is published before you clear it.`}
        reason={null}
        problems={shown.problems ?? []}
        wasSaved={false}
        maySubmit={false}
      />
    ),
  };
}

export const editSubmissionPage = workPage({
  path: '/work/practice/submissions/:submission/draft',
  params: z.object({ submission: idParameter }),
  needs: 'lead',
  async get({ db, visitor, params, query }) {
    const submission = await submissionOf(db, visitor.organisation, params.submission);
    if (!submission) return halt('not-found');
    if (submission.state !== 'waiting') return redirect(`${practicePaths.submission(submission.id)}?done=not-now`);
    return view(
      await keeperForm(db, submission, {
        draft: submission.content,
        areas: areasShown(submission.content, queryField(query, 'areas', 3)),
      }),
    );
  },
  fields: spotlightFields,
  async post({ db, visitor, params, fields, now }): Promise<Outcome> {
    const submission = await submissionOf(db, visitor.organisation, params.submission);
    if (!submission) return halt('not-found');
    const draft = readSpotlight(fields);
    const refuse = async (problems: readonly FieldProblem[]): Promise<Outcome> =>
      invalid(await keeperForm(db, submission, { draft, areas: areasShown(draft, ''), problems }));
    const long = tooLong(draft);
    if (long.length > 0) return refuse(problemsAt(long));
    const saved = await recordSubmissionEdit(db, whoOf(visitor, now), submission.id, draft);
    if (!saved.ok) return refuse([{ field: 'title', message: refusalWords(saved.problem) }]);
    if (fields.get('act') === 'more')
      return redirect(practicePaths.editSubmission(submission.id, Math.min(areasAtMost, areasShown(draft, '') + 1)));
    return redirect(`${practicePaths.submission(submission.id)}?done=saved`);
  },
});
