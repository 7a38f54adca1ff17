import { type FieldProblem, lengthProblems } from '#base/form.js';
import { charterCrumbs, params } from '../charter-at-work.js';
import { wordsAsked } from '#kit/address.js';
import { halt, invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { recordEasyWords } from '../../acts.js';
import { type Charter, charterOf, type Clause, clausesOf } from '../../lookups.js';
import { charterPaths } from '../../paths.js';
import { canBeDone } from '../../rules.js';
import { easyLines } from '../../easy-read.js';
import { linesOf } from '#rooms/promised/together/index.js';
import { doneWords } from '../../view-words.js';
import { EasyWords } from './easy-read.view.js';

const longest = 1500;

function easyForm(
  charter: Charter,
  clauses: readonly Clause[],
  texts: readonly string[],
  done: string | null,
  problems: readonly FieldProblem[],
): View {
  return {
    title: `Easy-read words: ${charter.title}`,
    crumbs: charterCrumbs(charter, 'Easy-read words'),
    main: (
      <EasyWords
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
      lengthProblems(`easy-${index + 1}`, text, longest, `Clause ${index + 1}`),
    );
    if (problems.length > 0) return invalid(easyForm(charter, clauses, texts, null, problems));
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
