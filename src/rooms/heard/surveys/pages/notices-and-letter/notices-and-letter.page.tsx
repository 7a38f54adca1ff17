import { londonDate } from '#base/london.js';
import { queryField } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { halt, view, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { directionOf, languageName } from '#rooms/heard/instruments/index.js';
import { type Letter, letterOf } from '../../letter.js';
import { settingOf, surveyAt, type SurveySeen } from '../../lookups.js';
import { noticesOf, speaksNotice } from '../../notices.js';
import { surveyPaths } from '../../paths.js';
import { renderLetter } from '../../print/letter.js';
import { renderPaper } from '../../print/paper.js';
import { isChild } from '../../rules.js';
import { surveyCrumbs, surveyParams } from '../shared.js';
import { LetterView, NoticesView } from './notices-and-letter.view.js';

export const noticesPage = workPage({
  path: '/work/surveys/:survey/notices',
  params: surveyParams,
  needs: 'lead',
  async get({ db, visitor, params }) {
    const survey = await surveyAt(db, visitor.organisation, params.survey);
    if (!survey) return halt('not-found');
    const { audiences, languages } = survey;
    const notices = survey.asked?.notices ?? noticesOf({ ...survey, organisation: survey.asker });
    const words = (of: Readonly<Record<string, string>>, tag: string) => (of[tag] ?? '').split('\n\n');
    return view({
      title: `Privacy notices: ${survey.name}`,
      crumbs: [...surveyCrumbs(survey), { text: 'Privacy notices' }],
      main: (
        <NoticesView
          name={survey.name}
          isFrozen={survey.asked !== null}
          notices={languages.map((tag) => ({
            tag,
            language: languageName(tag),
            direction: directionOf(tag),
            isSpoken: speaksNotice(tag),
            child: audiences.some(isChild) ? words(notices.child, tag) : null,
            adult: audiences.some((audience) => !isChild(audience)) ? words(notices.adult, tag) : null,
          }))}
        />
      ),
    });
  },
});

/** The letter, in the name of the setting where a setting looks. */
async function letterFor(db: Read, visitor: Visitor, survey: SurveySeen): Promise<Letter> {
  const own = survey.isOwn ? undefined : await settingOf(db, survey.id, visitor.organisation);
  return letterOf({ ...survey, organisation: survey.asker, setting: own?.name ?? null });
}

export const letterPage = workPage({
  path: '/work/surveys/:survey/letter',
  params: surveyParams,
  needs: 'lead',
  async get({ db, visitor, params }) {
    const survey = await surveyAt(db, visitor.organisation, params.survey);
    if (!survey) return halt('not-found');
    return view({
      title: `Letter for parents and carers: ${survey.name}`,
      crumbs: [...surveyCrumbs(survey), { text: 'Letter for parents and carers' }],
      main: <LetterView letter={await letterFor(db, visitor, survey)} pdf={surveyPaths.letterPdf(survey.address)} />,
    });
  },
});

export const letterPdfPage = workPage({
  path: '/work/surveys/:survey/letter.pdf',
  params: surveyParams,
  needs: 'lead',
  async get({ db, visitor, params, now }) {
    const survey = await surveyAt(db, visitor.organisation, params.survey);
    if (!survey) return halt('not-found');
    return {
      kind: 'file',
      body: await renderLetter(await letterFor(db, visitor, survey), londonDate(now)),
      type: 'application/pdf',
    };
  },
});

export const paperPage = workPage({
  path: '/work/surveys/:survey/paper.pdf',
  params: surveyParams,
  needs: 'lead',
  async get({ db, visitor, params, query, now }) {
    const survey = await surveyAt(db, visitor.organisation, params.survey);
    if (!survey) return halt('not-found');
    const audience = survey.audiences.find((one) => one === queryField(query, 'audience')) ?? survey.audiences[0];
    const language = survey.languages.find((one) => one === queryField(query, 'language')) ?? survey.languages[0];
    if (audience === undefined || language === undefined) return halt('not-found');
    return {
      kind: 'file',
      body: await renderPaper(survey, audience, language, londonDate(now)),
      type: 'application/pdf',
    };
  },
});
