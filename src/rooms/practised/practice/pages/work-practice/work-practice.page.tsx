import { z } from 'zod';
import { isUuid } from '#base/id.js';
import { londonDate } from '#base/london.js';
import { placeLinks, queryPage, queryPlace, wordsAsked } from '#kit/address.js';
import type { Read, Write } from '#kit/db/gate.js';
import { noForm } from '#kit/form/form-page.js';
import { removalPage } from '#kit/form/removal-page.js';
import { halt, type Outcome, type Page, redirect, view, workPage } from '#kit/page.js';
import { may } from '#kit/visitor.js';
import { ownOrganisation, type Who, whoOf } from '#rooms/ground/people/index.js';
import { pageLinks } from '#ui/pagination/page-links.js';
import { recordReview, withdrawSpotlightDraft, withdrawSubmission } from '../../acts.js';
import {
  clearedBy,
  knownFor,
  type SpotlightLine,
  type SubmissionSeen,
  spotlightOf,
  spotlightsOf,
  waitingFor,
} from '../../lookups.js';
import { practicePaths } from '../../paths.js';
import {
  canBeDone,
  changesBetween,
  contentOf,
  type PartChange,
  type PracticeAct,
  reviewReminder,
} from '../../rules.js';
import type { PracticeProblem, PracticeState, SpotlightDraft } from '../../words.js';
import { practiceLinks } from '../practice/render.js';
import { OwnSpotlight } from './own.view.js';
import { WorkPractice } from './work-practice.view.js';

const crumbs = [
  { text: 'Workspace', href: '/work' },
  { text: 'Practice', href: practicePaths.work() },
];
const onAPage = 50;
const waitingShown = 25;

const listDone: Readonly<Record<string, string>> = {
  discarded: 'The draft is gone.',
  cleared: 'It is cleared, and readers can find it.',
  'asked-back': 'It went back to its organisation with your reason.',
  withdrawn: 'It is out of the library. Its page stays, with your reason.',
};

const groups: readonly {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly has: (line: SpotlightLine, today: string) => boolean;
}[] = [
  {
    id: 'asked-back',
    title: 'Asked back',
    about: 'The keeper asks you for something before it can be published.',
    has: ({ state }) => state === 'asked back',
  },
  {
    id: 'review',
    title: 'Due for review',
    about: 'Say that it still holds, change it, or withdraw it.',
    has: ({ state, published }, today) =>
      state !== 'withdrawn' && published !== null && reviewReminder(published.review_due, today) !== null,
  },
  { id: 'drafts', title: 'Drafts', about: 'Only your organisation sees them.', has: ({ state }) => state === 'draft' },
  {
    id: 'submitted',
    title: 'Submitted',
    about: 'They wait for the keeper of a framework.',
    has: ({ state }) => state === 'submitted',
  },
  {
    id: 'published',
    title: 'Published',
    about: 'Everybody can read them in the library.',
    has: ({ state }) => state === 'published',
  },
  {
    id: 'withdrawn',
    title: 'Withdrawn',
    about: 'Their pages stay, with the reason.',
    has: ({ state }) => state === 'withdrawn',
  },
];

export const workPracticePage = workPage({
  path: '/work/practice',
  params: z.object({}),
  needs: 'see workspace',
  async get({ db, visitor, query, now }) {
    const today = londonDate(now);
    const { organisation } = visitor;
    const own = await ownOrganisation(db, organisation);
    const page = queryPage(query);
    const lines = await spotlightsOf(db, organisation);
    // Each stands in the first group that it belongs to; what needs doing comes first, on the first page.
    const placed = groups.flatMap((group, index) =>
      lines
        .filter((line) => groups.findIndex(({ has }) => has(line, today)) === index)
        .map((line) => ({ group, line })),
    );
    const shown = placed.slice((page - 1) * onAPage, page * onAPage);
    const queue = await waitingFor(db, organisation, waitingShown);
    const cleared = queue.isKeeper
      ? await clearedBy(db, organisation, queryPlace(query, 'cleared-'), waitingShown)
      : null;
    return view({
      title: 'Spotlights of your organisation',
      crumbs: [{ text: 'Workspace', href: '/work' }, { text: 'Practice' }],
      main: (
        <WorkPractice
          organisation={own.name}
          done={wordsAsked(listDone, query)}
          mayAct={may(visitor, 'lead')}
          add={practicePaths.add()}
          library={practicePaths.all()}
          queue={
            queue.isKeeper
              ? {
                  total: queue.total,
                  waiting: queue.waiting.map((one) => ({
                    ...one,
                    submitted: londonDate(one.submitted_at),
                    href: practicePaths.submission(one.id),
                  })),
                }
              : null
          }
          groups={groups.map(({ id, title, about }) => ({
            id,
            title,
            about,
            lines: shown
              .filter(({ group }) => group.id === id)
              .map(({ line }) => ({
                href: practicePaths.own(line.id),
                title: line.title,
                state: line.state,
                version: line.published?.version ?? null,
                changed: londonDate(line.changed_at),
                reviewDue: line.published?.review_due ?? null,
                review:
                  line.published && line.state !== 'withdrawn'
                    ? reviewReminder(line.published.review_due, today)
                    : null,
                uses: line.published?.uses ?? 0,
              })),
          }))}
          pages={
            lines.length > onAPage || page > 1
              ? pageLinks(page, Math.ceil(lines.length / onAPage), (number) => `${practicePaths.work()}?page=${number}`)
              : null
          }
          cleared={
            cleared && {
              practices: cleared.rows.map((one) => ({
                ...one,
                href: practicePaths.one(one.slug),
                withdraw: practicePaths.withdraw(one.id),
                isOverdue: one.review_due < today,
              })),
              pages: placeLinks(cleared, `${practicePaths.work()}#cleared`, 'cleared-'),
            }
          }
        />
      ),
    });
  },
});

const ownDone: Readonly<Record<string, { readonly words: string; readonly isDone: boolean }>> = {
  saved: { words: 'It is saved.', isDone: true },
  submitted: { words: 'It is submitted. You get a letter when it is cleared or asked back.', isDone: true },
  published: { words: 'It is published: the framework is your own.', isDone: true },
  'taken-back': { words: 'You have taken it back. It is a draft again.', isDone: true },
  reviewed: { words: 'Thank you. Readers see that you looked at it today.', isDone: true },
  withdrawn: { words: 'It is out of the library. Its page stays, with your reason.', isDone: true },
  'not-now': { words: 'That cannot be done now.', isDone: false },
};

async function changedByKeeper(
  db: Read,
  last: SubmissionSeen | null,
  state: PracticeState,
  told: Parameters<typeof contentOf>[2],
): Promise<readonly PartChange[]> {
  if (
    last === null ||
    (state !== 'published' && state !== 'asked back' && state !== 'submitted') ||
    JSON.stringify(last.original) === JSON.stringify(last.content)
  )
    return [];
  const whole = async (draft: SpotlightDraft) => contentOf(draft, await knownFor(db, draft, null), told);
  return changesBetween(await whole(last.original), await whole(last.content));
}

export const ownSpotlightPage = workPage({
  path: '/work/practice/:spotlight',
  params: z.object({ spotlight: z.string().refine(isUuid) }),
  needs: 'see workspace',
  async get({ db, visitor, params, query, now }) {
    const spotlight = await spotlightOf(db, visitor.organisation, params.spotlight);
    if (!spotlight) return halt('not-found');
    const { id, draft, last, published, state } = spotlight;
    const own = await ownOrganisation(db, visitor.organisation);
    const told = { slug: published?.slug ?? '', organisation: { slug: own.slug, name: own.name, kind: own.kind } };
    const known = await knownFor(db, draft, id);
    const content = contentOf(draft, known, told);
    const address = (act: PracticeAct, path: (spotlight: string) => string): string | null =>
      may(visitor, 'lead') && canBeDone(act, 'owner', spotlight) ? path(id) : null;
    const keeper = known.frameworks.find(({ slug }) => slug === last?.framework)?.organisation_name ?? 'the keeper';
    const title = content.practice.title === '' ? 'Without a title' : content.practice.title;
    return view({
      title: `Your spotlight: ${title}`,
      crumbs: [...crumbs, { text: title }],
      main: (
        <OwnSpotlight
          done={wordsAsked(ownDone, query)}
          state={state}
          content={content}
          links={practiceLinks}
          published={
            published && {
              href: practicePaths.one(published.slug),
              version: published.version,
              review_due: published.review_due,
              review: reviewReminder(published.review_due, londonDate(now)),
              uses: published.uses,
            }
          }
          put={
            last === null || (state !== 'submitted' && state !== 'asked back' && state !== 'published')
              ? null
              : { to: keeper, on: londonDate(last.submitted_at) }
          }
          reason={
            state === 'withdrawn' ? (published?.reason ?? null) : state === 'asked back' ? (last?.reason ?? null) : null
          }
          keeperChanges={await changedByKeeper(db, last, state, told)}
          may={{
            edit: address('edit', practicePaths.draft) ?? address('edit published', practicePaths.draft),
            submit: address('submit', practicePaths.submit),
            takeBack: address('take back', practicePaths.takeBack),
            discard: last === null ? address('discard', practicePaths.discard) : null,
            review: address('review', practicePaths.review),
            withdraw: address('withdraw', practicePaths.withdraw),
          }}
        />
      ),
    });
  },
});

/** A button of one's own page: the act, and where it leads. */
function actPage(
  path: string,
  act: (
    write: Write,
    who: Who,
    id: string,
  ) => Promise<{ readonly ok: true } | { readonly ok: false; readonly problem: PracticeProblem }>,
  done: (id: string) => string,
): Page {
  return workPage({
    path: `/work/practice/:spotlight/${path}`,
    params: z.object({ spotlight: z.string().refine(isUuid) }),
    needs: 'lead',
    fields: {},
    async post({ db, visitor, params, now }): Promise<Outcome> {
      const answer = await act(db, whoOf(visitor, now), params.spotlight);
      if (answer.ok) return redirect(done(params.spotlight));
      return answer.problem.code === 'not there'
        ? halt('not-found')
        : redirect(`${practicePaths.own(params.spotlight)}?done=not-now`);
    },
  });
}

export const takeBackPage = actPage(
  'take-back',
  withdrawSubmission,
  (id) => `${practicePaths.own(id)}?done=taken-back`,
);
export const discardSpotlightPage = removalPage({
  path: '/work/practice/:spotlight/discard',
  params: z.object({ spotlight: z.string().refine(isUuid) }),
  needs: 'lead',
  async find({ db, visitor, params: { spotlight: id } }) {
    const own = await spotlightOf(db, visitor.organisation, id);
    if (!own) return null;
    return own.state === 'draft' && own.last === null
      ? { id, title: own.draft.title }
      : noForm(redirect(`${practicePaths.own(id)}?done=not-now`));
  },
  asks: ({ id, title }) => ({
    crumbs: [
      { text: 'Workspace', href: '/work' },
      { text: 'Practice', href: practicePaths.work() },
    ],
    caption: title,
    heading: 'Delete this draft',
    lead: 'Nobody else has seen it. It cannot be brought back.',
    button: 'Delete the draft',
    action: practicePaths.discard(id),
    back: practicePaths.own(id),
  }),
  act: ({ db, visitor, now }, { id }) => withdrawSpotlightDraft(db, whoOf(visitor, now), id),
  refused: (_, { id }) => noForm(redirect(`${practicePaths.own(id)}?done=not-now`)),
  goes: () => `${practicePaths.work()}?done=discarded`,
});
export const reviewPage = actPage('review', recordReview, (id) => `${practicePaths.own(id)}?done=reviewed`);
