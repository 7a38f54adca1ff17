import { z } from 'zod';
import { slugParameter, wordsAsked } from '#kit/address.js';
import { halt, invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { publishedFramework } from '#rooms/ground/frameworks/index.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { recordClause, recordEasyWords } from '../../acts.js';
import { type Charter, charterOf, type Clause, clausesOf } from '../../lookups.js';
import { charterPaths } from '../../paths.js';
import { canBeDone, easyLines } from '../../rules.js';
import { linesOf } from '#rooms/promised/together/index.js';
import { examples } from '../../templates/examples.js';
import { doneWords } from '../../view-words.js';
import type { FieldProblem } from '#ui/error-summary/refused.js';
import { EasyWords, Examples } from './words.view.js';

const params = z.object({ charter: slugParameter });
const crumbs = (charter: Charter, here: string) => [
  { text: 'Workspace', href: '/work' },
  { text: 'Charters', href: charterPaths.work() },
  { text: charter.title, href: charterPaths.own(charter.slug) },
  { text: here },
];
const longest = 1500;

function easyForm(
  charter: Charter,
  visitor: Visitor,
  clauses: readonly Clause[],
  texts: readonly string[],
  done: string | null,
  problems: readonly FieldProblem[],
): View {
  return {
    title: `Easy-read words: ${charter.title}`,
    crumbs: crumbs(charter, 'Easy-read words'),
    main: (
      <EasyWords
        csrf={visitor.csrf}
        action={charterPaths.easyWords(charter.slug)}
        back={charterPaths.own(charter.slug)}
        done={done}
        problems={problems}
        clauses={clauses.map(({ id, aim }, index) => ({ id, aim, text: texts[index] ?? '' }))}
      />
    ),
  };
}

export const easyWordsPage = workPage({
  path: '/work/charters/:charter/easy-read',
  params,
  needs: 'lead',
  async get({ db, visitor, params: { charter: slug }, query }) {
    const charter = await charterOf(db, visitor.organisation, slug);
    if (!charter) return halt('not-found');
    if (!canBeDone('easy read', charter.stage)) return redirect(`${charterPaths.own(slug)}?done=not-now`);
    const clauses = await clausesOf(db, visitor.organisation, charter.id);
    return view(
      easyForm(
        charter,
        visitor,
        clauses,
        clauses.map((clause) => easyLines({ ...clause, effectVerb: clause.effect_verb }).join('\n')),
        wordsAsked(doneWords, query),
        [],
      ),
    );
  },
  fields: { 'easy-*': 'text' },
  async post({ db, visitor, params: { charter: slug }, fields, now }): Promise<Outcome> {
    const charter = await charterOf(db, visitor.organisation, slug);
    if (!charter) return halt('not-found');
    const clauses = await clausesOf(db, visitor.organisation, charter.id);
    const texts = clauses.map((_, index) => fields.get(`easy-${index + 1}`));
    const problems = texts.flatMap((text, index) =>
      text.length > longest
        ? [{ field: `easy-${index + 1}`, message: `Clause ${index + 1}: 1,500 characters at most` }]
        : [],
    );
    if (problems.length > 0) return invalid(easyForm(charter, visitor, clauses, texts, null, problems));
    // Left as the clause says it, there are no words of its own, and they follow the clause when it changes.
    const own = clauses.map(
      (clause, index) =>
        [
          clause.id,
          texts[index] === undefined ||
          linesOf(texts[index]).join('\n') ===
            easyLines({ ...clause, effectVerb: clause.effect_verb, easy: [] }).join('\n')
            ? []
            : linesOf(texts[index]),
        ] as const,
    );
    const saved = await recordEasyWords(db, whoOf(visitor, now), slug, new Map(own));
    return redirect(saved.ok ? `${charterPaths.easyWords(slug)}?done=saved` : `${charterPaths.own(slug)}?done=not-now`);
  },
});

const whomWords = { school: 'For a school', trust: 'For a trust', authority: 'For a borough' } as const;

export const examplesPage = workPage({
  path: '/work/charters/:charter/examples',
  params,
  needs: 'lead',
  async get({ db, visitor, params: { charter: slug } }) {
    const charter = await charterOf(db, visitor.organisation, slug);
    if (!charter) return halt('not-found');
    if (!canBeDone('edit words', charter.stage)) return redirect(`${charterPaths.own(slug)}?done=not-now`);
    const themes = (await publishedFramework(db, charter.framework))?.themes ?? [];
    const groups = [
      ...Map.groupBy(
        examples.map((one, index) => ({ ...one, number: index + 1 })),
        ({ theme }) => theme,
      ),
    ].map(([theme, list]) => ({
      title: themes.find(({ key }) => key === theme)?.title ?? theme.replaceAll('-', ' '),
      examples: list.map((one) => ({
        number: one.number,
        whom: whomWords[one.whom],
        aim: one.aim,
        steps: one.steps,
        verb: one.effectVerb,
        effect: one.effect,
      })),
    }));
    return view({
      title: `Examples: ${charter.title}`,
      crumbs: crumbs(charter, 'Examples'),
      main: (
        <Examples
          csrf={visitor.csrf}
          action={charterPaths.examples(slug)}
          back={charterPaths.own(slug)}
          groups={groups}
        />
      ),
    });
  },
  fields: { example: 'choice' },
  async post({ db, visitor, params: { charter: slug }, fields, now }) {
    const charter = await charterOf(db, visitor.organisation, slug);
    if (!charter) return halt('not-found');
    const one = examples[Number(fields.get('example')) - 1];
    if (!one) return redirect(charterPaths.examples(slug));
    const themes = (await publishedFramework(db, charter.framework))?.themes ?? [];
    const { aim, steps, effectVerb, effect } = one;
    const saved = await recordClause(db, whoOf(visitor, now), slug, {
      aim,
      steps,
      effectVerb,
      effect,
      heading: '',
      theme: themes.some(({ key }) => key === one.theme) ? one.theme : null,
      owner: null,
      due: null,
      easy: [],
    });
    return redirect(
      saved.ok
        ? `${charterPaths.own(slug)}?done=example#clause-${saved.value.id}`
        : `${charterPaths.own(slug)}?done=not-now`,
    );
  },
});
