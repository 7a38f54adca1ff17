import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { placeLinks, queryPlace, slugParameter, wordsAsked } from '#kit/address.js';
import { halt, view, workPage } from '#kit/page.js';
import { may } from '#kit/visitor.js';
import {
  concernCounts,
  decidedTexts,
  queueOf,
  queuesOf,
  questionOf,
  stateCounts,
  waitingSurveys,
} from '../../lookups.js';
import { reviewPaths } from '../../paths.js';
import { isOverdue, nextSchoolDay } from '../../rules.js';
import { audienceName, doneWords } from '../../view-words.js';
import { textStates } from '../../words.js';
import { Queue, Queues, type Waits } from './queue.view.js';

const crumb = { text: 'Workspace', href: '/work' };

function waits(day: string, today: string): Waits {
  return { since: day, due: nextSchoolDay(day), isOverdue: isOverdue(day, today) };
}

/** The surveys that one is named to read for. Whoever leads the organisation also sees where something waits, and nothing of it. */
export const queuesPage = workPage({
  path: '/work/reviews',
  params: z.object({}),
  needs: 'see workspace',
  async get({ db, visitor, now }) {
    const today = londonDate(now);
    const queues = await queuesOf(db, visitor.organisation, visitor.account);
    const late = may(visitor, 'lead') ? await waitingSurveys(db) : null;
    return view({
      title: 'What people wrote',
      crumbs: [crumb, { text: 'What people wrote' }],
      main: (
        <Queues
          queues={queues.map(({ name, slug, waiting, oldest }) => ({
            name,
            href: reviewPaths.queue(slug),
            waiting,
            oldest: oldest === null ? null : waits(oldest, today),
          }))}
          late={late?.map(({ name, oldest, reviewers }) => ({ name, reviewers, oldest: waits(oldest, today) })) ?? null}
        />
      ),
    });
  },
});

export const queuePage = workPage({
  path: '/work/reviews/:queue',
  params: z.object({ queue: slugParameter }),
  needs: 'see workspace',
  async get({ db, visitor, params: { queue: slug }, query, now }) {
    const survey = await queueOf(db, visitor.organisation, visitor.account, slug);
    if (!survey) return halt('not-found');
    const counts = await stateCounts(db, visitor.organisation, survey.id);
    const decided = await decidedTexts(db, visitor.organisation, survey.id, queryPlace(query));
    return view({
      title: `What people wrote: ${survey.name}`,
      crumbs: [crumb, { text: 'What people wrote', href: reviewPaths.all() }, { text: survey.name }],
      main: (
        <Queue
          name={survey.name}
          done={wordsAsked<string>(doneWords, query)}
          waiting={counts.get('new') ?? 0}
          oldest={survey.oldest === null ? null : waits(survey.oldest, londonDate(now))}
          next={survey.next === null ? null : reviewPaths.text(survey.slug, survey.next)}
          counts={textStates.flatMap((state) =>
            state === 'new' || state === 'safeguarding' || !counts.has(state)
              ? []
              : [{ state, many: counts.get(state) ?? 0 }],
          )}
          passed={await concernCounts(db, survey.id)}
          decided={decided.rows.map((line) => ({
            href: reviewPaths.text(survey.slug, line.id),
            question: questionOf(survey, line.item, line.audience),
            audience: audienceName(line.audience),
            state: line.state,
            quotable: line.quotable,
            decidedOn: line.decided_on,
          }))}
          pages={placeLinks(decided, `${reviewPaths.queue(survey.slug)}#decided`)}
        />
      ),
    });
  },
});
