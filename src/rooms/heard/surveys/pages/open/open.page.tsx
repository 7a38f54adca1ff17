import type { FieldProblem, Typed } from '#base/form.js';
import { typedIn } from '#kit/typed.js';
import { dateFields, typedDate } from '#base/date-fields.js';
import { londonDate, plainDate } from '#base/london.js';
import { halt, invalid, type Outcome, redirect, view, type View, workPage } from '#kit/page.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { closeSurvey, moveLastDay, openSurvey } from '../../acts.js';
import { surveyAt, type SurveySeen } from '../../lookups.js';
import { surveyPaths } from '../../paths.js';
import { stageOn } from '../../rules.js';
import { daysWords, problemWords } from '../../view-words.js';
import { surveyCrumbs, surveyParams } from '../shared.js';
import { LastDayView, OpenView } from './open.view.js';

function opening(survey: SurveySeen, problems: readonly FieldProblem[]): View {
  return {
    title: `Open: ${survey.name}`,
    crumbs: [...surveyCrumbs(survey), { text: 'Open' }],
    main: (
      <OpenView
        name={survey.name}
        days={daysWords(survey.opensOn, survey.closesOn)}
        back={surveyPaths.one(survey.address)}
        problems={problems}
      />
    ),
  };
}

export const openPage = workPage({
  path: '/work/surveys/:survey/open',
  params: surveyParams,
  needs: 'lead',
  async get({ db, visitor, params }) {
    const survey = await surveyAt(db, visitor.organisation, params.survey);
    if (!survey?.isOwn) return halt('not-found');
    return survey.stage === 'draft' ? view(opening(survey, [])) : redirect(surveyPaths.one(survey.address));
  },
  fields: {},
  async post({ db, visitor, params, now }): Promise<Outcome> {
    const survey = await surveyAt(db, visitor.organisation, params.survey);
    if (!survey?.isOwn) return halt('not-found');
    const opened = await openSurvey(db, whoOf(visitor, now), params.survey);
    return opened.ok
      ? redirect(surveyPaths.one(survey.address, 'opened'))
      : invalid(opening(survey, [{ field: 'open', message: problemWords(opened.problem) }]));
  },
});

function moving(survey: SurveySeen, typed: Typed, problems: readonly FieldProblem[]): View {
  return {
    title: `Move the last day: ${survey.name}`,
    crumbs: [...surveyCrumbs(survey), { text: 'Last day' }],
    main: (
      <LastDayView
        name={survey.name}
        signedUntil={survey.signedUntil === null ? null : plainDate(survey.signedUntil)}
        typed={typed}
        problems={problems}
      />
    ),
  };
}

export const lastDayPage = workPage({
  path: '/work/surveys/:survey/last-day',
  params: surveyParams,
  needs: 'lead',
  async get({ db, visitor, params, now }) {
    const survey = await surveyAt(db, visitor.organisation, params.survey);
    if (!survey?.isOwn) return halt('not-found');
    return stageOn(survey, londonDate(now)) === 'open'
      ? view(moving(survey, dateFields('closes', survey.movesTo ?? survey.closesOn), []))
      : redirect(surveyPaths.one(survey.address));
  },
  fields: { act: 'choice', 'closes-*': 'line' },
  async post({ db, visitor, params, fields, now }): Promise<Outcome> {
    const survey = await surveyAt(db, visitor.organisation, params.survey);
    if (!survey?.isOwn) return halt('not-found');
    const typed = typedIn(fields);
    const who = whoOf(visitor, now);
    const day = typedDate((name) => typed[name] ?? '', 'closes', 'survey closes', londonDate(now));
    const isClosing = typed['act'] === 'close';
    if (!isClosing && day.kind !== 'date')
      return invalid(
        moving(survey, typed, [{ field: 'closes-day', message: day.why ?? 'Enter the last day, like 23 10 2026' }]),
      );
    const done =
      isClosing || day.kind !== 'date'
        ? await closeSurvey(db, who, params.survey)
        : await moveLastDay(db, who, params.survey, day.date);
    return done.ok
      ? redirect(
          surveyPaths.one(
            survey.address,
            isClosing ? 'closed' : done.value !== null && !done.value.isSigned ? 'unsigned' : 'moved',
          ),
        )
      : invalid(moving(survey, typed, [{ field: 'closes-day', message: problemWords(done.problem) }]));
  },
});
