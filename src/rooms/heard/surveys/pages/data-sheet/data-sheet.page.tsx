import type { FieldProblem, Typed } from '#base/form.js';
import { typedIn } from '#kit/typed.js';
import type { Read } from '#kit/db/gate.js';
import { halt, invalid, type Outcome, redirect, view, type View, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { inLanguage, type Item, languageName } from '#rooms/heard/instruments/index.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { recordSheet } from '../../acts.js';
import { colleaguesOf, surveyAt, type SurveySeen } from '../../lookups.js';
import { surveyPaths } from '../../paths.js';
import { asksText, groupItems, mayNeedConsent, specialItems, tableItems } from '../../rules.js';
import { audienceWords, problemWords } from '../../view-words.js';
import { surveyCrumbs, surveyParams } from '../shared.js';
import { readSheet, sheetTyped } from './data-sheet.form.js';
import { SheetView } from './data-sheet.view.js';

/** The words of an item; with its audience where others of the same words stand beside it. */
function choices(
  survey: SurveySeen,
  items: readonly Item[],
): readonly { readonly key: string; readonly words: string }[] {
  const [first = 'en'] = survey.content.languages;
  const words = items.map(({ texts }) => inLanguage(texts, 'en', first));
  return items.map(({ key, audiences }, index) => {
    const own = words[index] ?? key;
    const isTwice = words.indexOf(own) !== words.lastIndexOf(own);
    return {
      key,
      words: isTwice
        ? `${own} (${audiences.map((audience) => audienceWords[audience].toLowerCase()).join('; ')})`
        : own,
    };
  });
}

async function shown(
  db: Read,
  survey: SurveySeen,
  visitor: Visitor,
  typed: Typed,
  problems: readonly FieldProblem[],
): Promise<View> {
  const { content, audiences } = survey;
  const groups = groupItems(content, audiences);
  const special = Map.groupBy(specialItems(content, audiences), (item) => item.special ?? '');
  return {
    title: `Data sheet: ${survey.name}`,
    crumbs: [...surveyCrumbs(survey), { text: 'Data sheet' }],
    main: (
      <SheetView
        name={survey.name}
        typed={typed}
        problems={problems}
        languages={survey.languages.map((tag) => ({ tag, name: languageName(tag) }))}
        special={[...special].map(([category, items]) => ({
          category: category.charAt(0).toUpperCase() + category.slice(1),
          items: choices(survey, items).map(({ words }) => words),
        }))}
        asksConsent={mayNeedConsent(content, audiences)}
        asksText={asksText(content, audiences)}
        colleagues={await colleaguesOf(db, visitor.organisation)}
        items={choices(survey, tableItems(content, audiences))}
        groups={choices(survey, groups)}
        mayPair={groups.some((one, index) =>
          groups
            .slice(index + 1)
            .some((other) =>
              audiences.some((audience) => one.audiences.includes(audience) && other.audiences.includes(audience)),
            ),
        )}
      />
    ),
  };
}

export const sheetPage = workPage({
  path: '/work/surveys/:survey/data-sheet',
  params: surveyParams,
  needs: 'lead',
  async get({ db, visitor, params }) {
    const survey = await surveyAt(db, visitor.organisation, params.survey);
    if (!survey?.isOwn) return halt('not-found');
    if (survey.stage !== 'draft') return redirect(surveyPaths.sign(survey.address));
    return view(await shown(db, survey, visitor, sheetTyped(survey.sheet, survey.reviewers), []));
  },
  fields: {
    purpose: 'text',
    'why-*': 'line',
    basis: 'choice',
    consent: 'choice',
    whoSees: 'text',
    reviewers: { length: 'choice', most: 200 },
    retention: 'line',
    contact: 'line',
    openLink: 'choice',
    items: { length: 'choice', most: 200 },
    groups: { length: 'choice', most: 200 },
    'pair-*': 'choice',
  },
  async post({ db, visitor, params, fields, now }): Promise<Outcome> {
    const survey = await surveyAt(db, visitor.organisation, params.survey);
    if (!survey?.isOwn) return halt('not-found');
    const typed = typedIn(fields);
    const { sheet, reviewers, problems } = readSheet(typed, survey);
    if (problems.length > 0) return invalid(await shown(db, survey, visitor, typed, problems));
    const saved = await recordSheet(db, whoOf(visitor, now), params.survey, sheet, reviewers);
    return saved.ok
      ? redirect(surveyPaths.one(survey.address, 'sheet'))
      : invalid(await shown(db, survey, visitor, typed, [{ field: 'purpose', message: problemWords(saved.problem) }]));
  },
});
