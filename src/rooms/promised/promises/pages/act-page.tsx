/** The page of one act on a promise: each says what it is about, and this does the rest. */
import type { VNode } from 'preact';
import { z } from 'zod';
import type { FieldProblem, Form, FormFields, Typed, Values } from '#base/form.js';
import { isUuid } from '#base/id.js';
import type { Result } from '#base/result.js';
import { slugParameter } from '#kit/address.js';
import type { Read, Write } from '#kit/db/gate.js';
import { formPage, noForm, type NoForm } from '#kit/form/form-page.js';
import { type Page, redirect } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { type Who, whoOf } from '#rooms/ground/people/index.js';
import { type FieldsProps, FormPage } from '#ui/form/form.js';
import { type PromiseRecord, promiseRecord } from '../lookups.js';
import { promisePaths } from '../paths.js';
import { canBeDone, type PromiseAct } from '../rules.js';
import { problemWords } from '../view-words.js';
import type { PromiseProblem } from '../words.js';

interface Place {
  readonly promise: PromiseRecord;
  /** Of the piece of evidence that the address names; '' elsewhere. */
  readonly evidence: string;
}

interface Act<F extends FormFields, Extra> {
  /** What stands after the promise's own address at work. */
  readonly path: string;
  readonly form: Form<F>;
  readonly act: PromiseAct;
  readonly heading: string;
  readonly lead?: string;
  readonly button: string;
  readonly removes?: true;
  readonly action: (place: Place) => string;
  readonly initial?: (today: string, place: Place) => Typed;
  /** What the fields offer; null where the address names nothing. */
  readonly load: (db: Read, place: Place, visitor: Visitor, today: string) => Promise<Extra | null>;
  readonly fields: (props: FieldsProps, extra: Extra) => VNode;
  readonly submit: (
    write: Write,
    who: Who,
    place: Place,
    values: Values<F>,
    site: string,
  ) => Promise<Result<unknown, PromiseProblem>>;
  /** The field that a refusal of the act is about. */
  readonly fieldOf?: (problem: PromiseProblem) => keyof F | `${string}-day`;
  /** What is said on the promise's own page once it is done, or where it goes instead. */
  readonly done: string | (() => string);
}

export const nothing = async (): Promise<object> => ({});

export function actPage<F extends FormFields, Extra extends object>(act: Act<F, Extra>): Page {
  const { form, heading, lead, button, removes } = act;
  return formPage({
    path: `/work/promises/:promise/${act.path}`,
    params: z.object({ promise: slugParameter, evidence: z.string().refine(isUuid).optional() }),
    needs: 'lead',
    form,
    ...(removes ? { removes } : {}),
    async find({ db, visitor, params, today }) {
      const promise = await promiseRecord(db, visitor.organisation, params.promise);
      if (!promise) return null;
      const place: Place = { promise, evidence: params.evidence ?? '' };
      const extra = await act.load(db, place, visitor, today);
      return extra && { place, extra };
    },
    elsewhere: ({ place: { promise } }) =>
      canBeDone(act.act, promise.state) ? null : `${promisePaths.own(promise.slug)}?done=not-now`,
    initial: ({ place }, today) => act.initial?.(today, place) ?? {},
    shown: ({ place, extra }, filled) => ({
      title: `${heading}: ${place.promise.slug}`,
      crumbs: [
        { text: 'Workspace', href: '/work' },
        { text: 'Promises', href: promisePaths.work() },
        { text: `Promise ${place.promise.number}`, href: promisePaths.own(place.promise.slug) },
        { text: heading },
      ],
      main: (
        <FormPage
          action={act.action(place)}
          caption={`We will ${place.promise.aim}`}
          heading={heading}
          lead={lead}
          button={button}
          isWarning={removes}
          back={{ href: promisePaths.own(place.promise.slug), text: 'Back to the promise' }}
          problems={filled.problems}
        >
          {act.fields(filled, extra)}
        </FormPage>
      ),
    }),
    act: ({ db, visitor, now, site }, { place }, values) => act.submit(db, whoOf(visitor, now), place, values, site),
    refused: (problem, { place }): FieldProblem | NoForm =>
      act.fieldOf
        ? { field: String(act.fieldOf(problem)), message: problemWords(problem) }
        : noForm(redirect(`${promisePaths.own(place.promise.slug)}?done=not-now`)),
    goes: ({ place }) =>
      typeof act.done === 'string' ? `${promisePaths.own(place.promise.slug)}?done=${act.done}` : act.done(),
  });
}
