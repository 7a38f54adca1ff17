import { z } from 'zod';
import { daysUntil, londonDate } from '#base/london.js';
import { queryField, queryPage, slugParameter, wordsAsked } from '#kit/address.js';
import { halt, view, workPage } from '#kit/page.js';
import { may } from '#kit/visitor.js';
import { isWithdrawn } from '#kit/withdrawals/withdrawals.js';
import { themeTitles } from '#rooms/ground/frameworks/index.js';
import { nameMarker, namingsOf, ownOrganisation } from '#rooms/ground/people/index.js';
import { isPracticeThere } from '#rooms/practised/practice/index.js';
import { pageLinks } from '#ui/pagination/page-links.js';
import {
  askedOf,
  evidenceOf,
  type OwnPromise as Own,
  type PromiseRecord,
  promiseRecord,
  promisesOf,
} from '../../lookups.js';
import { promisePaths } from '../../paths.js';
import { canBeDone, daysDueSoon, missingParts, promiseStatus, shownPeople } from '../../rules.js';
import { missingWords } from '../../view-words.js';
import type { MissingPart, PromiseStatus } from '../../words.js';
import { OwnPromise } from './own.view.js';
import { WorkPromises } from './work-promises.view.js';

const lackWords: Readonly<Record<MissingPart, string>> = {
  aim: 'an aim',
  steps: 'steps',
  effect: 'what changes',
  owner: 'an owner',
  due: 'a date',
  'due passed': 'a date to come',
  'due before start': 'a date after its start',
};

function statusOf({ state, due, at_risk, last_news }: PromiseRecord, today: string): PromiseStatus | null {
  return state === 'draft' || due === null || last_news === null
    ? null
    : promiseStatus({ state, due, at_risk, last_news }, today);
}

const atFirst = 15;

type Need = 'drafts' | 'overdue' | 'soon' | 'risk' | 'silent' | 'confirm' | 'going' | 'ended';

/** Under which heading a promise stands: the first that asks for something. */
function needOf(promise: Own, today: string): Need {
  const status = statusOf(promise, today);
  if (status === null) return 'drafts';
  if (status === 'overdue') return 'overdue';
  if (status !== 'on track' && status !== 'at risk' && status !== 'no news')
    return status === 'kept' || promise.waiting > 0 ? 'confirm' : 'ended';
  if (daysUntil(today, promise.due ?? today) <= daysDueSoon) return 'soon';
  return status === 'no news' ? 'silent' : status === 'at risk' ? 'risk' : 'going';
}

const headings: readonly { readonly id: Need; readonly title: string; readonly about: string }[] = [
  { id: 'drafts', title: 'Drafts', about: 'Nobody else sees these. What lacks something comes first.' },
  { id: 'overdue', title: 'Overdue', about: 'Readers see it. Say how it goes, move the date or end it.' },
  { id: 'soon', title: 'Due soon', about: 'Due in the next two months.' },
  { id: 'silent', title: 'No news', about: 'Nothing was heard for six months, and readers are told so.' },
  { id: 'risk', title: 'At risk', about: 'You said that it may not be kept in time.' },
  { id: 'confirm', title: 'Kept', about: 'Young people can say whether they agree.' },
  { id: 'going', title: 'On track', about: 'Nothing to do at present.' },
  { id: 'ended', title: 'Ended', about: 'They stay public, with the reason.' },
];

export const workPromisesPage = workPage({
  path: '/work/promises',
  params: z.object({}),
  needs: 'see workspace',
  async get({ db, visitor, now, query }) {
    const today = londonDate(now);
    const own = await ownOrganisation(db, visitor.organisation);
    const promises = await promisesOf(db, visitor.organisation);
    const lacks = (promise: Own): readonly MissingPart[] =>
      promise.state === 'draft' ? missingParts(promise, today) : [];
    const byNeed = Map.groupBy(promises, (promise) => needOf(promise, today));
    // The first of each need, or one need in full, page by page.
    const only = headings.find(({ id }) => id === queryField(query, 'need', 20));
    const page = queryPage(query);
    const found = only === undefined ? 0 : (byNeed.get(only.id)?.length ?? 0);
    const onAPage = only === undefined ? atFirst : 50;
    const from = only === undefined ? 0 : (page - 1) * onAPage;
    const order = (need: Need, list: readonly Own[]): readonly Own[] =>
      need === 'drafts'
        ? list.toSorted((a, b) => lacks(b).length - lacks(a).length || b.number - a.number)
        : need === 'confirm' || need === 'ended'
          ? list
          : list.toSorted((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1));
    return view({
      title: 'Promises of your organisation',
      crumbs: [{ text: 'Workspace', href: '/work' }, { text: 'Promises' }],
      main: (
        <WorkPromises
          organisation={own.name}
          done={query['done'] === 'discarded' ? 'The draft is gone.' : null}
          mayAct={may(visitor, 'lead')}
          add={promisePaths.add()}
          all={promisePaths.all({ organisation: own.slug })}
          confirmations={own.kind === 'group' && may(visitor, 'lead') ? promisePaths.confirmations() : null}
          today={today}
          whole={only === undefined ? null : promisePaths.work()}
          pages={
            only !== undefined && (found > onAPage || page > 1)
              ? pageLinks(page, Math.ceil(found / onAPage), (number) => promisePaths.work(only.id, number))
              : null
          }
          groups={headings
            .filter(({ id }) => only === undefined || id === only.id)
            .map((heading) => ({
              ...heading,
              count: byNeed.get(heading.id)?.length ?? 0,
              more:
                only === undefined && (byNeed.get(heading.id)?.length ?? 0) > atFirst
                  ? promisePaths.work(heading.id)
                  : null,
              promises: order(heading.id, byNeed.get(heading.id) ?? [])
                .slice(from, from + onAPage)
                .map((promise) => ({
                  ...promise,
                  href: promisePaths.own(promise.slug),
                  status: statusOf(promise, today),
                  lacks: lacks(promise).map((part) => lackWords[part]),
                })),
            }))}
        />
      ),
    });
  },
});

const doneWords: Readonly<Record<string, string>> = {
  saved: 'The draft is saved.',
  agreed: 'The promise is public.',
  news: 'The news is public.',
  moved: 'The date has moved. The old one stays on show.',
  evidence: 'The evidence is public.',
  'taken-back': 'The evidence is taken back.',
  ended: 'The promise has ended, and readers see how.',
  practices: 'It is saved, and readers see it.',
  asked: 'They are asked. You will get a letter when they have answered.',
  'not-now': 'That cannot be done in its present state.',
};

export const ownPromisePage = workPage({
  path: '/work/promises/:promise',
  params: z.object({ promise: slugParameter }),
  needs: 'see workspace',
  async get({ db, visitor, params, now, query }) {
    const promise = await promiseRecord(db, visitor.organisation, params.promise);
    if (!promise) return halt('not-found');
    const today = londonDate(now);
    const { slug, state } = promise;
    const missing = state === 'draft' ? missingParts(promise, today) : [];
    const evidence = await evidenceOf(db, visitor.organisation, promise.id);
    const asked = await askedOf(db, visitor.organisation, promise.id);
    const marked = await nameMarker(
      db,
      asked.map(({ group_organisation }) => group_organisation),
    );
    const [naming] = await namingsOf(db, visitor.organisation, promise.id);
    const title = (await themeTitles(db)).get(`${promise.framework} ${promise.theme ?? ''}`);
    const isGone = await isWithdrawn(db, 'promise', slug);
    const isLead = may(visitor, 'lead') && !isGone;
    const can = (act: Parameters<typeof canBeDone>[0]): boolean => isLead && canBeDone(act, state);
    const standing = evidence.filter(({ taken_back_on }) => taken_back_on === null).length;
    const words = wordsAsked(doneWords, query);
    const hasPractice = await isPracticeThere(db);
    const mayTakeBack = can('take evidence back') && !(state === 'kept' && standing === 1);
    return view({
      title: `Promise ${promise.number}: we will ${promise.aim}`,
      crumbs: [
        { text: 'Workspace', href: '/work' },
        { text: 'Promises', href: promisePaths.work() },
        { text: `Promise ${promise.number}` },
      ],
      main: (
        <OwnPromise
          number={promise.number}
          done={
            isGone
              ? { words: 'This promise was withdrawn. Readers do not see it any more.', isDone: false }
              : words === null
                ? null
                : { words, isDone: query['done'] !== 'not-now' }
          }
          promise={promise}
          status={statusOf(promise, today)}
          theme={title ?? promise.framework}
          missing={missing.map((part) => ({
            message: missingWords[part].message,
            href: `${promisePaths.draft(slug)}#${missingWords[part].field}`,
          }))}
          acts={[
            ...(can('agree') && missing.length === 0
              ? [{ text: 'Agree and publish', href: promisePaths.agree(slug), isFirst: true }]
              : []),
            ...(can('edit')
              ? [{ text: 'Change the draft', href: promisePaths.draft(slug), isFirst: missing.length > 0 }]
              : []),
            ...(can('tell news') ? [{ text: 'Tell how it goes', href: promisePaths.news(slug), isFirst: true }] : []),
            ...(can('ask')
              ? [{ text: 'Ask young people', href: promisePaths.ask(slug), isFirst: asked.length === 0 }]
              : []),
            ...(can('add evidence') ? [{ text: 'Add evidence', href: promisePaths.evidence(slug) }] : []),
            ...(can('move date') ? [{ text: 'Move the date', href: promisePaths.date(slug) }] : []),
            ...(can('name practice') && hasPractice
              ? [{ text: 'Practice it uses', href: promisePaths.practices(slug) }]
              : []),
            ...(can('end') ? [{ text: 'Kept, or ended otherwise', href: promisePaths.end(slug) }] : []),
          ]}
          discard={can('discard') ? promisePaths.discard(slug) : null}
          page={state === 'draft' || isGone ? null : promisePaths.one(slug)}
          evidence={evidence.map((one) => ({
            ...one,
            takeBack: mayTakeBack && one.taken_back_on === null ? promisePaths.takeBack(slug, one.id) : null,
          }))}
          board={
            naming === undefined
              ? null
              : { name: naming.named_name, answer: naming.answer, on: naming.answered_on ?? naming.asked_on }
          }
          asked={asked.map((one) => ({
            ...one,
            group_name: marked(one.group_organisation, one.group_name),
            people: one.people === null ? null : shownPeople(one.people),
          }))}
        />
      ),
    });
  },
});
