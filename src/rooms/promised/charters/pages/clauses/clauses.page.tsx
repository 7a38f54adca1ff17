import { type FieldProblem, form, type Typed } from '#base/form.js';
import { charterFrame, clausesAtMost, chartersCrumbs, params } from '../charter-at-work.js';
import { z } from 'zod';
import { isUuid } from '#base/id.js';
import { londonDate } from '#base/london.js';
import { slugParameter } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import type { FieldLimits } from '#kit/fields.js';
import { formPage, noForm } from '#kit/form/form-page.js';
import { halt, invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { publishedFramework } from '#rooms/ground/frameworks/index.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { recordClause, recordClauseDraft, recordClausePromise, recordOrder, withdrawClause } from '../../acts.js';
import { type Charter, charterOf, type Clause, clausesOf } from '../../lookups.js';
import { suggestionsOf } from '#rooms/promised/together/index.js';
import { charterPaths } from '../../paths.js';
import { canBeDone } from '../../rules.js';
import { problemWords } from '../../view-words.js';
import { typedIn } from '#kit/typed.js';
import { readClause, typedClause } from './clauses.form.js';
import { FormPage } from '#ui/form/form.js';
import { EditClause } from './clauses.view.js';

const clauseParams = z.object({ charter: slugParameter, clause: z.string().refine(isUuid) });

const clauseFields: FieldLimits = {
  aim: 'text',
  steps: 'text',
  verb: 'choice',
  effect: 'text',
  heading: 'line',
  theme: 'choice',
  owner: 'line',
  'due-*': 'line',
};

async function clauseForm(
  db: Read,
  visitor: Visitor,
  charter: Charter,
  clause: Clause | null,
  typed: Typed,
  problems: readonly FieldProblem[],
): Promise<View> {
  const heading = clause ? 'Change the clause' : 'Write a clause';
  const themes = (await publishedFramework(db, charter.framework))?.themes.filter(({ promised }) => promised) ?? [];
  const suggested =
    clause === null
      ? []
      : (await suggestionsOf(db, visitor.organisation, charter.id)).filter(
          (one) => one.state === 'cleared' && one.kind === 'change' && one.clause === clause.id && !one.used,
        );
  return {
    title: `${heading}: ${charter.title}`,
    crumbs: [...chartersCrumbs, { text: charter.title, href: charterPaths.own(charter.slug) }, { text: heading }],
    main: (
      <EditClause
        action={clause ? charterPaths.clause(charter.slug, clause.id) : charterPaths.addClause(charter.slug)}
        back={charterPaths.own(charter.slug)}
        heading={heading}
        typed={typed}
        problems={problems}
        themes={themes.map(({ key, title }) => ({ value: key, text: title }))}
        mayEditWords={canBeDone('edit words', charter.stage)}
        suggested={suggested.map(({ aim, steps, effect_verb, effect, edited }) => ({
          aim: aim ?? '',
          steps: steps ?? [],
          verb: effect_verb ?? 'can',
          effect: effect ?? '',
          edited,
        }))}
      />
    ),
  };
}

async function themeKeys(db: Read, charter: Charter): Promise<readonly string[]> {
  return ((await publishedFramework(db, charter.framework))?.themes ?? []).map(({ key }) => key);
}

export const newClausePage = workPage({
  path: '/work/charters/:charter/clauses/new',
  params,
  needs: 'lead',
  async get({ db, visitor, params: { charter: slug } }) {
    const charter = await charterOf(db, visitor.organisation, slug);
    if (!charter) return halt('not-found');
    if (!canBeDone('edit words', charter.stage)) return redirect(`${charterPaths.own(slug)}?done=not-now`);
    return view(await clauseForm(db, visitor, charter, null, { verb: 'can' }, []));
  },
  fields: clauseFields,
  async post({ db, visitor, params: { charter: slug }, fields, now }): Promise<Outcome> {
    const charter = await charterOf(db, visitor.organisation, slug);
    if (!charter) return halt('not-found');
    const typed = typedIn(fields);
    const { draft, problems } = readClause(typed, await themeKeys(db, charter), londonDate(now));
    const full =
      (await clausesOf(db, visitor.organisation, charter.id)).length >= clausesAtMost
        ? [{ field: 'aim', message: `A charter can have ${clausesAtMost} clauses at most` }]
        : [];
    if (problems.length + full.length > 0)
      return invalid(await clauseForm(db, visitor, charter, null, typed, [...problems, ...full]));
    const saved = await recordClause(db, whoOf(visitor, now), slug, draft);
    return saved.ok
      ? redirect(`${charterPaths.own(slug)}?done=saved#clause-${saved.value.id}`)
      : invalid(
          await clauseForm(db, visitor, charter, null, typed, [{ field: 'aim', message: problemWords(saved.problem) }]),
        );
  },
});

async function clauseAt(
  db: Read,
  visitor: Visitor,
  slug: string,
  id: string,
): Promise<{ readonly charter: Charter; readonly clause: Clause } | undefined> {
  const charter = await charterOf(db, visitor.organisation, slug);
  const clause = charter && (await clausesOf(db, visitor.organisation, charter.id)).find((one) => one.id === id);
  return charter && clause && { charter, clause };
}

export const clausePage = workPage({
  path: '/work/charters/:charter/clauses/:clause',
  params: clauseParams,
  needs: 'lead',
  async get({ db, visitor, params: at }) {
    const found = await clauseAt(db, visitor, at.charter, at.clause);
    if (!found) return halt('not-found');
    if (!canBeDone('edit facts', found.charter.stage)) return redirect(`${charterPaths.own(at.charter)}?done=not-now`);
    return view(
      await clauseForm(
        db,
        visitor,
        found.charter,
        found.clause,
        typedClause({ ...found.clause, effectVerb: found.clause.effect_verb }),
        [],
      ),
    );
  },
  fields: clauseFields,
  async post({ db, visitor, params: at, fields, now }): Promise<Outcome> {
    const found = await clauseAt(db, visitor, at.charter, at.clause);
    if (!found) return halt('not-found');
    const { charter, clause } = found;
    // Where the words stand still the form does not send them, and whatever is sent in their place changes nothing.
    const typed = canBeDone('edit words', charter.stage)
      ? typedIn(fields)
      : {
          ...typedIn(fields),
          ...Object.fromEntries(
            ['aim', 'steps', 'verb', 'effect', 'heading'].map((name) => [
              name,
              typedClause({ ...clause, effectVerb: clause.effect_verb })[name] ?? '',
            ]),
          ),
        };
    const { draft, problems } = readClause(typed, await themeKeys(db, charter), londonDate(now));
    if (problems.length > 0) return invalid(await clauseForm(db, visitor, charter, clause, typed, problems));
    const saved = await recordClauseDraft(db, whoOf(visitor, now), at.charter, clause.id, draft);
    return saved.ok
      ? redirect(`${charterPaths.own(at.charter)}?done=saved#clause-${clause.id}`)
      : invalid(
          await clauseForm(db, visitor, charter, clause, typed, [
            { field: 'theme', message: problemWords(saved.problem) },
          ]),
        );
  },
});

export const moveClausePage = workPage({
  path: '/work/charters/:charter/clauses/:clause/move',
  params: clauseParams,
  needs: 'lead',
  fields: { way: 'choice' },
  async post({ db, visitor, params: at, fields, now }) {
    const moved = await recordOrder(
      db,
      whoOf(visitor, now),
      at.charter,
      at.clause,
      fields.get('way') === 'up' ? 'up' : 'down',
    );
    if (!moved.ok && moved.problem.code === 'not there') return halt('not-found');
    return redirect(`${charterPaths.own(at.charter)}?done=${moved.ok ? 'moved' : 'not-now'}#clause-${at.clause}`);
  },
});

/** Takes a clause out of the charter, once it was asked. */
export const removeClausePage = formPage({
  path: '/work/charters/:charter/clauses/:clause/remove',
  params: clauseParams,
  needs: 'lead',
  form: form({}),
  removes: true,
  async find({ db, visitor, params: at }) {
    const charter = await charterOf(db, visitor.organisation, at.charter);
    const clause =
      charter && (await clausesOf(db, visitor.organisation, charter.id)).find(({ id }) => id === at.clause);
    return charter && clause ? { charter, clause } : null;
  },
  elsewhere: ({ charter }) =>
    canBeDone('edit words', charter.stage) ? null : `${charterPaths.own(charter.slug)}?done=not-now`,
  shown: ({ charter, clause }) =>
    charterFrame(
      charter,
      'Remove a clause',
      <FormPage
        action={charterPaths.removeClause(charter.slug, clause.id)}
        caption={`We will ${clause.aim}`}
        heading="Remove this clause"
        lead="It leaves the charter. It cannot be brought back."
        button="Remove the clause"
        isWarning
        back={{ href: charterPaths.own(charter.slug), text: 'Keep it' }}
        problems={[]}
      />,
    ),
  act: ({ db, visitor, now }, { charter, clause }) => withdrawClause(db, whoOf(visitor, now), charter.slug, clause.id),
  refused: (_, { charter }) => noForm(redirect(`${charterPaths.own(charter.slug)}?done=not-now`)),
  goes: ({ charter }) => `${charterPaths.own(charter.slug)}?done=removed`,
});

export const promiseClausePage = workPage({
  path: '/work/charters/:charter/clauses/:clause/promise',
  params: clauseParams,
  needs: 'lead',
  fields: { act: 'choice' },
  async post({ db, visitor, params: at, now }) {
    const made = await recordClausePromise(db, whoOf(visitor, now), at.charter, at.clause);
    if (!made.ok && made.problem.code === 'not there') return halt('not-found');
    return redirect(`${charterPaths.own(at.charter)}?done=${made.ok ? 'promised' : 'not-now'}#clause-${at.clause}`);
  },
});
