import type { FieldProblem, Typed } from '#base/form.js';
import { limitBucket, clauseNamed, effectOf, roomFrame, seatGone, noParams, noSeat } from '../in-the-room.js';
import { queryField } from '#kit/address.js';
import { doorPage, invalid, type Outcome, redirect, type View, view } from '#kit/page.js';
import { mayTry } from '#rooms/ground/people/index.js';
import { togetherPaths } from '../../paths.js';
import { submitSuggestion } from '../../acts.js';
import { roomSeen, type TogetherRoom } from '../../lookups.js';
import { togetherWords } from '../../view-words.js';
import { typedIn } from '#kit/typed.js';
import { suggestionIn, suggestProblems, type SuggestStep, suggestSteps } from './suggest.form.js';
import { Suggest } from './suggest.view.js';

function suggestView(room: TogetherRoom, step: SuggestStep, typed: Typed, problems: readonly FieldProblem[]): View {
  const text = suggestionIn(typed);
  const main = (
    <Suggest
      {...roomFrame(room)}
      action={togetherPaths.suggest()}
      back={togetherPaths.room()}
      about={clauseNamed(room, typed['clause'] ?? '')}
      step={step}
      typed={typed}
      problems={problems}
      check={
        step === 'check' ? { aim: text.aim, steps: text.steps, effect: effectOf(text.effectVerb, text.effect) } : null
      }
    />
  );
  return { title: step === 'check' ? 'Is this right?' : `Suggest: step ${suggestSteps.indexOf(step) + 1} of 4`, main };
}

export const togetherSuggestPage = doorPage({
  path: '/together/suggest',
  params: noParams,
  async get({ db, pass: seat, query, now }) {
    const room = await roomSeen(db, seat, now);
    if (!room) return redirect(noSeat);
    if (room.stage !== 'suggestions') return redirect(togetherPaths.room());
    const clause = clauseNamed(room, queryField(query, 'clause', 40));
    return view(
      suggestView(
        room,
        'aim',
        clause
          ? {
              clause: clause.id,
              aim: clause.aim,
              steps: clause.steps.join('\n'),
              verb: clause.verb,
              effect: clause.effect,
            }
          : { verb: 'can' },
        [],
      ),
    );
  },
  fields: {
    step: { length: 'text', most: 200 },
    clause: 'choice',
    steps: 'text',
    verb: 'choice',
    effect: 'text',
    aim: 'text',
    act: 'choice',
  },
  async post({ db, pass: seat, fields, now }): Promise<Outcome> {
    const room = await roomSeen(db, seat, now);
    if (!room || seat === null) return invalid(seatGone);
    const typed = typedIn(fields);
    const step = suggestSteps.find((one) => one === typed['step']) ?? 'aim';
    const at = suggestSteps.indexOf(step);
    if (fields.get('act') === 'back') return view(suggestView(room, suggestSteps[at - 1] ?? 'aim', typed, []));
    const problems = suggestProblems(step, typed);
    const wrong = step === 'check' ? suggestSteps.find((one) => one === problems[0]?.field) : step;
    if (problems.length > 0) return invalid(suggestView(room, wrong ?? step, typed, problems));
    const next = suggestSteps[at + 1];
    if (next) return view(suggestView(room, next, typed, []));
    const clause = clauseNamed(room, typed['clause'] ?? '');
    if (!(await mayTry(db, limitBucket('write', seat), 20, 20, now)))
      return invalid(
        suggestView(room, 'check', typed, [
          { field: 'aim', message: 'You sent very much in a short time. Wait a minute, then send it' },
        ]),
      );
    const sent = await submitSuggestion(
      db,
      seat,
      { kind: clause ? 'change' : 'clause', clause: clause?.id ?? null, text: suggestionIn(typed) },
      now,
    );
    return sent.ok
      ? redirect(`${togetherPaths.room()}?done=sent`)
      : invalid(suggestView(room, 'check', typed, [{ field: 'aim', message: togetherWords[sent.problem] }]));
  },
});
