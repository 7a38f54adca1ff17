/** The page of one act on a promise: each says what it is about, and this does the rest. */
import type { VNode } from 'preact';
import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { isUuid } from '#base/id.js';
import type { Result } from '#base/result.js';
import { slugParameter } from '#kit/address.js';
import type { Read, Write } from '#kit/db/gate.js';
import type { FieldLimits } from '#kit/fields.js';
import { type Fields, halt, invalid, type Outcome, type Page, redirect, type View, view, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { type Who, whoOf } from '#rooms/ground/people/index.js';
import { type PromiseRecord, promiseRecord } from '../lookups.js';
import { promisePaths } from '../paths.js';
import { canBeDone, type PromiseAct } from '../rules.js';
import { problemWords } from '../view-words.js';
import type { PromiseProblem } from '../words.js';
import type { FieldProblem, Read as Form, Typed } from './act.form.js';
import { type FieldsProps, ActForm } from './act.view.js';

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

export const nothing = async (): Promise<object> => ({});

export function actPage<Extra extends object>(act: Act<Extra>): Page {
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
      <ActForm
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
      </ActForm>
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
export async function readThenAct<T>(
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
