import type { FieldProblem, Typed } from '#base/form.js';
import { typedIn } from '#kit/typed.js';
import { z } from 'zod';
import { londonDate } from '#base/london.js';
import { placeLinks, queryPlace } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { invalid, type Outcome, redirect, view, type View, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { audiencesAsked, instrumentPaths, titleOf } from '#rooms/heard/instruments/index.js';
import { ownOrganisation, whoOf } from '#rooms/ground/people/index.js';
import { beginSurvey } from '../../acts.js';
import { sealedVersions, surveysOf } from '../../lookups.js';
import { surveyPaths } from '../../paths.js';
import { stageOn } from '../../rules.js';
import { audienceWords, daysWords, problemWords } from '../../view-words.js';
import { surveysCrumb, workCrumb } from '../shared.js';
import { readBegin } from './surveys.form.js';
import { BeginView, SurveysView } from './surveys.view.js';

const onAPage = 50;

export const surveysPage = workPage({
  path: '/work/surveys',
  params: z.object({}),
  needs: 'lead',
  async get({ db, visitor, query, now }) {
    const today = londonDate(now);
    const found = await surveysOf(db, visitor.organisation, queryPlace(query), onAPage);
    const lines = found.rows.map((line) => ({
      ...line,
      href: surveyPaths.one(line.address),
      stage: stageOn(line, today),
      days: daysWords(line.opensOn, line.closesOn),
    }));
    return view({
      title: 'Surveys',
      crumbs: [workCrumb, { text: 'Surveys' }],
      main: (
        <SurveysView
          organisation={(await ownOrganisation(db, visitor.organisation)).name}
          begin={surveyPaths.begin()}
          pages={placeLinks(found, surveyPaths.all())}
          own={lines.filter(({ asker }) => asker === null)}
          asked={lines.flatMap((line) =>
            line.asker === null
              ? []
              : [
                  {
                    ...line,
                    asker: line.asker,
                    answer:
                      line.answer === null
                        ? 'not answered yet'
                        : line.answer === 'takes part'
                          ? 'you take part'
                          : 'you do not take part',
                  },
                ],
          )}
        />
      ),
    });
  },
});

async function shown(db: Read, visitor: Visitor, typed: Typed, problems: readonly FieldProblem[]): Promise<View> {
  const versions = await sealedVersions(db, visitor.organisation);
  return {
    title: 'Begin a survey',
    crumbs: [workCrumb, surveysCrumb, { text: 'Begin' }],
    main: (
      <BeginView
        typed={typed}
        problems={problems}
        instrumentsHref={instrumentPaths.all()}
        instruments={versions.map(({ instrument, version, content }) => ({
          id: instrument,
          title: titleOf(content),
          hint: `Version ${version}. ${audiencesAsked(content)
            .map((audience) => audienceWords[audience])
            .join('; ')}`,
        }))}
      />
    ),
  };
}

export const beginPage = workPage({
  path: '/work/surveys/new',
  params: z.object({}),
  needs: 'lead',
  get: async ({ db, visitor }) => view(await shown(db, visitor, {}, [])),
  fields: { name: 'line', instrument: 'choice' },
  async post({ db, visitor, fields, now }): Promise<Outcome> {
    const typed = typedIn(fields);
    const versions = await sealedVersions(db, visitor.organisation);
    const { name, instrument, problems } = readBegin(
      typed,
      versions.map((version) => version.instrument),
    );
    const chosen = versions.find((version) => version.instrument === instrument);
    if (problems.length > 0 || !chosen) return invalid(await shown(db, visitor, typed, problems));
    const begun = await beginSurvey(db, whoOf(visitor, now), {
      name,
      instrument,
      version: chosen.version,
      audiences: audiencesAsked(chosen.content),
      languages: chosen.content.languages,
      opensOn: null,
      closesOn: null,
    });
    return begun.ok
      ? redirect(surveyPaths.design(begun.value))
      : invalid(await shown(db, visitor, typed, [{ field: 'instrument', message: problemWords(begun.problem) }]));
  },
});
