import { isKeyOf } from '#base/keys.js';
import { londonDate, plainDate } from '#base/london.js';
import { placeLinks, queryField, queryPage, queryPlace } from '#kit/address.js';
import { halt, type Outcome, redirect, view, workPage } from '#kit/page.js';
import { breaksBetween, breakWords, languageName, titleOf } from '#rooms/heard/instruments/index.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { codePrinted, type ReceivedBySetting, receivedOf, takingPartPaths } from '#rooms/heard/taking-part/index.js';
import { pageLinks } from '#ui/pagination/page-links.js';
import { askAgain } from '../../acts.js';
import { settingsOf, someWaysIn, surveyAt, type SurveySeen, waveBefore } from '../../lookups.js';
import { surveyPaths } from '../../paths.js';
import { missingInSheet, missingToOpen, stageOn } from '../../rules.js';
import { isSigned } from '../../sign-off.js';
import { daysWords, doneWords } from '../../view-words.js';
import type { Missing, Setting } from '../../words.js';
import { surveysCrumb, surveyParams, workCrumb } from '../shared.js';
import { SurveyView, type SurveyViewProps, wayState } from './survey.view.js';

function stepsOf(survey: SurveySeen, missing: readonly Missing[]): SurveyViewProps['steps'] {
  const lacks = (...codes: readonly Missing[]): 'done' | 'missing' =>
    codes.some((code) => missing.includes(code)) ? 'missing' : 'done';
  return [
    {
      text: 'Whom it asks, in which languages, and when',
      href: surveyPaths.design(survey.address),
      state: lacks('audiences', 'languages', 'days', 'days over'),
    },
    {
      text: 'Data sheet',
      href: surveyPaths.sheet(survey.address),
      state: lacks('purpose', 'why', 'basis', 'contact', 'tables', 'reviewers'),
    },
    { text: 'Settings, or an open link', href: surveyPaths.settings(survey.address), state: lacks('way') },
    {
      text: 'Sign-off',
      href: surveyPaths.sign(survey.address),
      state: missing.includes('signature void') ? 'void' : lacks('signature'),
    },
  ];
}

function settingState({ invitedOn, answer }: Setting): {
  readonly state: string;
  readonly tone: 'green' | 'grey' | 'yellow';
} {
  if (invitedOn === null) return { state: 'Still to be asked', tone: 'grey' };
  if (answer === null) return { state: 'Asked, no answer yet', tone: 'yellow' };
  return answer === 'takes part'
    ? { state: 'Takes part', tone: 'green' }
    : { state: 'Does not take part', tone: 'grey' };
}

function monitorOf(
  survey: SurveySeen,
  settings: readonly Setting[],
  received: readonly ReceivedBySetting[],
): SurveyViewProps['monitor'] {
  const taking = settings.filter(({ answer }) => answer === 'takes part');
  return [
    ...taking.flatMap(({ id, name, roll }) =>
      survey.audiences.flatMap((audience) => {
        const [line, came] = [
          roll.find((one) => one.audience === audience),
          received.find((one) => one.setting === id && one.audience === audience),
        ];
        // Whoever has neither a roll nor a way in is not there.
        if ((line?.eligible ?? null) === null && !came) return [];
        return [
          {
            setting: name,
            audience,
            eligible: line?.eligible ?? null,
            optedOut: line?.optedOut ?? null,
            received: { least: came?.least ?? 0 },
          },
        ];
      }),
    ),
    ...received
      .filter(({ setting }) => setting === null)
      .map(({ audience, least: band }) => ({
        setting: 'Open link',
        audience,
        eligible: null,
        optedOut: null,
        received: { least: band },
      })),
  ];
}

/** Of ways in, and of settings. */
const onAPage = 25;

export const surveyPage = workPage({
  path: '/work/surveys/:survey',
  params: surveyParams,
  needs: 'lead',
  async get({ db, visitor, params, query, now }) {
    const survey = await surveyAt(db, visitor.organisation, params.survey);
    if (!survey) return halt('not-found');
    const { address, isOwn, content } = survey;
    const today = londonDate(now);
    const stage = stageOn(survey, today);
    const settings = await settingsOf(db, survey.id);
    const missing = isOwn && stage === 'draft' ? missingToOpen(survey, settings, isSigned(survey), today) : [];
    const found = await someWaysIn(db, survey.id, queryPlace(query, 'ways-'), onAPage);
    const [ways, before] = [found.rows, isOwn ? await waveBefore(db, survey) : null];
    const page = Math.min(Math.max(1, Math.ceil(settings.length / onAPage)), queryPage(query, 'settings'));
    const shown = settings.slice((page - 1) * onAPage, page * onAPage);
    const received = await receivedOf(db, survey.id, {
      ways: ways.map(({ id }) => id),
      settings: shown.map(({ id }) => id),
    });
    const here = surveyPaths.one(address);
    const names = new Map(settings.map(({ id, name }) => [id, name]));
    const mayAdd = stage === 'open' && survey.hasSetting;
    const isReady = missingInSheet(survey).filter((one) => one !== 'reviewers').length === 0;
    const done = queryField(query, 'done');
    return view({
      title: survey.name,
      crumbs: [workCrumb, surveysCrumb, { text: survey.name }],
      main: (
        <SurveyView
          name={survey.name}
          asker={survey.asker}
          isOwn={isOwn}
          stage={stage}
          wave={survey.wave}
          days={daysWords(survey.opensOn, survey.closesOn)}
          instrument={`${titleOf(content)}, version ${survey.version}`}
          audiences={survey.audiences}
          languages={survey.languages.map(languageName)}
          done={isKeyOf(doneWords, done) ? doneWords[done] : null}
          waits={
            isOwn && survey.movesTo !== null
              ? { until: plainDate(survey.movesTo), href: surveyPaths.sign(address) }
              : null
          }
          steps={isOwn && stage === 'draft' ? stepsOf(survey, missing) : []}
          missing={missing}
          answer={
            !isOwn &&
            stage !== 'closed' &&
            settings.some(({ id, answer }) => id === visitor.organisation && answer === null)
              ? surveyPaths.setting(address, visitor.organisation)
              : null
          }
          breaks={
            before
              ? breaksBetween(before.content, content).map((one) => ({ item: one.item, words: breakWords(one) }))
              : []
          }
          settings={shown.map((setting) => ({
            name: setting.name,
            href: surveyPaths.setting(address, setting.id),
            ...settingState(setting),
          }))}
          ways={ways.map((way) => ({
            ...way,
            settingName: way.setting === null ? null : (names.get(way.setting) ?? null),
            href: surveyPaths.way(address, way.id),
            printed: way.code === null ? null : codePrinted(way.code),
            state: wayState(way, stage === 'open', way.endsAt !== null && way.endsAt < now),
            received: received.byWayIn.get(way.id) ?? { least: 0 },
          }))}
          monitor={stage === 'draft' ? [] : monitorOf(survey, shown, received.bySetting)}
          pages={{
            ways: placeLinks(found, `${here}#ways`, 'ways-'),
            settings:
              settings.length > onAPage || page > 1
                ? pageLinks(
                    page,
                    Math.ceil(settings.length / onAPage),
                    (number) => `${here}?settings=${number}#settings`,
                  )
                : null,
          }}
          add={[
            ...(mayAdd
              ? [
                  { text: 'Open a class session', href: surveyPaths.addWay(address, 'class session') },
                  { text: 'Print cards', href: surveyPaths.addWay(address, 'cards') },
                ]
              : []),
            ...(isOwn && stage === 'open' && survey.sheet.openLink
              ? [{ text: 'Open a link for all', href: surveyPaths.addWay(address, 'open link') }]
              : []),
          ]}
          papers={[
            { text: 'Data sheet and sign-off', href: surveyPaths.sign(address) },
            ...(survey.hasCards ? [{ text: 'Batches of cards', href: surveyPaths.cards(address) }] : []),
            ...(stage === 'draft'
              ? []
              : [
                  {
                    text: 'Hand in answers that were saved to a file without a connection',
                    href: takingPartPaths.unsent(),
                  },
                ]),
            ...(isReady
              ? [
                  { text: 'Privacy notices, for adults and for children', href: surveyPaths.notices(address) },
                  { text: 'Letter for parents and carers', href: surveyPaths.letter(address) },
                ]
              : []),
          ]}
          forms={
            isReady
              ? survey.audiences.map((audience) => ({
                  audience,
                  links: survey.languages.map((tag) => ({
                    text: languageName(tag),
                    href: surveyPaths.paper(address, audience, tag),
                  })),
                }))
              : []
          }
          hrefs={{
            open: surveyPaths.open(address),
            lastDay: surveyPaths.lastDay(address),
            again: surveyPaths.again(address),
            askMore: surveyPaths.settings(address),
          }}
        />
      ),
    });
  },
});

/** "Ask again": begins the next wave. */
export const againPage = workPage({
  path: '/work/surveys/:survey/again',
  params: surveyParams,
  needs: 'lead',
  get: async ({ db, visitor, params }) => {
    const survey = await surveyAt(db, visitor.organisation, params.survey);
    return survey?.isOwn ? redirect(surveyPaths.one(survey.address)) : halt('not-found');
  },
  fields: {},
  async post({ db, visitor, params, now }): Promise<Outcome> {
    const begun = await askAgain(db, whoOf(visitor, now), params.survey);
    return begun.ok ? redirect(surveyPaths.one(begun.value, 'again')) : halt('not-found');
  },
});
