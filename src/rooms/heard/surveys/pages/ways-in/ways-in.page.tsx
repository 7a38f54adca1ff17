import type { FieldProblem, Typed } from '#base/form.js';
import { typedIn } from '#kit/typed.js';
import { randomUUID } from 'node:crypto';
import { londonDate, londonTime, plainDate, plainTime } from '#base/london.js';
import { queryField } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { halt, invalid, type Outcome, redirect, view, type View, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { whoOf } from '#rooms/ground/people/index.js';
import {
  codePrinted,
  lateUntil,
  paperAddress,
  receivedByWayIn,
  takingPartPaths,
  type WayInKind,
  wayInKinds,
} from '#rooms/heard/taking-part/index.js';
import { keepCodes } from '../../cards.js';
import { settingOf, settingsOf, surveyAt, type SurveySeen } from '../../lookups.js';
import { qrSvg } from '../../print/qr.js';
import { surveyPaths } from '../../paths.js';
import { bandWords, stageOn } from '../../rules.js';
import { daysWords, doneWords, problemWords, stoppedWords } from '../../view-words.js';
import type { Setting, WayIn } from '../../words.js';
import { endWay, freePlaces, openCards, openWay, ownWay, raisePlaces } from '../../ways-in.js';
import { surveyCrumbs, surveyParams, wayParams } from '../shared.js';
import { readOnce, readWay } from './ways-in.form.js';
import { AddWayView, WayView } from './ways-in.view.js';

/** Settings for which whoever looks may open a way in. */
async function mine(db: Read, visitor: Visitor, survey: SurveySeen): Promise<readonly Setting[]> {
  return (await settingsOf(db, survey.id)).filter(
    ({ id, answer }) => answer === 'takes part' && (survey.isOwn || id === visitor.organisation),
  );
}

const headings: Readonly<Record<WayInKind, string>> = {
  'class session': 'Open a class session',
  cards: 'Print cards',
  'open link': 'Open a link for all',
};

function adding(
  survey: SurveySeen,
  settings: readonly Setting[],
  kind: WayInKind,
  typed: Typed,
  problems: readonly FieldProblem[],
): View {
  return {
    title: `${headings[kind]}: ${survey.name}`,
    crumbs: [...surveyCrumbs(survey), { text: headings[kind] }],
    main: (
      <AddWayView
        action={surveyPaths.addWay(survey.address, kind)}
        survey={survey.name}
        kind={kind}
        typed={typed}
        problems={problems}
        audiences={survey.audiences}
        settings={settings}
      />
    ),
  };
}

function kindOf(query: Readonly<Record<string, string>>): WayInKind {
  return wayInKinds.find((one) => one === queryField(query, 'kind')) ?? 'class session';
}

export const addWayPage = workPage({
  path: '/work/surveys/:survey/ways-in/new',
  params: surveyParams,
  needs: 'lead',
  async get({ db, visitor, params, query, now }) {
    const survey = await surveyAt(db, visitor.organisation, params.survey);
    if (!survey) return halt('not-found');
    if (stageOn(survey, londonDate(now)) !== 'open') return redirect(surveyPaths.one(survey.address));
    return view(adding(survey, await mine(db, visitor, survey), kindOf(query), { id: randomUUID() }, []));
  },
  fields: {
    id: 'choice',
    label: 'line',
    setting: 'choice',
    audience: 'choice',
    places: 'line',
    minutes: 'choice',
    again: 'choice',
  },
  async post({ db, visitor, params, query, fields, key, now }): Promise<Outcome> {
    const survey = await surveyAt(db, visitor.organisation, params.survey);
    if (!survey) return halt('not-found');
    const [kind, typed, settings] = [kindOf(query), typedIn(fields), await mine(db, visitor, survey)];
    const { draft, problems } = readWay(
      typed,
      kind,
      survey.audiences,
      settings.map(({ id }) => id),
    );
    const once = readOnce(typed);
    // A form of another making gets an id of its own.
    const again = (found: readonly FieldProblem[]) =>
      invalid(adding(survey, settings, kind, once === null ? { ...typed, id: randomUUID() } : typed, found));
    if (draft === null) return again(problems);
    const [who, codes] = [whoOf(visitor, now), key('intake codes')];
    const id = once ?? { id: randomUUID(), again: false };
    if (kind !== 'cards') {
      const opened = await openWay(db, who, codes, params.survey, draft, undefined, id);
      return opened.ok
        ? redirect(surveyPaths.way(survey.address, opened.value.id))
        : again([{ field: 'label', message: problemWords(opened.problem) }]);
    }
    const made = await openCards(db, who, codes, params.survey, draft, id);
    if (!made.ok)
      return again([
        { field: made.problem.code === 'made already' ? 'again' : 'label', message: problemWords(made.problem) },
      ]);
    await keepCodes(db, who, key, made.value);
    return redirect(surveyPaths.cards(survey.address, 'made'));
  },
});

async function showing(
  db: Read,
  { survey, way }: { readonly survey: SurveySeen; readonly way: WayIn },
  at: { readonly now: Date; readonly site: string },
  typed: Typed,
  problems: readonly FieldProblem[],
  done: string | null,
): Promise<View> {
  const setting = await settingOf(db, survey.id, way.setting);
  const isOpen =
    way.closedOn === null &&
    way.stopped === null &&
    stageOn(survey, londonDate(at.now)) === 'open' &&
    (way.endsAt === null || way.endsAt > at.now);
  // Until then answers that waited, and forms of paper, are taken.
  const late = survey.closesOn === null ? null : lateUntil(survey.closesOn);
  const takesPaper =
    way.kind === 'class session' &&
    way.stopped === null &&
    survey.stage !== 'draft' &&
    late !== null &&
    londonDate(at.now) <= late;
  const received = (await receivedByWayIn(db, survey.id, [way.id])).get(way.id) ?? { least: 0 };
  return {
    title: `${way.label}: ${survey.name}`,
    crumbs: [...surveyCrumbs(survey), { text: way.label }],
    main: (
      <WayView
        survey={survey.name}
        label={way.label}
        kind={way.kind}
        audience={way.audience}
        settingName={setting?.name ?? null}
        code={way.code === null ? null : codePrinted(way.code)}
        address={`${at.site}${takingPartPaths.door()}`.replace(/^https?:\/\//, '')}
        link={way.code === null ? null : `${at.site}${takingPartPaths.one(way.code)}`}
        qr={way.code === null ? null : qrSvg(`${at.site}${takingPartPaths.one(way.code)}`)}
        places={way.places}
        received={bandWords(received)}
        until={
          way.endsAt === null
            ? `Open ${daysWords(survey.opensOn, survey.closesOn)}.`
            : `Until ${plainTime(londonTime(way.endsAt))}.`
        }
        turnTo={setting?.turnTo ?? null}
        isOpen={isOpen}
        stopped={way.stopped === null ? null : stoppedWords(way.stopped, way.kind, way.stoppedOn, way.stopReason)}
        mayFree={way.kind === 'class session' && way.stopped === null && stageOn(survey, londonDate(at.now)) === 'open'}
        paper={takesPaper && late !== null ? plainDate(late) : null}
        withdraw={
          way.stopped === 'voided' || survey.stage === 'draft' || (way.stopped === 'withdrawn' && !survey.isOwn)
            ? null
            : surveyPaths.withdraw(survey.address, way.id)
        }
        cards={way.kind === 'cards' ? surveyPaths.cards(survey.address) : null}
        done={done}
        problems={problems}
        typed={typed}
        back={surveyPaths.one(survey.address)}
      />
    ),
  };
}

function doneOf(done: string): string | null {
  return done === 'places' || done === 'freed' ? doneWords[done] : null;
}

export const wayPage = workPage({
  path: '/work/surveys/:survey/ways-in/:way',
  params: wayParams,
  needs: 'lead',
  async get({ db, visitor, params, query, now, site }) {
    const found = await ownWay(db, visitor, params.survey, params.way);
    if (!found) return halt('not-found');
    return view(await showing(db, found, { now, site }, {}, [], doneOf(queryField(query, 'done'))));
  },
  fields: { act: 'choice', places: 'line' },
  async post({ db, visitor, params, fields, now, site, key }): Promise<Outcome> {
    const found = await ownWay(db, visitor, params.survey, params.way);
    if (!found) return halt('not-found');
    const typed = typedIn(fields);
    const who = whoOf(visitor, now);
    if (typed['act'] === 'paper' && found.way.code !== null) return redirect(paperAddress(key, found.way.code));
    if (typed['act'] === 'end') {
      const ended = await endWay(db, who, params.survey, params.way);
      return ended.ok ? redirect(surveyPaths.one(found.survey.address, 'ended')) : halt('not-found');
    }
    if (typed['act'] === 'free') {
      const freed = await freePlaces(db, who, params.survey, params.way);
      return freed.ok
        ? redirect(`${surveyPaths.way(found.survey.address, params.way)}?done=freed`)
        : invalid(
            await showing(
              db,
              found,
              { now, site },
              typed,
              [{ field: 'free', message: problemWords(freed.problem) }],
              null,
            ),
          );
    }
    const places = /^\d{1,4}$/.test((typed['places'] ?? '').trim()) ? Number(typed['places']) : 0;
    const raised = await raisePlaces(db, who, params.survey, params.way, places);
    return raised.ok
      ? redirect(`${surveyPaths.way(found.survey.address, params.way)}?done=places`)
      : invalid(
          await showing(
            db,
            found,
            { now, site },
            typed,
            [{ field: 'places', message: `Enter a number from ${found.way.places ?? 1} to 2,000` }],
            null,
          ),
        );
  },
});
