import { z } from 'zod';
import { slugParameter } from '#kit/address.js';
import { redirect } from '#kit/page.js';
import { newToken } from '#kit/token.js';
import { newSeed, newSubmission, seatOf, turnAt } from '../../attempt.js';
import { takeSeatInTurn } from '../../arrival.js';
import { leaveSeat } from '../../entrance.js';
import { takingPartPaths } from '../../paths.js';
import { placeAfter, walkOf } from '../../walk.js';
import { entryFor, noticeOutcome } from '../entry.js';
import { stepView } from '../question/step.js';
import { takePage } from '../limited.js';

/** Begins an attempt. What was begun before in the same browser ends with it: its key is gone, and its seat is free again. */
export const beginPage = takePage({
  by: 'code',
  path: '/take/:code/begin',
  params: z.object({ code: slugParameter }),
  // Whoever loads the address of a question again comes to the beginning.
  get: async ({ params: { code } }) => redirect(takingPartPaths.one(code)),
  async post(context) {
    const { gate, key, attempt: before, sender, now } = context;
    const entry = await entryFor(context, context.params.code, context.fields.get('language').slice(0, 35));
    if (entry.kind === 'refused') return entry.outcome;
    const { code, asked, language, opened: { survey, audience, kind, place, state } } = entry;
    const { turnTo } = place;
    if (before !== null) await leaveSeat(gate, key, seatOf(key, before));
    const token = newToken();
    // "full" may be true no longer: this browser has just given its own place back.
    const refusal = kind === 'cards' || (state !== 'open' && state !== 'full') ? state : ((await takeSeatInTurn(gate, key, { code, seat: seatOf(key, token), kind, sender }, now)) ?? 'open');
    if (refusal === 'too many') return noticeOutcome('too many', { language, turnTo, code, status: 429 });
    if (refusal !== 'open') return noticeOutcome(refusal, { language, turnTo, code, status: 409, ends: true });
    const items = walkOf(asked, audience);
    const attempt = { survey, audience, kind, place, submission: newSubmission(), language, seen: turnAt(now), seed: newSeed(), at: placeAfter(items, {}, -1), given: {} };
    return { kind: 'view', status: 200, view: stepView(key, token, code, asked, attempt), attempt: { begin: token } };
  },
});
