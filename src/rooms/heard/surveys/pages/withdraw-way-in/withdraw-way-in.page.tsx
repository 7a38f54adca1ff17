import type { FieldProblem, Typed } from '#base/form.js';
import { typedIn } from '#kit/typed.js';
import type { Read } from '#kit/db/gate.js';
import { halt, invalid, type Outcome, redirect, view, type View, workPage } from '#kit/page.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { receivedByWayIn } from '#rooms/heard/taking-part/index.js';
import { settingOf, type SurveySeen } from '../../lookups.js';
import { surveyPaths } from '../../paths.js';
import { bandWords } from '../../rules.js';
import { withdrawWay } from '../../stop-ways-in.js';
import { problemWords } from '../../view-words.js';
import type { WayIn } from '../../words.js';
import { ownWay } from '../../ways-in.js';
import { surveyCrumbs, wayParams } from '../shared.js';
import { readWithdraw } from './withdraw-way-in.form.js';
import { WithdrawView } from './withdraw-way-in.view.js';

async function asking(
  db: Read,
  { survey, way }: { readonly survey: SurveySeen; readonly way: WayIn },
  typed: Typed,
  problems: readonly FieldProblem[],
): Promise<View> {
  const setting = (await settingOf(db, survey.id, way.setting))?.name ?? null;
  const received = (await receivedByWayIn(db, survey.id, [way.id])).get(way.id) ?? { least: 0 };
  return {
    title: `Withdraw: ${way.label}`,
    crumbs: [
      ...surveyCrumbs(survey),
      { text: way.label, href: surveyPaths.way(survey.address, way.id) },
      { text: 'Withdraw' },
    ],
    main: (
      <WithdrawView
        survey={survey.name}
        kind={way.kind}
        label={way.label}
        setting={setting}
        received={bandWords(received)}
        isSmall={way.kind !== 'open link' && (way.places ?? 0) < 10}
        mayDestroy={survey.isOwn}
        mayKeep={way.stopped !== 'withdrawn'}
        back={surveyPaths.way(survey.address, way.id)}
        typed={typed}
        problems={problems}
      />
    ),
  };
}

/** Asks before a way in is withdrawn or voided: what it holds, and why. */
export const withdrawPage = workPage({
  path: '/work/surveys/:survey/ways-in/:way/withdraw',
  params: wayParams,
  needs: 'lead',
  fields: { answers: 'choice', reason: 'line' },
  async get({ db, visitor, params }) {
    const found = await ownWay(db, visitor, params.survey, params.way);
    if (!found) return halt('not-found');
    if (found.way.stopped === 'voided' || (found.way.stopped === 'withdrawn' && !found.survey.isOwn))
      return redirect(surveyPaths.way(found.survey.address, found.way.id));
    return view(await asking(db, found, {}, []));
  },
  async post({ db, visitor, params, fields, now, site }): Promise<Outcome> {
    const found = await ownWay(db, visitor, params.survey, params.way);
    if (!found) return halt('not-found');
    const typed = typedIn(fields);
    const { draft, problems } = readWithdraw(typed, {
      mayDestroy: found.survey.isOwn,
      mayKeep: found.way.stopped !== 'withdrawn',
    });
    if (draft === null) return invalid(await asking(db, found, typed, problems));
    const done = await withdrawWay(db, whoOf(visitor, now), params.survey, params.way, draft, site);
    if (!done.ok)
      return invalid(await asking(db, found, typed, [{ field: 'answers', message: problemWords(done.problem) }]));
    const how = draft.destroy ? 'voided' : 'withdrawn';
    return redirect(
      found.way.kind === 'cards'
        ? surveyPaths.cards(found.survey.address, how)
        : surveyPaths.one(found.survey.address, how),
    );
  },
});
