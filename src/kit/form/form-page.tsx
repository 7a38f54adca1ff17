/**
 * The page of a form that is one object: the kit finds what it is about, reads it, does the act, and answers 422 with everything that was
 * typed where something is wrong. Right, token, transaction and "once" are the corridor's, as for every form (docs/decisions/0028, 0033).
 */
import type { ZodType } from 'zod';
import {
  type Field,
  type FieldProblem,
  type Form,
  type FormFields,
  type Typed,
  type Values,
  readForm,
} from '#base/form.js';
import { londonDate } from '#base/london.js';
import type { Result } from '#base/result.js';
import type { Read, Write } from '#kit/db/gate.js';
import type { FieldLimit, FieldLimits } from '../fields.js';
import { halt, invalid, type Outcome, type Page, redirect, type View, view, workPage } from '../page.js';
import { typedIn } from '../typed.js';
import type { Capability, Visitor } from '../visitor.js';

/** Who asks, when, and where from. */
export interface FormContext<P> {
  readonly db: Read;
  readonly visitor: Visitor;
  readonly params: P;
  readonly now: Date;
  readonly today: string;
  readonly site: string;
}

export interface FormAct<P> extends FormContext<P> {
  readonly db: Write;
}

/** There is nothing to fill in: where somebody is led instead. */
export interface NoForm {
  readonly outcome: Outcome;
}

export function noForm(outcome: Outcome): NoForm {
  return { outcome };
}

function isNoForm(found: object): found is NoForm {
  return 'outcome' in found;
}

export interface FormPageDesign<P, F extends FormFields, Place extends object, Done, Problem> {
  readonly path: string;
  readonly params: ZodType<P>;
  readonly needs: Capability;
  readonly fresh?: 'page' | 'form';
  readonly form: Form<F>;
  /** Takes something away: the page asks first (test/every-form). */
  readonly removes?: true;
  /**
   * What the form is about, and what its fields offer; null where the address names nothing of the visitor's. An outcome where there is
   * nothing to fill in: then it is the answer to the page and to its form.
   */
  readonly find: (context: FormContext<P>) => Promise<Place | NoForm | null>;
  /** Where somebody is led who opens the form when the act cannot be done any more; null where it can. */
  readonly elsewhere?: (place: Place) => string | null;
  readonly initial?: (place: Place, today: string) => Typed;
  readonly shown: (
    place: Place,
    filled: { readonly typed: Typed; readonly problems: readonly FieldProblem[] },
    context: FormContext<P>,
  ) => View | Promise<View>;
  readonly act: (context: FormAct<P>, place: Place, values: Values<F>) => Promise<Result<Done, Problem>>;
  /** What the rules refused, beside the field that it is about; or another answer, where no field can help. */
  readonly refused: (problem: Problem, place: Place) => FieldProblem | NoForm;
  /** Where it goes once it is done. */
  readonly goes: (place: Place, done: Done, values: Values<F>) => string;
}

function limitOfField({ length, most }: Field<unknown>): FieldLimit {
  return most === 1 ? length : { length, most };
}

/** What the corridor lets past of a form. */
export function limitsOf({ fields }: { readonly fields: FormFields }): FieldLimits {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [field.kind === 'day' ? `${name}-*` : name, limitOfField(field)]),
  );
}

export function formPage<P, F extends FormFields, Place extends object, Done, Problem>(
  design: FormPageDesign<P, F, Place, Done, Problem>,
): Page {
  const { path, params, needs, fresh, form, removes } = design;
  return workPage<P>({
    path,
    params,
    needs,
    ...(fresh ? { fresh } : {}),
    ...(removes ? { removes } : {}),
    form,
    fields: limitsOf(form),
    async get({ db, visitor, params, now, site }) {
      const context = { db, visitor, params, now, site, today: londonDate(now) };
      const place = await design.find(context);
      if (place === null) return halt('not-found');
      if (isNoForm(place)) return place.outcome;
      const elsewhere = design.elsewhere?.(place) ?? null;
      if (elsewhere !== null) return redirect(elsewhere);
      const typed = design.initial?.(place, context.today) ?? {};
      return view(await design.shown(place, { typed, problems: [] }, context));
    },
    async post({ db, visitor, params, fields, now, site }) {
      const context = { db, visitor, params, now, site, today: londonDate(now) };
      const place = await design.find(context);
      if (place === null) return halt('not-found');
      if (isNoForm(place)) return place.outcome;
      const typed = typedIn(fields);
      const again = async (problems: readonly FieldProblem[]) =>
        invalid(await design.shown(place, { typed, problems }, context));
      const read = readForm(form, typed, context);
      if (!read.ok) return again(read.problem);
      const done = await design.act(context, place, read.value);
      if (done.ok) return redirect(design.goes(place, done.value, read.value));
      const answer = design.refused(done.problem, place);
      return isNoForm(answer) ? answer.outcome : again([answer]);
    },
  });
}
