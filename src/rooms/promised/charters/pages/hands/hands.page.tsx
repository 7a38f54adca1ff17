import type { FieldProblem, Typed } from '#base/form.js';
import { charterFrame, params } from '../charter-at-work.js';
import { dateFields } from '#base/date-fields.js';
import { londonDate } from '#base/london.js';
import type { Read } from '#kit/db/gate.js';
import { halt, invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { recordHands } from '../../vote-results.js';
import { type Charter, charterOf, clausesOf } from '../../lookups.js';
import { charterPaths } from '../../paths.js';
import { canBeDone } from '../../rules.js';
import { problemWords } from '../../view-words.js';
import { typedIn } from '#kit/typed.js';
import { readHands } from './hands.form.js';
import { Hands } from './hands.view.js';

async function handsForm(
  db: Read,
  charter: Charter,
  visitor: Visitor,
  typed: Typed,
  problems: readonly FieldProblem[],
): Promise<View> {
  return charterFrame(
    charter,
    'A show of hands',
    <Hands
      action={charterPaths.hands(charter.slug)}
      back={charterPaths.own(charter.slug)}
      typed={typed}
      problems={problems}
      clauses={await clausesOf(db, visitor.organisation, charter.id)}
    />,
  );
}

export const handsPage = workPage({
  path: '/work/charters/:charter/hands',
  params,
  needs: 'lead',
  async get({ db, visitor, params: { charter: slug }, now }) {
    const charter = await charterOf(db, visitor.organisation, slug);
    if (!charter) return halt('not-found');
    if (!canBeDone('count hands', charter.stage)) return redirect(`${charterPaths.own(slug)}?done=not-now`);
    return view(await handsForm(db, charter, visitor, dateFields('on', londonDate(now)), []));
  },
  fields: { group: 'line', 'on-*': 'line', 'yes-*': 'line', 'no-*': 'line', 'unsure-*': 'line' },
  async post({ db, visitor, params: { charter: slug }, fields, now }): Promise<Outcome> {
    const charter = await charterOf(db, visitor.organisation, slug);
    if (!charter) return halt('not-found');
    const typed = typedIn(fields);
    const clauses = (await clausesOf(db, visitor.organisation, charter.id)).map(({ id }) => id);
    const { draft, problems } = readHands(typed, clauses, londonDate(now));
    if (problems.length > 0) return invalid(await handsForm(db, charter, visitor, typed, problems));
    const saved = await recordHands(db, whoOf(visitor, now), slug, draft);
    return saved.ok
      ? redirect(`${charterPaths.own(slug)}?done=hands`)
      : invalid(
          await handsForm(db, charter, visitor, typed, [
            {
              field: saved.problem.code === 'date in the future' ? 'on-day' : 'group',
              message: problemWords(saved.problem),
            },
          ]),
        );
  },
});
