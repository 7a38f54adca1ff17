import type { VNode } from 'preact';
import { z } from 'zod';
import { dateFields } from '#base/date-fields.js';
import { londonDate } from '#base/london.js';
import { isUuid } from '#base/id.js';
import { type Result, refused } from '#base/result.js';
import { slugParameter } from '#kit/address.js';
import type { Read, Write } from '#kit/db/gate.js';
import type { FieldLimits } from '#kit/fields.js';
import { type Fields, halt, invalid, type Outcome, type Page, redirect, type View, view, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { ownOrganisation, type Who, whoOf } from '#rooms/ground/people/index.js';
import {
  agreePromise,
  recordEnd,
  recordEvidence,
  recordNewDate,
  recordNews,
  recordPractices,
  withdrawDraft,
  withdrawEvidence,
} from '../../acts.js';
import { askedTooSoonOf, inviteToConfirm } from '../../confirmations.js';
import { askedOf, evidenceOf, groupsToAsk, type PromiseRecord, promiseRecord, promisesOf } from '../../lookups.js';
import { practicesOf } from '../draft/draft.form.js';
import { promisePaths } from '../../paths.js';
import { canBeDone, type PromiseAct } from '../../rules.js';
import { problemWords } from '../../view-words.js';
import type { PromiseProblem } from '../../words.js';
import {
  type FieldProblem,
  type Read as Form,
  readAgreement,
  readEnd,
  readEvidence,
  readNewDate,
  readNews,
  type Typed,
} from './life.form.js';
import {
  AgreeFields,
  AskFields,
  DateFields,
  EndFields,
  EvidenceFields,
  type FieldsProps,
  Life,
  NewsFields,
  PracticeFields,
  TakeBackFields,
} from './life.view.js';

interface Place {
  readonly promise: PromiseRecord;
  /** Of the piece of evidence that the address names; '' elsewhere. */
  readonly evidence: string;
}

interface Act<Extra> {
  /** What stands after the promise's own address at work. */
  readonly path: string;
  /** What its form may bring. */
  readonly takes: FieldLimits;
  readonly act: PromiseAct;
  readonly heading: string;
  readonly lead?: string;
  readonly button: string;
  readonly action: (place: Place) => string;
  readonly initial: (today: string, place: Place) => Typed;
  /** What the fields offer; null where the address names nothing. */
  readonly load: (db: Read, place: Place, visitor: Visitor, today: string) => Promise<Extra | null>;
  readonly fields: (props: FieldsProps, extra: Extra) => VNode;
  /** Reads the form and does the act; every refusal comes back with its field. */
  readonly submit: (
    write: Write,
    who: Who,
    place: Place,
    typed: Typed,
    site: string,
  ) => Promise<readonly FieldProblem[]>;
  readonly done: string;
}

const nothing = async (): Promise<object> => ({});

function actPage<Extra extends object>(act: Act<Extra>): Page {
  const shown = (
    visitor: Visitor,
    place: Place,
    typed: Typed,
    problems: readonly FieldProblem[],
    extra: Extra,
  ): View => ({
    title: `${act.heading}: ${place.promise.slug}`,
    crumbs: [
      { text: 'Workspace', href: '/work' },
      { text: 'Promises', href: promisePaths.work() },
      { text: `Promise ${place.promise.number}`, href: promisePaths.own(place.promise.slug) },
      { text: act.heading },
    ],
    main: (
      <Life
        csrf={visitor.csrf}
        action={act.action(place)}
        back={promisePaths.own(place.promise.slug)}
        aim={place.promise.aim}
        heading={act.heading}
        lead={act.lead}
        button={act.button}
        problems={problems}
      >
        {act.fields({ typed, problems }, extra)}
      </Life>
    ),
  });
  async function place(
    db: Read,
    visitor: Visitor,
    params: { readonly promise: string; readonly evidence?: string | undefined },
  ): Promise<Place | undefined> {
    const promise = await promiseRecord(db, visitor.organisation, params.promise);
    return promise && { promise, evidence: params.evidence ?? '' };
  }
  return workPage({
    path: `/work/promises/:promise/${act.path}`,
    params: z.object({ promise: slugParameter, evidence: z.string().refine(isUuid).optional() }),
    needs: 'lead',
    async get({ db, visitor, params, now }) {
      const at = await place(db, visitor, params);
      if (!at) return halt('not-found');
      if (!canBeDone(act.act, at.promise.state)) return redirect(`${promisePaths.own(at.promise.slug)}?done=not-now`);
      const extra = await act.load(db, at, visitor, londonDate(now));
      return extra === null ? halt('not-found') : view(shown(visitor, at, act.initial(londonDate(now), at), [], extra));
    },
    fields: act.takes,
    async post({ db, visitor, params, fields, now, site }): Promise<Outcome> {
      const at = await place(db, visitor, params);
      if (!at) return halt('not-found');
      const extra = await act.load(db, at, visitor, londonDate(now));
      if (extra === null) return halt('not-found');
      const typed = typedIn(fields);
      const problems = await act.submit(db, whoOf(visitor, now), at, typed, site);
      return problems.length > 0
        ? invalid(shown(visitor, at, typed, problems, extra))
        : redirect(`${promisePaths.own(at.promise.slug)}?done=${act.done}`);
    },
  });
}

function typedIn(fields: Fields): Typed {
  return Object.fromEntries(fields.names().map((name) => [name, fields.all(name).join('\n')]));
}

/** The form, then the act; the act's refusals stand beside the field that each is about. */
async function after<T>(
  form: Form<T>,
  act: (value: T) => Promise<Result<unknown, PromiseProblem>>,
  fieldOf: (problem: PromiseProblem) => string,
): Promise<readonly FieldProblem[]> {
  const answer = form.ok ? await act(form.value) : form;
  if (answer.ok) return [];
  if (!('code' in answer.problem)) return answer.problem;
  const { problem } = answer;
  return [{ field: fieldOf(problem), message: problemWords(problem) }];
}

export const agreePage = actPage({
  path: 'agree',
  takes: { by: 'line', 'on-*': 'line', link: 'line' },
  act: 'agree',
  heading: 'Agree this promise',
  lead: 'From now on it is public, with everything that happens to it. It cannot be made a draft again.',
  button: 'Agree and publish',
  action: ({ promise }) => promisePaths.agree(promise.slug),
  initial: (today) => dateFields('on', today),
  load: nothing,
  fields: (props) => <AgreeFields {...props} />,
  submit: (write, who, { promise }, typed, site) =>
    after(
      readAgreement(typed, site, londonDate(who.now)),
      (agreement) => agreePromise(write, who, promise.id, agreement, site),
      (problem) => (problem.code === 'date in the future' ? 'on-day' : 'by'),
    ),
  done: 'agreed',
});

export const newsPage = actPage({
  path: 'news',
  takes: { body: 'text', standing: 'choice' },
  act: 'tell news',
  heading: 'Tell how it goes',
  button: 'Publish the news',
  action: ({ promise }) => promisePaths.news(promise.slug),
  initial: () => ({}),
  load: nothing,
  fields: (props) => <NewsFields {...props} />,
  submit: (write, who, { promise }, typed) =>
    after(
      readNews(typed),
      (news) => recordNews(write, who, promise.id, news),
      () => 'body',
    ),
  done: 'news',
});

export const datePage = actPage({
  path: 'date',
  takes: { 'due-*': 'line', why: 'text' },
  act: 'move date',
  heading: 'Move the due date',
  button: 'Move the date',
  action: ({ promise }) => promisePaths.date(promise.slug),
  initial: () => ({}),
  load: async (_, { promise }) => ({ due: promise.due ?? '' }),
  fields: (props, { due }) => <DateFields {...props} due={due} />,
  submit: (write, who, { promise }, typed) =>
    after(
      readNewDate(typed, londonDate(who.now)),
      ({ due, why }) => recordNewDate(write, who, promise.id, due, why),
      () => 'due-day',
    ),
  done: 'moved',
});

export const evidencePage = actPage({
  path: 'evidence',
  takes: { kind: 'choice', title: 'line', strength: 'choice', 'dated-*': 'line', faceless: 'choice', url: 'line' },
  act: 'add evidence',
  heading: 'Add evidence',
  lead: 'What shows that the promise is kept. It is public at once; nobody may be recognised in it.',
  button: 'Add it',
  action: ({ promise }) => promisePaths.evidence(promise.slug),
  initial: () => ({}),
  load: nothing,
  fields: (props) => <EvidenceFields {...props} />,
  submit: (write, who, { promise }, typed, site) =>
    after(
      readEvidence(typed, site, londonDate(who.now)),
      (draft) => recordEvidence(write, who, promise.id, draft),
      (problem) => (problem.code === 'date in the future' ? 'dated-day' : 'kind'),
    ),
  done: 'evidence',
});

export const takeBackPage = actPage({
  path: 'evidence/:evidence',
  takes: { why: 'text' },
  act: 'take evidence back',
  heading: 'Take evidence back',
  button: 'Take it back',
  action: ({ promise, evidence }) => promisePaths.takeBack(promise.slug, evidence),
  initial: () => ({}),
  load: async (db, { promise, evidence }) => {
    const found = (await evidenceOf(db, promise.organisation, promise.id)).find(({ id }) => id === evidence);
    return found ? { title: found.title } : null;
  },
  fields: (props, { title }) => <TakeBackFields {...props} title={title} />,
  submit: async (write, who, { promise, evidence }, typed) => {
    const why = (typed['why'] ?? '').trim();
    if (why === '' || why.length > 1000)
      return [
        { field: 'why', message: why === '' ? 'Say why it is taken back' : 'This can be 1000 characters long at most' },
      ];
    const answer = await withdrawEvidence(write, who, promise.id, evidence, why);
    return answer.ok ? [] : [{ field: 'why', message: problemWords(answer.problem) }];
  },
  done: 'taken-back',
});

export const endPage = actPage({
  path: 'end',
  takes: { state: 'choice', by: 'line', 'on-*': 'line', reason: 'choice', why: 'text', replacement: 'choice' },
  act: 'end',
  heading: 'End this promise',
  lead: 'How it ends stays public for good. An end cannot be undone.',
  button: 'End it',
  action: ({ promise }) => promisePaths.end(promise.slug),
  initial: (today) => dateFields('on', today),
  load: async (db, { promise }, visitor) => {
    const evidence = await evidenceOf(db, visitor.organisation, promise.id);
    const others = (await promisesOf(db, visitor.organisation)).filter(
      ({ id, state }) => id !== promise.id && state !== 'draft',
    );
    return {
      hasEvidence: evidence.some(({ taken_back_on }) => taken_back_on === null),
      addEvidence: promisePaths.evidence(promise.slug),
      others: others.map(({ slug, number, aim }) => ({
        value: slug,
        text: `${number}. We will ${aim.length > 80 ? `${aim.slice(0, 79)}…` : aim}`,
      })),
    };
  },
  fields: (props, extra) => <EndFields {...props} {...extra} />,
  submit: (write, who, { promise }, typed) =>
    after(
      readEnd(typed, londonDate(who.now)),
      (end) => recordEnd(write, who, promise.id, end),
      (problem) =>
        problem.code === 'date in the future' || problem.code === 'date in the past'
          ? 'on-day'
          : problem.code === 'no such promise'
            ? 'replacement'
            : 'state',
    ),
  done: 'ended',
});

export const askPage = actPage({
  path: 'ask',
  takes: { group: { length: 'choice', most: 200 } },
  act: 'ask',
  heading: 'Ask young people whether it was kept',
  lead:
    'Only a “yes” of ten or more young people is shown as confirmed, and only while no group of ten or more says ' +
    'otherwise. The last answer of a group counts. “No” and “partly” are shown too.',
  button: 'Ask them',
  action: ({ promise }) => promisePaths.ask(promise.slug),
  initial: () => ({}),
  load: async (db, { promise }, visitor, today) => {
    const waiting = new Set(
      (await askedOf(db, visitor.organisation, promise.id))
        .filter(({ answer }) => answer === null)
        .map((one) => one.group_organisation),
    );
    const groups = await groupsToAsk(db, await ownOrganisation(db, visitor.organisation));
    const later = await askedTooSoonOf(db, visitor.organisation, promise.id, today);
    return {
      groups: groups.filter(({ id }) => !waiting.has(id) && !later.has(id)),
      later: [...later.values()],
      addEvidence: promisePaths.evidence(promise.slug),
    };
  },
  fields: (props, extra) => <AskFields {...props} {...extra} />,
  submit: async (write, who, { promise }, typed, site) => {
    const chosen = (typed['group'] ?? '').split('\n').filter((slug) => slug !== '');
    const answer =
      chosen.length === 0
        ? refused<PromiseProblem>({ code: 'no such group' })
        : await inviteToConfirm(write, who, promise.id, chosen, site);
    return answer.ok ? [] : [{ field: 'group', message: problemWords(answer.problem) }];
  },
  done: 'asked',
});

export const practicesPage = actPage({
  path: 'practices',
  takes: { practices: 'text' },
  act: 'name practice',
  heading: 'Practice that it uses',
  lead: 'Readers find the way from the promise to the practice, and from the practice back to you.',
  button: 'Save',
  action: ({ promise }) => promisePaths.practices(promise.slug),
  initial: (_, { promise }) => ({ practices: promise.practices.join('\n') }),
  load: nothing,
  fields: (props) => <PracticeFields {...props} />,
  submit: async (write, who, { promise }, typed) => {
    const answer = await recordPractices(write, who, promise.id, practicesOf(typed['practices'] ?? ''));
    return answer.ok ? [] : [{ field: 'practices', message: problemWords(answer.problem) }];
  },
  done: 'practices',
});

/** Throws a draft away. */
export const discardPage = workPage({
  path: '/work/promises/:promise/discard',
  params: z.object({ promise: slugParameter }),
  needs: 'lead',
  fields: {},
  async post({ db, visitor, params, now }): Promise<Outcome> {
    const promise = await promiseRecord(db, visitor.organisation, params.promise);
    if (!promise) return halt('not-found');
    const answer = await withdrawDraft(db, whoOf(visitor, now), promise.id);
    return redirect(
      answer.ok ? `${promisePaths.work()}?done=discarded` : `${promisePaths.own(promise.slug)}?done=not-now`,
    );
  },
});
