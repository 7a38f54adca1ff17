import { z } from 'zod';
import { slugParameter } from '#kit/address.js';
import { type IntakeWriteContext, intakePage, invalid, type Outcome, redirect, view } from '#kit/page.js';
import type { Item } from '#rooms/instruments/index.js';
import { checkGiven } from '../../answers.js';
import { type Attempt, openAttempt, seatOf } from '../../attempt.js';
import { codeTyped } from '../../codes.js';
import { askedOf, leaveSeat } from '../../entrance.js';
import { takingPartPaths } from '../../paths.js';
import { IntakeBusy, receive } from '../../receiver.js';
import { sayIn, spoken, spokenIn } from '../../said.js';
import { answerTyped } from '../../typed.js';
import { placeAfter, placeBefore, walkOf } from '../../walk.js';
import type { Asked, Given } from '../../words.js';
import { inTongue, languageOf, noticeOutcome } from '../entry.js';
import { stepView } from '../question/step.js';
import { ThanksView } from '../states/states.view.js';

type Context = IntakeWriteContext<{ readonly code: string }>;

/** Without one answer: left out, or taken back. */
function without(given: Given, item: Item): Given {
  const { [item.key]: _, ...others } = given;
  return others;
}

/** Everything goes off at once; until here nothing was kept anywhere. The attempt ends with it, whatever comes of it. */
async function send({ gate, key, now }: Context, code: string, token: string, asked: Asked, attempt: Attempt): Promise<Outcome> {
  const { survey, audience, kind, place: { turnTo }, submission, language, seed } = attempt;
  const checked = checkGiven(asked, audience, attempt.given);
  const given = checked.ok ? checked.value : {};
  const received = await receive(gate, key, { survey, asked, pass: kind === 'cards' ? code : seatOf(key, token), submission, audience, language, seed, given }, now).catch((problem: unknown) => {
    if (problem instanceof IntakeBusy) return null;
    throw problem;
  });
  // The attempt stays as it is: the same form, sent again, is the same submission.
  if (received === null) return { kind: 'view', status: 429, view: stepView(key, token, code, asked, attempt, 'busy') };
  const { outcome, receipt } = received;
  if (outcome !== 'accepted') return noticeOutcome(outcome === 'closed' ? 'late' : outcome === 'used' && kind === 'cards' ? 'spent' : outcome, { language, turnTo, code, status: 409, ends: true });
  const next = kind === 'class session' ? ({ href: takingPartPaths.one(code), says: 'nextPerson' } as const) : null;
  const thanks = inTongue(spokenIn(language), { title: sayIn(language)('thanksTitle'), main: <ThanksView language={language} receipt={receipt} turnTo={turnTo} next={next} /> });
  return { kind: 'view', status: 200, view: thanks, attempt: { end: true } };
}

/** One step: forward, back, past a question, out, or off to be counted. */
export const answerPage = intakePage<{ readonly code: string }>({
  path: '/take/:code/answer',
  params: z.object({ code: slugParameter }),
  get: async ({ params: { code } }) => redirect(takingPartPaths.one(code)),
  fields: { state: 'document', language: 'choice', answer: { length: 'text', most: 200 }, go: 'choice' },
  async post(context) {
    const { gate, key, attempt: token, fields, params } = context;
    const code = codeTyped(params.code);
    const attempt = code === null || token === null ? null : openAttempt(key, token, code, fields.get('state'));
    // A form that the browser remembers from before: nothing of it is shown, and an attempt that somebody else has begun since goes on.
    if (code === null || token === null || attempt === null) return noticeOutcome('gone', { language: languageOf(spoken, fields.get('language')), code, status: 409 });
    const { language, audience, kind, place: { turnTo }, at } = attempt;
    const go = fields.get('go');
    if (go === 'stop') {
      if (kind !== 'cards') await leaveSeat(gate, key, seatOf(key, token));
      return noticeOutcome('left', { language, turnTo, code, ends: true });
    }
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
