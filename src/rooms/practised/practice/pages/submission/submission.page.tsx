import type { FieldProblem } from '#base/form.js';
import { frozenContent } from '#kit/publications/contents.js';
import { z } from 'zod';
import { isUuid } from '#base/id.js';
import { londonDate } from '#base/london.js';
import { wordsAsked } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { halt, invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import { newestPublication } from '#kit/publications/publications.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { answerSubmission, publishSubmission } from '../../acts.js';
import { type KeeperSubmission, knownFor, submissionOf } from '../../lookups.js';
import { practicePaths } from '../../paths.js';
import { changesBetween, contentOf } from '../../rules.js';
import { problemsAt, refusalWords } from '../../view-words.js';
import type { SpotlightDraft } from '../../words.js';
import { practiceLinks } from '../practice/render.js';
import { reasonProblem } from '../reason.form.js';
import { Submission, type SubmissionProps } from './submission.view.js';

const params = z.object({ submission: z.string().refine(isUuid) });
const done: Readonly<Record<string, SubmissionProps['done']>> = {
  saved: { words: 'Your changes are saved. It is not published yet.', isDone: true },
  'not-now': { words: 'That cannot be done now.', isDone: false },
};

async function shown(
  db: Read,
  submission: KeeperSubmission,
  more: {
    readonly done?: SubmissionProps['done'];
    readonly typed?: string;
    readonly problems?: readonly FieldProblem[];
  } = {},
): Promise<View> {
  const practice = await db
    .selectFrom('published.practice')
    .select('slug')
    .where('id', '=', submission.practice)
    .executeTakeFirst();
  const published = practice && (await newestPublication(db, 'practice', practice.slug));
  const told = {
    slug: practice?.slug ?? '',
    organisation: {
      slug: submission.organisation_slug,
      name: submission.organisation_name,
      kind: submission.organisation_kind,
    },
  };
  const whole = async (draft: SpotlightDraft) => contentOf(draft, await knownFor(db, draft, null), told);
  const content = await whole(submission.content);
  const hasChanged = JSON.stringify(submission.original) !== JSON.stringify(submission.content);
  const isOpen = submission.state === 'waiting';
  return {
    title: `Submitted: ${content.practice.title}`,
    crumbs: [
      { text: 'Workspace', href: '/work' },
      { text: 'Practice', href: practicePaths.work() },
      { text: content.practice.title },
    ],
    main: (
      <Submission
        done={more.done ?? null}
        state={submission.state}
        organisation={submission.told_by}
        submitted={londonDate(submission.submitted_at)}
        decided={submission.decided_at && londonDate(submission.decided_at)}
        reason={submission.reason}
        content={content}
        links={practiceLinks}
        // Frozen by publishSubmission.
        sincePublished={
          isOpen && practice && published
            ? {
                version: published.version,
                href: practicePaths.one(practice.slug),
                changes: changesBetween(frozenContent('practice', published.content), content),
              }
            : null
        }
        ownChanges={hasChanged ? changesBetween(await whole(submission.original), content) : []}
        edit={practicePaths.editSubmission(submission.id)}
        clear={practicePaths.clear(submission.id)}
        askBack={practicePaths.askBack(submission.id)}
        typed={more.typed ?? ''}
        problems={more.problems ?? []}
      />
    ),
  };
}

/** For the keeper of the framework, and nobody else. */
export const submissionPage = workPage({
  path: '/work/practice/submissions/:submission',
  params,
  needs: 'lead',
  async get({ db, visitor, params: { submission: id }, query }) {
    const submission = await submissionOf(db, visitor.organisation, id);
    return submission ? view(await shown(db, submission, { done: wordsAsked(done, query) })) : halt('not-found');
  },
});

export const clearPage = workPage({
  path: '/work/practice/submissions/:submission/clear',
  params,
  needs: 'lead',
  fields: { reason: 'choice' },
  async post({ db, visitor, params: { submission: id }, now, site }): Promise<Outcome> {
    const submission = await submissionOf(db, visitor.organisation, id);
    if (!submission) return halt('not-found');
    const answer = await publishSubmission(db, whoOf(visitor, now), id, site);
    if (answer.ok) return redirect(`${practicePaths.work()}?done=cleared`);
    if (answer.problem.code !== 'not ready') return redirect(`${practicePaths.submission(id)}?done=not-now`);
    // What it lacks is named here and mended on the next page: change words in it.
    const problems = problemsAt(answer.problem.problems).map(({ message }) => ({ field: 'ready', message }));
    return invalid(await shown(db, submission, { problems }));
  },
});

export const askBackPage = workPage({
  path: '/work/practice/submissions/:submission/ask-back',
  params,
  needs: 'lead',
  fields: { reason: 'text' },
  async post({ db, visitor, params: { submission: id }, fields, now, site }): Promise<Outcome> {
    const submission = await submissionOf(db, visitor.organisation, id);
    if (!submission) return halt('not-found');
    const reason = fields.get('reason').replaceAll('\0', ' ').replace(/\r\n?/g, '\n');
    const problem = reasonProblem(reason);
    if (problem !== null)
      return invalid(await shown(db, submission, { typed: reason, problems: [{ field: 'reason', message: problem }] }));
    const answer = await answerSubmission(db, whoOf(visitor, now), id, reason, site);
    if (answer.ok) return redirect(`${practicePaths.work()}?done=asked-back`);
    return invalid(
      await shown(db, submission, {
        typed: reason,
        problems: [{ field: 'reason', message: refusalWords(answer.problem) }],
      }),
    );
  },
});
