import type { FieldProblem, Typed } from '#base/form.js';
import { typedIn } from '#kit/typed.js';
import { londonDate } from '#base/london.js';
import { isUuid } from '#base/id.js';
import { queryField, queryPage } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { halt, invalid, type Outcome, redirect, view, type View, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { ownOrganisation, whoOf } from '#rooms/ground/people/index.js';
import { pageLinks } from '#ui/pagination/page-links.js';
import { organisationsNamed, settingsOf, surveyAt, type SurveySeen } from '../../lookups.js';
import { surveyPaths } from '../../paths.js';
import { mayNeedConsent, missingInSheet, stageOn } from '../../rules.js';
import { answerSetting, askSetting, seenSetting } from '../../settings.js';
import { workingWaysOf } from '../../stop-ways-in.js';
import { answerWords, doneWords, kindWords, problemWords } from '../../view-words.js';
import type { Setting, WayIn } from '../../words.js';
import { settingParams, surveyCrumbs, surveyParams } from '../shared.js';
import { readSetting } from './settings.form.js';
import { AskView, SettingView } from './settings.view.js';

/** Of the settings so far. */
const onAPage = 50;

async function asking(
  db: Read,
  visitor: Visitor,
  survey: SurveySeen,
  q: string,
  done: string | null,
  problems: readonly FieldProblem[],
  asked = 1,
): Promise<View> {
  const settings = await settingsOf(db, survey.id);
  const known = new Map(settings.map((setting) => [setting.id, setting]));
  const page = Math.min(Math.max(1, Math.ceil(settings.length / onAPage)), asked);
  const found = q.trim().length >= 3 ? await organisationsNamed(db, q) : null;
  return {
    title: `Settings: ${survey.name}`,
    crumbs: [...surveyCrumbs(survey), { text: 'Settings' }],
    main: (
      <AskView
        name={survey.name}
        action={surveyPaths.settings(survey.address)}
        q={q}
        done={done}
        problems={
          q !== '' && found === null
            ? [...problems, { field: 'q', message: 'Enter three letters of the name at least' }]
            : problems
        }
        found={
          found === null
            ? null
            : found.map((one) => ({ ...one, isAsked: (known.get(one.id)?.invitedOn ?? null) !== null }))
        }
        pages={
          settings.length > onAPage || page > 1
            ? pageLinks(
                page,
                Math.ceil(settings.length / onAPage),
                (number) => `${surveyPaths.settings(survey.address)}?page=${number}`,
              )
            : null
        }
        asked={settings.slice((page - 1) * onAPage, page * onAPage).map((one) => ({
          id: one.id,
          name: one.name,
          href: surveyPaths.setting(survey.address, one.id),
          isInvited: one.invitedOn !== null,
          answer: one.answer === null ? 'No answer yet' : answerWords[one.answer],
        }))}
        own={
          known.has(visitor.organisation)
            ? null
            : { id: visitor.organisation, name: (await ownOrganisation(db, visitor.organisation)).name }
        }
      />
    ),
  };
}

export const settingsPage = workPage({
  path: '/work/surveys/:survey/settings',
  params: surveyParams,
  needs: 'lead',
  async get({ db, visitor, params, query }) {
    const survey = await surveyAt(db, visitor.organisation, params.survey);
    if (!survey?.isOwn) return halt('not-found');
    return view(
      await asking(
        db,
        visitor,
        survey,
        queryField(query, 'q'),
        queryField(query, 'done') === 'asked' ? doneWords.asked : null,
        [],
        queryPage(query),
      ),
    );
  },
  fields: { setting: 'choice' },
  async post({ db, visitor, params, fields, now, site }): Promise<Outcome> {
    const survey = await surveyAt(db, visitor.organisation, params.survey);
    if (!survey?.isOwn) return halt('not-found');
    const setting = fields.get('setting');
    if (!isUuid(setting))
      return invalid(
        await asking(db, visitor, survey, '', null, [
          { field: 'q', message: 'Look for the organisation by its name first' },
        ]),
      );
    const asked = await askSetting(db, whoOf(visitor, now), params.survey, setting, site);
    return asked.ok
      ? redirect(`${surveyPaths.settings(survey.address)}?done=asked`)
      : invalid(await asking(db, visitor, survey, '', null, [{ field: 'q', message: problemWords(asked.problem) }]));
  },
});

function typedOf(survey: SurveySeen, { answer, turnTo, roll }: Setting): Typed {
  return {
    answer: answer ?? '',
    turnTo: turnTo ?? '',
    ...Object.fromEntries(
      survey.audiences.flatMap((audience, index) => {
        const line = roll.find((one) => one.audience === audience);
        return [
          [`eligible-${index}`, line?.eligible?.toString() ?? ''],
          [`opted-out-${index}`, line?.optedOut?.toString() ?? ''],
        ];
      }),
    ),
  };
}

function answering(
  survey: SurveySeen,
  setting: Setting,
  typed: Typed,
  problems: readonly FieldProblem[],
  today: string,
  ending: readonly WayIn[],
): View {
  const isReady = missingInSheet(survey).filter((one) => one !== 'reviewers').length === 0;
  return {
    title: `${setting.name}: ${survey.name}`,
    crumbs: [...surveyCrumbs(survey), { text: setting.name }],
    main: (
      <SettingView
        survey={survey.name}
        setting={setting.name}
        asker={survey.asker}
        isOwn={survey.isOwn}
        audiences={survey.audiences}
        typed={typed}
        problems={problems}
        isConsent={survey.sheet.consent === 'consent-in' && mayNeedConsent(survey.content, survey.audiences)}
        ending={ending.map(
          ({ kind, label, places }) =>
            `${kindWords[kind]}: ${label}${places === null ? '' : `, ${places.toLocaleString('en-GB')} ${kind === 'cards' ? 'cards' : 'places'}`}`,
        )}
        mayAnswer={stageOn(survey, today) !== 'closed'}
        links={[
          { text: 'Data sheet and sign-off', href: surveyPaths.sign(survey.address) },
          ...(isReady
            ? [
                { text: 'Privacy notices, for adults and for children', href: surveyPaths.notices(survey.address) },
                { text: 'Letter for parents and carers', href: surveyPaths.letter(survey.address) },
              ]
            : []),
        ]}
      />
    ),
  };
}

export const settingPage = workPage({
  path: '/work/surveys/:survey/settings/:setting',
  params: settingParams,
  needs: 'lead',
  async get({ db, visitor, params, now }) {
    const seen = await seenSetting(db, visitor, params.survey, params.setting);
    return seen
      ? view(
          answering(
            seen.survey,
            seen.setting,
            typedOf(seen.survey, seen.setting),
            [],
            londonDate(now),
            await workingWaysOf(db, seen.survey.id, seen.setting.id),
          ),
        )
      : halt('not-found');
  },
  fields: { answer: 'choice', sure: 'choice', turnTo: 'line', 'eligible-*': 'line', 'opted-out-*': 'line' },
  async post({ db, visitor, params, fields, now }): Promise<Outcome> {
    const seen = await seenSetting(db, visitor, params.survey, params.setting);
    if (!seen) return halt('not-found');
    const typed = typedIn(fields);
    const { draft, problems } = readSetting(typed, seen.survey.audiences);
    if (problems.length > 0)
      return invalid(
        answering(
          seen.survey,
          seen.setting,
          typed,
          problems,
          londonDate(now),
          await workingWaysOf(db, seen.survey.id, seen.setting.id),
        ),
      );
    const saved = await answerSetting(db, whoOf(visitor, now), params.survey, params.setting, draft);
    if (!saved.ok)
      return invalid(
        answering(
          seen.survey,
          seen.setting,
          typed,
          [{ field: saved.problem.code === 'sure' ? 'sure' : 'answer', message: problemWords(saved.problem) }],
          londonDate(now),
          await workingWaysOf(db, seen.survey.id, seen.setting.id),
        ),
      );
    return redirect(
      surveyPaths.one(
        seen.survey.address,
        saved.value.resumed > 0 ? 'resumed' : draft.answer === 'does not' ? 'paused' : 'answered',
      ),
    );
  },
});
