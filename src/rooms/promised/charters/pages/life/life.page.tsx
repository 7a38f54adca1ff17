import { z } from 'zod';
import { dateFields } from '#base/date-fields.js';
import { londonDate } from '#base/london.js';
import { slugParameter } from '#kit/address.js';
import type { Read } from '#kit/db/gate.js';
import { halt, invalid, type Outcome, redirect, type View, view, workPage } from '#kit/page.js';
import type { Visitor } from '#kit/visitor.js';
import { whoOf } from '#rooms/ground/people/index.js';
import { agreeCharter, publishCharter, recordStage } from '../../acts.js';
import { handVotesOf, recordHands, tallyOf } from '../../votes.js';
import { type Charter, charterOf, clausesOf } from '../../lookups.js';
import { charterPaths } from '../../paths.js';
import { canBeDone, earlierStages } from '../../rules.js';
import { problemWords } from '../../view-words.js';
import { handWords, stages, tallyWords } from '#rooms/promised/together/index.js';
import type { FieldProblem } from '#ui/error-summary/refused.js';
import { type Typed, typedIn } from '#kit/typed.js';
import { readAgreed, readHands, typedAgreed } from './life.form.js';
import { Agree, GoBack, Hands } from './life.view.js';

const params = z.object({ charter: slugParameter });

function framed(charter: Charter, heading: string, main: View['main']): View {
  return {
    title: `${heading}: ${charter.title}`,
    crumbs: [
      { text: 'Workspace', href: '/work' },
      { text: 'Charters', href: charterPaths.work() },
      { text: charter.title, href: charterPaths.own(charter.slug) },
      { text: heading },
    ],
    main,
  };
}

function goBack(charter: Charter, visitor: Visitor, typed: Typed, problems: readonly FieldProblem[]): View {
  return framed(
    charter,
    charter.stage === 'published' ? 'The next version' : 'Go back',
    <GoBack
      csrf={visitor.csrf}
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
      : view(goBack(charter, visitor, {}, []));
  },
  fields: { to: 'choice', reason: 'text' },
  async post({ db, visitor, params: { charter: slug }, fields, now }): Promise<Outcome> {
    const charter = await charterOf(db, visitor.organisation, slug);
    if (!charter) return halt('not-found');
    const to = stages.find((stage) => stage === fields.get('to'));
    if (!to) return invalid(goBack(charter, visitor, typedIn(fields), [{ field: 'to', message: 'Choose a stage' }]));
    const reason = fields.get('reason').slice(0, 500);
    const moved = await recordStage(db, whoOf(visitor, now), slug, to, reason === '' ? null : reason);
    if (moved.ok) return redirect(`${charterPaths.own(slug)}?done=stage`);
    return earlierStages(charter.stage).length === 0
      ? redirect(`${charterPaths.own(slug)}?done=not-now`)
      : invalid(
          goBack(charter, visitor, typedIn(fields), [
            { field: moved.problem.code === 'no reason' ? 'reason' : 'to', message: problemWords(moved.problem) },
          ]),
        );
  },
});

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
  return framed(
    charter,
    'Agree',
    <Agree
      csrf={visitor.csrf}
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

export const publishCharterPage = workPage({
  path: '/work/charters/:charter/publish',
  params,
  needs: 'lead',
  fields: {},
  async post({ db, visitor, params: { charter: slug }, now }) {
    const published = await publishCharter(db, whoOf(visitor, now), slug);
    if (!published.ok && published.problem.code === 'not there') return halt('not-found');
    return redirect(`${charterPaths.own(slug)}?done=${published.ok ? 'published' : 'not-now'}`);
  },
});

async function handsForm(
  db: Read,
  charter: Charter,
  visitor: Visitor,
  typed: Typed,
  problems: readonly FieldProblem[],
): Promise<View> {
  return framed(
    charter,
    'A show of hands',
    <Hands
      csrf={visitor.csrf}
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
