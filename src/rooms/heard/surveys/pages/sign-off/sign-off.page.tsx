import type { FieldProblem, Typed } from '#base/form.js';
import { typedIn } from '#kit/typed.js';
import { plainDate } from '#base/london.js';
import type { Read } from '#kit/db/gate.js';
import { halt, invalid, type Outcome, redirect, view, type View, workPage } from '#kit/page.js';
import { inLanguage, languageName, titleOf } from '#rooms/heard/instruments/index.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { signSheet } from '../../acts.js';
import { colleaguesOf, surveyAt, type SurveySeen } from '../../lookups.js';
import { surveyPaths } from '../../paths.js';
import { asksText, mayNeedConsent, missingInSheet, possibleTables, specialItems } from '../../rules.js';
import { isSigned } from '../../sign-off.js';
import { audienceWords, daysWords, problemWords } from '../../view-words.js';
import { surveyCrumbs, surveyParams } from '../shared.js';
import { readSignature } from './sign-off.form.js';
import { SignView } from './sign-off.view.js';

async function facts(
  db: Read,
  survey: SurveySeen,
): Promise<readonly { readonly key: string; readonly lines: readonly string[] }[]> {
  const { content, audiences, languages, reviewers, sheet } = survey;
  const [first = 'en'] = content.languages;
  const words = new Map(content.items.map(({ key, texts }) => [key, inLanguage(texts, 'en', first)]));
  const names = new Map(
    (survey.isOwn ? await colleaguesOf(db, survey.organisation) : []).map(({ id, name }) => [id, name]),
  );
  const tables = Map.groupBy(possibleTables(content, audiences, sheet.tables), ({ item }) => item);
  return [
    { key: 'Instrument', lines: [`${titleOf(content)}, version ${survey.version}`] },
    {
      key: 'Days',
      lines: [
        survey.movesTo === null
          ? daysWords(survey.opensOn, survey.closesOn)
          : `${daysWords(survey.opensOn, survey.movesTo)}. Signed until now: ${plainDate(survey.signedUntil ?? survey.closesOn ?? survey.movesTo)}`,
      ],
    },
    { key: 'Asked', lines: audiences.map((audience) => audienceWords[audience]) },
    { key: 'Languages', lines: languages.map(languageName) },
    {
      key: 'Special category data',
      lines: specialItems(content, audiences).map(({ key, special }) => `${special ?? ''}: ${words.get(key) ?? key}`),
    },
    {
      key: 'Tables',
      lines: [...tables].map(
        ([item, planned]) =>
          `${words.get(item) ?? item} ${planned.map(({ by }) => (by.length === 0 ? 'all together' : `by ${by.join(' and ')}`)).join('; ')}`,
      ),
    },
    ...(asksText(content, audiences)
      ? [
          {
            key: 'Reviewers',
            lines: survey.isOwn
              ? reviewers.map((account) => names.get(account) ?? 'somebody who left')
              : ['Named people of the organisation that asks'],
          },
        ]
      : []),
  ];
}

async function shown(db: Read, survey: SurveySeen, typed: Typed, problems: readonly FieldProblem[]): Promise<View> {
  const { signature } = survey;
  return {
    title: `Data sheet and sign-off: ${survey.name}`,
    crumbs: [...surveyCrumbs(survey), { text: 'Sign-off' }],
    main: (
      <SignView
        name={survey.name}
        sheet={survey.sheet}
        languages={survey.languages}
        facts={await facts(db, survey)}
        asksConsent={mayNeedConsent(survey.content, survey.audiences)}
        signature={signature === null ? null : { ...signature, hash: signature.hash.toString('hex') }}
        isSigned={
          survey.isOwn ? isSigned(survey) : signature !== null && survey.stage !== 'draft' && survey.movesTo === null
        }
        missing={missingInSheet(survey)}
        maySign={survey.isOwn && (survey.stage === 'draft' || survey.movesTo !== null)}
        sheetHref={surveyPaths.sheet(survey.address)}
        typed={typed}
        problems={problems}
      />
    ),
  };
}

export const signPage = workPage({
  path: '/work/surveys/:survey/sign-off',
  params: surveyParams,
  needs: 'lead',
  async get({ db, visitor, params }) {
    const survey = await surveyAt(db, visitor.organisation, params.survey);
    return survey ? view(await shown(db, survey, {}, [])) : halt('not-found');
  },
  fields: { name: 'line', capacity: 'choice', read: 'choice' },
  async post({ db, visitor, params, fields, now }): Promise<Outcome> {
    const survey = await surveyAt(db, visitor.organisation, params.survey);
    if (!survey?.isOwn) return halt('not-found');
    const typed = typedIn(fields);
    const { name, capacity, problems } = readSignature(typed);
    if (problems.length > 0 || capacity === null) return invalid(await shown(db, survey, typed, problems));
    const signed = await signSheet(db, whoOf(visitor, now), params.survey, name, capacity);
    return signed.ok
      ? redirect(surveyPaths.one(survey.address, 'signed'))
      : invalid(await shown(db, survey, typed, [{ field: 'name', message: problemWords(signed.problem) }]));
  },
});
