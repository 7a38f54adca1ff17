import { z } from 'zod';
import { slugParameter } from '#kit/address.js';
import { type IntakeWriteContext, invalid, type Outcome, redirect, view } from '#kit/page.js';
import type { Item } from '#rooms/instruments/index.js';
import { checkGiven } from '../../answers.js';
import { type Attempt, openAttempt, seatOf, turnAt } from '../../attempt.js';
import { codeTyped } from '../../codes.js';
import { arrive } from '../../arrival.js';
import { askedOf, leaveSeat, takeSeat } from '../../entrance.js';
import { takingPartPaths } from '../../paths.js';
import { sayIn, spoken, spokenIn } from '../../said.js';
import { answerTyped } from '../../typed.js';
import { placeAfter, placeBefore, walkOf } from '../../walk.js';
import type { Asked, Given } from '../../words.js';
import { inTongue, languageOf, noticeOutcome } from '../entry.js';
import { stepView } from '../question/step.js';
import { ThanksView } from '../states/states.view.js';
import { takePage } from '../limited.js';

type Context = IntakeWriteContext<{ readonly code: string }>;

/** Without one answer: left out, or taken back. */
function without(given: Given, item: Item): Given {
  const { [item.key]: _, ...others } = given;
  return others;
}

/** Everything goes off at once; until here nothing was kept anywhere. The attempt ends with it, whatever comes of it. */
async function send({ gate, key, sender, now }: Context, code: string, token: string, asked: Asked, attempt: Attempt): Promise<Outcome> {
  const { survey, audience, kind, place: { turnTo }, submission, language, seed } = attempt;
  const checked = checkGiven(asked, audience, attempt.given);
  const given = checked.ok ? checked.value : {};
  // A seat that was given back meanwhile is taken again, where a place is free.
  const seat = kind === 'cards' ? null : seatOf(key, token);
  const arrived = await arrive(gate, key, { survey, asked, code, seat, kind: async () => kind, sender, late: false, submission, audience, language, seed, given }, now);
  const { outcome } = arrived;
  // The attempt stays as it is: the same form, sent again, is the same submission.
  if (outcome === 'busy' || outcome === 'too many' || outcome === 'full') return { kind: 'view', status: outcome === 'full' ? 409 : 429, view: stepView(key, token, code, asked, attempt, outcome === 'full' ? 'full' : 'busy') };
  if (outcome !== 'accepted') return noticeOutcome(outcome === 'closed' || outcome === 'ended' ? 'late' : outcome === 'used' && kind === 'cards' ? 'spent' : outcome, { language, turnTo, code, status: 409, ends: true });
  const next = kind === 'class session' ? ({ href: takingPartPaths.one(code), says: 'nextPerson' } as const) : null;
  const thanks = inTongue(spokenIn(language), { title: sayIn(language)('thanksTitle'), main: <ThanksView language={language} receipt={arrived.receipt} turnTo={turnTo} next={next} /> });
  return { kind: 'view', status: 200, view: thanks, attempt: { end: true } };
}

/** Says that somebody is still here, as often as seats are looked at. That the seat is gone they hear when they send, and not in the middle. */
async function seen({ gate, key, now }: Context, code: string, token: string, attempt: Attempt): Promise<Attempt> {
  if (attempt.kind === 'cards' || attempt.seen === turnAt(now)) return attempt;
  await takeSeat(gate, key, code, seatOf(key, token), now);
  return { ...attempt, seen: turnAt(now) };
}

/** One step: forward, back, past a question, out, or off to be counted. */
export const answerPage = takePage<{ readonly code: string }>({
  by: 'code',
  path: '/take/:code/answer',
  params: z.object({ code: slugParameter }),
  get: async ({ params: { code } }) => redirect(takingPartPaths.one(code)),
  async post(context) {
    const { gate, key, attempt: token, fields, params } = context;
    const code = codeTyped(params.code);
    const before = code === null || token === null ? null : openAttempt(key, token, code, fields.get('state'));
    // A form that the browser remembers from before: nothing of it is shown, and an attempt that somebody else has begun since goes on.
    if (code === null || token === null || before === null) return noticeOutcome('gone', { language: languageOf(spoken, fields.get('language')), code, status: 409 });
    const { language, audience, kind, place: { turnTo }, at } = before;
    const go = fields.get('go');
    if (go === 'stop') {
      if (kind !== 'cards') await leaveSeat(gate, key, seatOf(key, token));
      return noticeOutcome('left', { language, turnTo, code, ends: true });
    }
    const attempt = await seen(context, code, token, before);
    const asked = await askedOf(gate, attempt.survey);
    if (asked === null) return noticeOutcome('late', { language, turnTo, code, status: 409, ends: true });
    const items = walkOf(asked, audience);
    const item = items[at];
    const stand = (given: Given, place: number): Outcome => view(stepView(key, token, code, asked, { ...attempt, given, at: place }));
    if (item === undefined) {
      if (go === 'send') return send(context, code, token, asked, attempt);
      return stand(attempt.given, go === 'back' ? (placeBefore(items, attempt.given, at) ?? at) : at);
    }
    const others = without(attempt.given, item);
    const typed = go === 'skip' ? undefined : answerTyped(fields, item, 'answer');
    const checked = checkGiven(asked, audience, typed === undefined ? others : { ...others, [item.key]: typed });
    if (!checked.ok) {
      const problem = checked.problem.find((one) => one.item === item.key) ?? { item: item.key, code: 'not an option' };
      // Going back is not held up by what was typed here: the answer that stood before still stands.
      if (go === 'back') return stand(attempt.given, placeBefore(items, attempt.given, at) ?? at);
      return invalid(stepView(key, token, code, asked, { ...attempt, given: others }, { problem, typed }));
    }
    // What hung on an answer that has changed is dropped here, with its question.
    return stand(checked.value, go === 'back' ? (placeBefore(items, checked.value, at) ?? at) : placeAfter(items, checked.value, at));
  },
});
