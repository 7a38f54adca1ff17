import type { FieldProblem, Typed } from '#base/form.js';
import { charterFrame, params } from '../charter-at-work.js';
import { londonDate } from '#base/london.js';
import type { Read } from '#kit/db/gate.js';
import { halt, invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { agreeCharter } from '../../acts.js';
import { handVotesOf, tallyOf } from '../../vote-results.js';
import { type Charter, charterOf, clausesOf } from '../../lookups.js';
import { charterPaths } from '../../paths.js';
import { canBeDone } from '../../rules.js';
import { problemWords } from '../../view-words.js';
import { handWords, tallyWords } from '#rooms/promised/together/index.js';
import { typedIn } from '#kit/typed.js';
import { readAgreed, typedAgreed } from './agree.form.js';
import { Agree } from './agree.view.js';

async function agreeForm(
  db: Read,
  charter: Charter,
  visitor: Visitor,
  typed: Typed,
  problems: readonly FieldProblem[],
): Promise<View> {
  const tally = new Map((await tallyOf(db, visitor.organisation, charter.id)).map((one) => [one.clause, one]));
  const hands = Map.groupBy(await handVotesOf(db, visitor.organisation, charter.id), ({ clause }) => clause);
  const clauses = (await clausesOf(db, visitor.organisation, charter.id)).map(({ id, aim }) => {
    const counted = tally.get(id);
    return {
      id,
      aim,
      votes: [
        ...(counted ? [`By code: ${tallyWords(counted)}`] : []),
        ...(hands.get(id) ?? []).map((hand) => `Hands, ${handWords(hand)}`),
      ].join('. '),
    };
  });
  return charterFrame(
    charter,
    'Agree',
    <Agree
      action={charterPaths.agree(charter.slug)}
      back={charterPaths.own(charter.slug)}
      typed={typed}
      problems={problems}
      clauses={clauses}
    />,
  );
}

export const agreeCharterPage = workPage({
  path: '/work/charters/:charter/agree',
  params,
  needs: 'lead',
  async get({ db, visitor, params: { charter: slug }, now }) {
    const charter = await charterOf(db, visitor.organisation, slug);
    if (!charter) return halt('not-found');
    if (!canBeDone('agree', charter.stage)) return redirect(`${charterPaths.own(slug)}?done=not-now`);
    const clauses = await clausesOf(db, visitor.organisation, charter.id);
    return view(
      await agreeForm(
        db,
        charter,
        visitor,
        typedAgreed(
          londonDate(now),
          clauses.map(({ id }) => id),
        ),
        [],
      ),
    );
  },
  fields: { clauses: { length: 'choice', most: 200 }, group: 'line', body: 'line', role: 'line', 'on-*': 'line' },
  async post({ db, visitor, params: { charter: slug }, fields, now }): Promise<Outcome> {
    const charter = await charterOf(db, visitor.organisation, slug);
    if (!charter) return halt('not-found');
    const typed = typedIn(fields);
    const { draft, problems } = readAgreed(typed, londonDate(now));
    if (problems.length > 0) return invalid(await agreeForm(db, charter, visitor, typed, problems));
    const agreed = await agreeCharter(db, whoOf(visitor, now), slug, draft);
    return agreed.ok
      ? redirect(`${charterPaths.own(slug)}?done=agreed`)
      : invalid(
          await agreeForm(db, charter, visitor, typed, [
            {
              field: agreed.problem.code === 'date in the future' ? 'on-day' : 'clauses',
              message: problemWords(agreed.problem),
            },
          ]),
        );
  },
});
