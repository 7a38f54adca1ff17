import type { FieldProblem, Typed } from '#base/form.js';
import { typedIn } from '#kit/typed.js';
import { dateFields } from '#base/date-fields.js';
import { londonDate } from '#base/london.js';
import { halt, invalid, type Outcome, redirect, view, type View, workPage } from '#kit/page.js';
import { audiencesAsked, languageName } from '#rooms/heard/instruments/index.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { recordDesign } from '../../acts.js';
import { surveyAt, type SurveySeen } from '../../lookups.js';
import { surveyPaths } from '../../paths.js';
import { problemWords } from '../../view-words.js';
import { surveyCrumbs, surveyParams } from '../shared.js';
import { readDesign } from './design.form.js';
import { DesignView } from './design.view.js';

function shown(survey: SurveySeen, typed: Typed, problems: readonly FieldProblem[]): View {
  return {
    title: `Whom it asks, and when: ${survey.name}`,
    crumbs: [...surveyCrumbs(survey), { text: 'Whom it asks' }],
    main: (
      <DesignView
        name={survey.name}
        typed={typed}
        problems={problems}
        audiences={audiencesAsked(survey.content)}
        languages={survey.content.languages.map((tag) => ({ tag, name: languageName(tag) }))}
      />
    ),
  };
}

export const designPage = workPage({
  path: '/work/surveys/:survey/design',
  params: surveyParams,
  needs: 'lead',
  async get({ db, visitor, params }) {
    const survey = await surveyAt(db, visitor.organisation, params.survey);
    if (!survey?.isOwn) return halt('not-found');
    if (survey.stage !== 'draft') return redirect(surveyPaths.one(survey.address));
    const { name, audiences, languages, opensOn, closesOn } = survey;
    return view(
      shown(
        survey,
        {
          name,
          audiences: audiences.join('\n'),
          languages: languages.join('\n'),
          ...dateFields('opens', opensOn),
          ...dateFields('closes', closesOn),
        },
        [],
      ),
    );
  },
  fields: {
    name: 'line',
    audiences: { length: 'choice', most: 200 },
    languages: { length: 'choice', most: 200 },
    'opens-*': 'line',
    'closes-*': 'line',
  },
  async post({ db, visitor, params, fields, now }): Promise<Outcome> {
    const survey = await surveyAt(db, visitor.organisation, params.survey);
    if (!survey?.isOwn) return halt('not-found');
    const typed = typedIn(fields);
    const { draft, problems } = readDesign(
      typed,
      audiencesAsked(survey.content),
      survey.content.languages,
      londonDate(now),
    );
    if (problems.length > 0) return invalid(shown(survey, typed, problems));
    const saved = await recordDesign(db, whoOf(visitor, now), params.survey, draft);
    return saved.ok
      ? redirect(surveyPaths.one(survey.address, 'saved'))
      : invalid(shown(survey, typed, [{ field: 'name', message: problemWords(saved.problem) }]));
  },
});
