import { londonDate, londonTime, plainTime } from '#base/london.js';
import { queryField } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { halt, invalid, type Outcome, redirect, view, type View, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { whoOf } from '#rooms/people/index.js';
import { codePrinted, receivedByWayIn, takingPartPaths, type WayInKind, wayInKinds } from '#rooms/taking-part/index.js';
import { note } from '../../acts.js';
import { settingsOf, surveyAt, type SurveySeen } from '../../lookups.js';
import { qrSvg } from '../../print/qr.js';
import { surveyPaths } from '../../paths.js';
import { renderCards } from '../../print/cards.js';
import { bandWords, stageOn } from '../../rules.js';
import { daysWords, doneWords, problemWords } from '../../view-words.js';
import type { Setting, WayIn } from '../../words.js';
import { endWay, openCards, openWay, ownWay, raisePlaces } from '../../ways.js';
import { type FieldProblem, surveyCrumbs, surveyParams, type Typed, typedIn, wayParams } from '../shared.js';
import { readWay } from './ways.form.js';
import { AddWayView, WayView } from './ways.view.js';

/** Settings for which whoever looks may open a way in. */
async function mine(db: Read, visitor: Visitor, survey: SurveySeen): Promise<readonly Setting[]> {
  return (await settingsOf(db, survey.id)).filter(({ id, answer }) => answer === 'takes part' && (survey.isOwn || id === visitor.organisation));
}

const headings: Readonly<Record<WayInKind, string>> = { 'class session': 'Open a class session', cards: 'Print cards', 'open link': 'Open a link for all' };

function adding(visitor: Visitor, survey: SurveySeen, settings: readonly Setting[], kind: WayInKind, typed: Typed, problems: readonly FieldProblem[]): View {
  return {
    title: `${headings[kind]}: ${survey.name}`,
    crumbs: [...surveyCrumbs(survey), { text: headings[kind] }],
    main: <AddWayView csrf={visitor.csrf} action={surveyPaths.addWay(survey.address, kind)} survey={survey.name} kind={kind} typed={typed} problems={problems} audiences={survey.audiences} settings={settings} />,
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
    return view(adding(visitor, survey, await mine(db, visitor, survey), kindOf(query), {}, []));
  },
  fields: { label: 'line', audience: 'choice', places: 'line', minutes: 'choice' },
  async post({ db, visitor, params, query, fields, key, now, site }): Promise<Outcome> {
    const survey = await surveyAt(db, visitor.organisation, params.survey);
    if (!survey) return halt('not-found');
    const [kind, typed, settings] = [kindOf(query), typedIn(fields), await mine(db, visitor, survey)];
    const { draft, problems } = readWay(typed, kind, survey.audiences, settings.map(({ id }) => id));
    if (draft === null) return invalid(adding(visitor, survey, settings, kind, typed, problems));
    const who = whoOf(visitor, now);
    if (kind !== 'cards') {
      const opened = await openWay(db, who, key('intake codes'), params.survey, draft);
      return opened.ok ? redirect(surveyPaths.way(survey.address, opened.value.id)) : invalid(adding(visitor, survey, settings, kind, typed, [{ field: 'label', message: problemWords(opened.problem) }]));
    }
    const made = await openCards(db, who, key('intake codes'), params.survey, draft);
    if (!made.ok) return invalid(adding(visitor, survey, settings, kind, typed, [{ field: 'label', message: problemWords(made.problem) }]));
    // Typeset before the transaction ends: where it fails, no batch is there whose codes nobody has.
    const body = await renderCards({ survey: made.value.survey, setting: made.value.setting, label: draft.label, audience: draft.audience, codes: made.value.codes, site, today: londonDate(now) });
    await note(db, who, 'record', survey.address, { cards: made.value.codes.length });
    return { kind: 'file', body, type: 'application/pdf', download: `cards-${draft.label}-${londonDate(now)}.pdf` };
  },
});

async function showing(db: Read, visitor: Visitor, { survey, way }: { readonly survey: SurveySeen; readonly way: WayIn }, at: { readonly now: Date; readonly site: string }, typed: Typed, problems: readonly FieldProblem[], done: string | null): Promise<View> {
  const setting = (await settingsOf(db, survey.id)).find(({ id }) => id === way.setting);
  const isOpen = way.closedOn === null && stageOn(survey, londonDate(at.now)) === 'open' && (way.endsAt === null || way.endsAt > at.now);
  const received = (await receivedByWayIn(db, survey.id)).get(way.id) ?? { least: 0 };
  return {
    title: `${way.label}: ${survey.name}`,
    crumbs: [...surveyCrumbs(survey), { text: way.label }],
    main: (
      <WayView
        csrf={visitor.csrf}
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
        until={way.endsAt === null ? `Open ${daysWords(survey.opensOn, survey.closesOn)}.` : `Until ${plainTime(londonTime(way.endsAt))}.`}
        turnTo={setting?.turnTo ?? null}
        isOpen={isOpen}
        done={done}
        problems={problems}
        typed={typed}
        back={surveyPaths.one(survey.address)}
      />
    ),
  };
}

export const wayPage = workPage({
  path: '/work/surveys/:survey/ways-in/:way',
  params: wayParams,
  needs: 'lead',
  async get({ db, visitor, params, query, now, site }) {
    const found = await ownWay(db, visitor, params.survey, params.way);
    if (!found) return halt('not-found');
    return view(await showing(db, visitor, found, { now, site }, {}, [], queryField(query, 'done') === 'places' ? doneWords.places : null));
  },
  fields: { act: 'choice', places: 'line' },
  async post({ db, visitor, params, fields, now, site }): Promise<Outcome> {
    const found = await ownWay(db, visitor, params.survey, params.way);
    if (!found) return halt('not-found');
    const typed = typedIn(fields);
    const who = whoOf(visitor, now);
    if (typed['act'] === 'end') {
      const ended = await endWay(db, who, params.survey, params.way);
      return ended.ok ? redirect(surveyPaths.one(found.survey.address, 'ended')) : halt('not-found');
    }
    const places = /^\d{1,4}$/.test((typed['places'] ?? '').trim()) ? Number(typed['places']) : 0;
    const raised = await raisePlaces(db, who, params.survey, params.way, places);
    return raised.ok ? redirect(`${surveyPaths.way(found.survey.address, params.way)}?done=places`) : invalid(await showing(db, visitor, found, { now, site }, typed, [{ field: 'places', message: `Enter a number from ${found.way.places ?? 1} to 2,000` }], null));
  },
});
