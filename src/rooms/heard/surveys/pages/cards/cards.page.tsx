import { londonDate, londonTime, plainDate, plainTime } from '#base/london.js';
import { placeLinks, queryField, queryPlace } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { halt, type Outcome, redirect, view, workPage } from '#kit/page.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { receivedByWayIn } from '#rooms/heard/taking-part/index.js';
import { takeCodes } from '../../cards.js';
import { type Batch, sameBatches, settingOf, someBatches, surveyAt } from '../../lookups.js';
import { surveyPaths } from '../../paths.js';
import { renderCards } from '../../print/cards.js';
import { bandWords, stageOn } from '../../rules.js';
import { doneWords, stoppedWords } from '../../view-words.js';
import { ownWay } from '../../ways-in.js';
import { surveyCrumbs, surveyParams, wayParams } from '../shared.js';
import { CardsView, type BatchLine } from './cards.view.js';

function fileOf({ stopped, waitsUntil, handedOutOn, fetcher }: Batch): BatchLine['file'] {
  if (waitsUntil !== null && stopped === null) return { kind: 'waits', until: plainTime(londonTime(waitsUntil)) };
  return handedOutOn === null ? { kind: 'never' } : { kind: 'handed out', on: plainDate(handedOutOn), by: fetcher };
}

async function linesOf(
  db: Read,
  survey: { readonly id: string; readonly address: string },
  batches: readonly Batch[],
): Promise<readonly BatchLine[]> {
  const received = await receivedByWayIn(
    db,
    survey.id,
    batches.map(({ id }) => id),
  );
  return batches.map((way) => ({
    label: way.label,
    audience: way.audience,
    setting: way.settingName,
    href: surveyPaths.way(survey.address, way.id),
    fileHref: surveyPaths.cardsFile(survey.address, way.id),
    withdrawHref:
      way.stopped === null || way.stopped === 'paused' ? surveyPaths.withdraw(survey.address, way.id) : null,
    made: plainDate(way.openedOn),
    by: way.maker,
    many: way.places ?? 0,
    file: fileOf(way),
    stopped: way.stopped === null ? null : stoppedWords(way.stopped, way.kind, way.stoppedOn, way.stopReason),
    received: bandWords(received.get(way.id) ?? { least: 0 }),
  }));
}

const onAPage = 50;

/** All batches of cards: what was made, for whom, by whom; the file of a new one, once. */
export const cardsPage = workPage({
  path: '/work/surveys/:survey/cards',
  params: surveyParams,
  needs: 'lead',
  async get({ db, visitor, params, query, now }) {
    const survey = await surveyAt(db, visitor.organisation, params.survey);
    if (!survey) return halt('not-found');
    const done = queryField(query, 'done');
    const found = await someBatches(db, survey.id, now, queryPlace(query), onAPage);
    const mayAdd = stageOn(survey, londonDate(now)) === 'open' && survey.hasSetting;
    return view({
      title: `Cards: ${survey.name}`,
      crumbs: [...surveyCrumbs(survey), { text: 'Cards' }],
      main: (
        <CardsView
          survey={survey.name}
          done={done === 'made' || done === 'withdrawn' || done === 'voided' ? doneWords[done] : null}
          problems={done === 'gone' ? [{ field: 'batches', message: doneWords.gone }] : []}
          batches={await linesOf(db, survey, found.rows)}
          pages={placeLinks(found, surveyPaths.cards(survey.address))}
          twice={(await sameBatches(db, survey.id, onAPage)).map(({ label, many }) => `“${label}” has ${many} batches`)}
          add={mayAdd ? surveyPaths.addWay(survey.address, 'cards') : null}
        />
      ),
    });
  },
});

/** Hands the file of a batch out, once. */
export const cardsFilePage = workPage({
  path: '/work/surveys/:survey/ways-in/:way/cards',
  params: wayParams,
  needs: 'lead',
  fields: {},
  async get({ db, visitor, params }) {
    const found = await ownWay(db, visitor, params.survey, params.way);
    return found ? redirect(surveyPaths.cards(found.survey.address)) : halt('not-found');
  },
  async post({ db, visitor, params, key, now, site }): Promise<Outcome> {
    const found = await ownWay(db, visitor, params.survey, params.way);
    if (!found || found.way.kind !== 'cards') return halt('not-found');
    const { survey, way } = found;
    const codes = way.stopped === null ? await takeCodes(db, whoOf(visitor, now), key, survey.id, way.id) : null;
    if (codes === null) return redirect(surveyPaths.cards(survey.address, 'gone'));
    const setting = (await settingOf(db, survey.id, way.setting))?.name ?? '';
    // Typeset before the transaction ends: where it fails, the codes are still there.
    const body = await renderCards({
      survey,
      setting,
      label: way.label,
      audience: way.audience,
      codes,
      site,
      today: londonDate(now),
    });
    return { kind: 'file', body, type: 'application/pdf', download: `cards-${way.label}-${londonDate(now)}.pdf` };
  },
});
