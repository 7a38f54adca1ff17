import { z } from 'zod';
import { isUuid } from '#base/id.js';
import { londonDate } from '#base/london.js';
import { slugParameter } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import type { FieldLimits } from '#kit/fields.js';
import { halt, invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import {
  frameworksToChoose,
  publishedFramework,
  themeNamed,
  type WholeFramework,
} from '#rooms/ground/frameworks/index.js';
import { whoOf } from '#rooms/ground/people/index.js';
import {
  recordCharter,
  recordCharterAbout,
  recordClause,
  recordClauseDraft,
  recordClausePromise,
  recordOrder,
  withdrawClause,
} from '../../acts.js';
import { charterOf, type Charter, type Clause, clausesOf } from '../../lookups.js';
import { suggestionsOf } from '#rooms/promised/together/index.js';
import { charterPaths } from '../../paths.js';
import { type CharterReading, readCharter } from '../../reading.js';
import { canBeDone } from '../../rules.js';
import { problemWords } from '../../view-words.js';
import type { ClauseDraft } from '../../words.js';
import { type Typed, typedIn } from '#kit/typed.js';
import type { FieldProblem } from '#ui/error-summary/refused.js';
import { readAbout, readClause, typedAbout, typedClause } from './edit.form.js';
import { EditAbout, EditClause, NewCharter, type NewCharterProps } from './edit.view.js';

const home = [
  { text: 'Workspace', href: '/work' },
  { text: 'Charters', href: charterPaths.work() },
] as const;
const params = z.object({ charter: slugParameter });
const clauseParams = z.object({ charter: slugParameter, clause: z.string().refine(isUuid) });
const clausesAtMost = 60;

/** A charter that is there already keeps its framework, also where that has ended. */
async function frameworkChoices(
  db: Read,
  charter: Charter | null,
): Promise<readonly { readonly value: string; readonly text: string }[]> {
  return (await frameworksToChoose(db, { named: charter === null ? [] : [charter.framework] })).map(
    ({ slug, name }) => ({ value: slug, text: name }),
  );
}

/** Key of the theme under which one promises that a heading names, in whichever wording; null where it names none. */
function themeOf(framework: WholeFramework | undefined, heading: string): string | null {
  if (!framework) return null;
  const key = themeNamed(heading, framework.themes, framework.wordings);
  return framework.themes.some((theme) => theme.promised && theme.key === key) ? key : null;
}

function draftsOf(reading: CharterReading, framework: WholeFramework | undefined): readonly ClauseDraft[] {
  return reading.clauses.map(({ heading, aim, steps, effect }) => ({
    heading,
    theme: themeOf(framework, heading),
    aim,
    steps,
    effectVerb: effect?.verb ?? 'can',
    effect: effect?.words ?? '',
    owner: null,
    due: null,
    easy: [],
  }));
}

async function newForm(
  db: Read,
  visitor: Visitor,
  typed: Typed,
  problems: readonly FieldProblem[],
  found: CharterReading | null,
): Promise<View> {
  const framework = await publishedFramework(db, typed['framework'] ?? '');
  const reading: NewCharterProps['reading'] = found && {
    found,
    themes: new Map(
      found.headings
        .map(({ text }) => text.trim())
        .concat(found.clauses.map(({ heading }) => heading))
        .map((heading) => [
          heading,
          framework?.themes.find(({ key }) => key === themeOf(framework, heading))?.title ?? null,
        ]),
    ),
  };
  return {
    title: 'Start a charter',
    crumbs: [...home, { text: 'Start a charter' }],
    main: (
      <NewCharter
        csrf={visitor.csrf}
        action={charterPaths.add()}
        back={charterPaths.work()}
        typed={typed}
        problems={problems}
        frameworks={await frameworkChoices(db, null)}
        reading={reading}
      />
    ),
  };
}

const charterFields: FieldLimits = {
  title: 'line',
  intro: 'text',
  framework: 'choice',
  safeguarding: 'line',
  safeguardingEmail: 'line',
  ballot: 'choice',
  choose: 'line',
  text: 'document',
  act: 'choice',
};

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

export const newCharterPage = workPage({
  path: '/work/charters/new',
  params: z.object({}),
  needs: 'lead',
  async get({ db, visitor }) {
    const frameworks = await frameworksToChoose(db, { kind: 'charter' });
    return view(
      await newForm(
        db,
        visitor,
        { framework: frameworks.length === 1 ? (frameworks[0]?.slug ?? '') : '', ballot: 'each' },
        [],
        null,
      ),
    );
  },
  fields: charterFields,
  async post({ db, visitor, fields, now }): Promise<Outcome> {
    const typed = typedIn(fields);
    const text = typed['text'] ?? '';
    const { draft, problems } = readAbout(
      typed,
      (await frameworkChoices(db, null)).map(({ value }) => value),
    );
    const tooMuch = text.length > 60_000 ? [{ field: 'text', message: 'Paste 60,000 characters at most' }] : [];
    const reading = text.trim() === '' || tooMuch.length > 0 ? null : readCharter(text);
    const noClause =
      reading && reading.clauses.length === 0
        ? [
            {
              field: 'text',
              message:
                'No sentence of this text begins with “We will”. Change the text, or take it away and write clauses yourself',
            },
          ]
        : [];
    const tooMany =
      reading && reading.clauses.length > clausesAtMost
        ? [{ field: 'text', message: `A charter can have ${clausesAtMost} clauses at most` }]
        : [];
    const all = [...problems, ...tooMuch, ...noClause, ...tooMany];
    if (all.length > 0) return invalid(await newForm(db, visitor, typed, all, reading));
    // What was pasted is looked at before anything is kept of it.
    if (reading && fields.get('act') !== 'save') return view(await newForm(db, visitor, typed, [], reading));
    const framework = await publishedFramework(db, draft.framework);
    const made = await recordCharter(
      db,
      whoOf(visitor, now),
      draft,
      reading ? draftsOf(reading, framework) : [],
      reading ? reading.unplaced.map((line) => line.text.trim()) : [],
    );
    return made.ok
      ? redirect(`${charterPaths.own(made.value.slug)}?done=begun`)
      : invalid(
          await newForm(db, visitor, typed, [{ field: 'framework', message: problemWords(made.problem) }], reading),
        );
  },
});

async function aboutForm(
  db: Read,
  visitor: Visitor,
  charter: Charter,
  typed: Typed,
  problems: readonly FieldProblem[],
): Promise<View> {
  return {
    title: `About the charter: ${charter.title}`,
    crumbs: [...home, { text: charter.title, href: charterPaths.own(charter.slug) }, { text: 'About' }],
    main: (
      <EditAbout
        csrf={visitor.csrf}
        action={charterPaths.about(charter.slug)}
        back={charterPaths.own(charter.slug)}
        typed={typed}
        problems={problems}
        frameworks={await frameworkChoices(db, charter)}
      />
    ),
  };
}

export const aboutCharterPage = workPage({
  path: '/work/charters/:charter/about',
  params,
  needs: 'lead',
  async get({ db, visitor, params: { charter: slug } }) {
    const charter = await charterOf(db, visitor.organisation, slug);
    if (!charter) return halt('not-found');
    if (!canBeDone('edit words', charter.stage)) return redirect(`${charterPaths.own(slug)}?done=not-now`);
    return view(
      await aboutForm(
        db,
        visitor,
        charter,
        typedAbout({ ...charter, safeguardingEmail: charter.safeguarding_email }),
        [],
      ),
    );
  },
  fields: charterFields,
  async post({ db, visitor, params: { charter: slug }, fields, now }): Promise<Outcome> {
    const charter = await charterOf(db, visitor.organisation, slug);
    if (!charter) return halt('not-found');
    const typed = typedIn(fields);
    const { draft, problems } = readAbout(
      typed,
      (await frameworkChoices(db, charter)).map(({ value }) => value),
    );
    if (problems.length > 0) return invalid(await aboutForm(db, visitor, charter, typed, problems));
    const saved = await recordCharterAbout(db, whoOf(visitor, now), slug, draft);
    return saved.ok
      ? redirect(`${charterPaths.own(slug)}?done=saved`)
      : invalid(
          await aboutForm(db, visitor, charter, typed, [{ field: 'title', message: problemWords(saved.problem) }]),
        );
  },
});

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
    crumbs: [...home, { text: charter.title, href: charterPaths.own(charter.slug) }, { text: heading }],
    main: (
      <EditClause
        csrf={visitor.csrf}
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

export const removeClausePage = workPage({
  path: '/work/charters/:charter/clauses/:clause/remove',
  params: clauseParams,
  needs: 'lead',
  fields: { act: 'choice' },
  async post({ db, visitor, params: at, now }) {
    const gone = await withdrawClause(db, whoOf(visitor, now), at.charter, at.clause);
    if (!gone.ok && gone.problem.code === 'not there') return halt('not-found');
    return redirect(`${charterPaths.own(at.charter)}?done=${gone.ok ? 'removed' : 'not-now'}`);
  },
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
