import type { FieldProblem, Typed } from '#base/form.js';
import { typedIn } from '#kit/typed.js';
import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { slugParameter } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import type { FieldLimits } from '#kit/fields.js';
import { halt, invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import { boardsToChoose } from '#rooms/decided/boards/index.js';
import { themesToChoose } from '#rooms/ground/frameworks/index.js';
import { isPracticeThere, practiceTitles } from '#rooms/practised/practice/index.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { recordPractices, recordPromise, recordPromiseDraft } from '../../acts.js';
import { type PromiseRecord, promiseRecord } from '../../lookups.js';
import { promisePaths } from '../../paths.js';
import { canBeDone } from '../../rules.js';
import { problemWords } from '../../view-words.js';
import { readPromiseForm, typedFrom } from './draft.form.js';
import { EditPromise } from './draft.view.js';

const crumbs = [
  { text: 'Workspace', href: '/work' },
  { text: 'Promises', href: promisePaths.work() },
];
/** What one field of a form can hold. */
const boardsAtMost = 500;

async function choices(read: Read, promise: PromiseRecord | null) {
  const themes = await themesToChoose(read, { promised: true, named: promise === null ? [] : [promise.framework] });
  const boards = await boardsToChoose(read, null, boardsAtMost);
  return {
    themes: themes.map(({ framework, framework_name, key, title }) => ({
      value: `${framework} ${key}`,
      text: `${framework_name}: ${title}`,
    })),
    boards: boards.map(({ slug, name }) => ({ value: slug, text: name })),
    hasPractice: await isPracticeThere(read),
  };
}

type Choices = Awaited<ReturnType<typeof choices>>;

function shown(
  promise: PromiseRecord | null,
  typed: Typed,
  problems: readonly FieldProblem[],
  { themes, boards, hasPractice }: Choices,
): View {
  const title = promise === null ? 'A new promise' : 'Change the draft';
  // A draft from a charter may name a theme that is not among those that are offered any more.
  const own = typed['theme'] ?? '';
  const offered =
    promise === null || own.trim() === '' || themes.some(({ value }) => value === own)
      ? themes
      : [...themes, { value: own, text: own }];
  return {
    title: promise === null ? title : `${title}: ${promise.slug}`,
    crumbs: [...crumbs, { text: title }],
    main: (
      <EditPromise
        action={promise === null ? promisePaths.add() : promisePaths.draft(promise.slug)}
        back={promise === null ? promisePaths.work() : promisePaths.own(promise.slug)}
        isNew={promise === null}
        typed={typed}
        problems={problems}
        themes={offered}
        boards={boards}
        hasPractice={hasPractice}
      />
    ),
  };
}

async function read(db: Read, typed: Typed, { themes, boards }: Choices, promise: PromiseRecord | null, today: string) {
  const own = promise === null ? [] : [`${promise.framework} ${promise.theme ?? ''}`];
  const form = readPromiseForm(
    typed,
    {
      themes: [...themes.map(({ value }) => value), ...own],
      boards: [...boards.map(({ value }) => value), ...(promise?.board ? [promise.board] : [])],
    },
    promise?.charter ?? null,
    today,
  );
  const titles = await practiceTitles(db, form.practices);
  const unknown = form.practices.filter((slug) => !titles.has(slug));
  return unknown.length === 0
    ? form
    : {
        ...form,
        problems: [
          ...form.problems,
          { field: 'practices', message: problemWords({ code: 'no such practice', practices: unknown }) },
        ],
      };
}

const promiseFields: FieldLimits = {
  theme: 'choice',
  aim: 'text',
  steps: 'text',
  verb: 'choice',
  effect: 'line',
  owner: 'line',
  practices: 'text',
  'due-*': 'line',
  'starts-*': 'line',
  measure: 'text',
  board: 'choice',
  source: 'text',
};

export const newPromisePage = workPage({
  path: '/work/promises/new',
  params: z.object({}),
  needs: 'lead',
  async get({ db, query }) {
    const offered = await choices(db, null);
    return view(
      shown(null, { theme: query['theme'] ?? '', practices: query['practice'] ?? '', verb: 'can' }, [], offered),
    );
  },
  fields: promiseFields,
  async post({ db, visitor, fields, now }): Promise<Outcome> {
    const offered = await choices(db, null);
    const typed = typedIn(fields);
    const form = await read(db, typed, offered, null, londonDate(now));
    if (form.problems.length > 0) return invalid(shown(null, typed, form.problems, offered));
    const who = whoOf(visitor, now);
    const { id, slug } = await recordPromise(db, who, form.draft);
    await recordPractices(db, who, id, form.practices);
    return redirect(`${promisePaths.own(slug)}?done=saved`);
  },
});

export const draftPage = workPage({
  path: '/work/promises/:promise/draft',
  params: z.object({ promise: slugParameter }),
  needs: 'lead',
  async get({ db, visitor, params }) {
    const promise = await promiseRecord(db, visitor.organisation, params.promise);
    if (!promise) return halt('not-found');
    if (!canBeDone('edit', promise.state)) return redirect(promisePaths.own(promise.slug));
    const { effect_verb: effectVerb, ...draft } = promise;
    return view(shown(promise, typedFrom({ ...draft, effectVerb }, promise.practices), [], await choices(db, promise)));
  },
  fields: promiseFields,
  async post({ db, visitor, params, fields, now }): Promise<Outcome> {
    const promise = await promiseRecord(db, visitor.organisation, params.promise);
    if (!promise) return halt('not-found');
    const offered = await choices(db, promise);
    const typed = typedIn(fields);
    const form = await read(db, typed, offered, promise, londonDate(now));
    const who = whoOf(visitor, now);
    if (form.problems.length > 0) return invalid(shown(promise, typed, form.problems, offered));
    const saved = await recordPromiseDraft(db, who, promise.id, form.draft);
    if (!saved.ok)
      return invalid(shown(promise, typed, [{ field: 'aim', message: problemWords(saved.problem) }], offered));
    await recordPractices(db, who, promise.id, form.practices);
    return redirect(`${promisePaths.own(promise.slug)}?done=saved`);
  },
});
