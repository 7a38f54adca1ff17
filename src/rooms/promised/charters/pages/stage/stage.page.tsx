import { charterFrame, params } from '../charter-at-work.js';
import { halt, invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { recordStage } from '../../acts.js';
import { type Charter, charterOf } from '../../lookups.js';
import { charterPaths } from '../../paths.js';
import { earlierStages } from '../../rules.js';
import { problemWords } from '../../view-words.js';
import { stages } from '#rooms/promised/together/index.js';
import type { FieldProblem } from '#ui/error-summary/refused.js';
import { type Typed, typedIn } from '#kit/typed.js';
import { GoBack } from './stage.view.js';

function goBack(charter: Charter, typed: Typed, problems: readonly FieldProblem[]): View {
  return charterFrame(
    charter,
    charter.stage === 'published' ? 'The next version' : 'Go back',
    <GoBack
      action={charterPaths.stage(charter.slug)}
      back={charterPaths.own(charter.slug)}
      typed={typed}
      problems={problems}
      stage={charter.stage}
      stages={earlierStages(charter.stage)}
    />,
  );
}

export const stagePage = workPage({
  path: '/work/charters/:charter/stage',
  params,
  needs: 'lead',
  async get({ db, visitor, params: { charter: slug } }) {
    const charter = await charterOf(db, visitor.organisation, slug);
    if (!charter) return halt('not-found');
    return earlierStages(charter.stage).length === 0
      ? redirect(`${charterPaths.own(slug)}?done=not-now`)
      : view(goBack(charter, {}, []));
  },
  fields: { to: 'choice', reason: 'text' },
  async post({ db, visitor, params: { charter: slug }, fields, now }): Promise<Outcome> {
    const charter = await charterOf(db, visitor.organisation, slug);
    if (!charter) return halt('not-found');
    const to = stages.find((stage) => stage === fields.get('to'));
    if (!to) return invalid(goBack(charter, typedIn(fields), [{ field: 'to', message: 'Choose a stage' }]));
    const reason = fields.get('reason').slice(0, 500);
    const moved = await recordStage(db, whoOf(visitor, now), slug, to, reason === '' ? null : reason);
    if (moved.ok) return redirect(`${charterPaths.own(slug)}?done=stage`);
    return earlierStages(charter.stage).length === 0
      ? redirect(`${charterPaths.own(slug)}?done=not-now`)
      : invalid(
          goBack(charter, typedIn(fields), [
            { field: moved.problem.code === 'no reason' ? 'reason' : 'to', message: problemWords(moved.problem) },
          ]),
        );
  },
});
