import { z } from 'zod';
import { slugParameter } from '#kit/address.js';
import { intakePage, redirect } from '#kit/page.js';
import { newToken } from '#kit/token.js';
import { newSeed, newSubmission, seatOf } from '../../attempt.js';
import { leaveSeat, takeSeat } from '../../entrance.js';
import { limitOf } from '../../limits.js';
import { takingPartPaths } from '../../paths.js';
import { placeAfter, walkOf } from '../../walk.js';
import { entryFor, noticeOutcome } from '../entry.js';
import { stepView } from '../question/step.js';

/** An open link has no cards and no teacher: what slows down a machine is this. */
const starts = limitOf(120);

/** Begins an attempt. What was begun before in the same browser ends with it: its key is gone, and its seat is free again. */
export const beginPage = intakePage({
  path: '/take/:code/begin',
  params: z.object({ code: slugParameter }),
  // Whoever loads the address of a question again comes to the beginning.
  get: async ({ params: { code } }) => redirect(takingPartPaths.one(code)),
  fields: { language: 'choice' },
  async post(context) {
    const { gate, key, attempt: before, sender, now } = context;
    const entry = await entryFor(context, context.params.code, context.fields.get('language').slice(0, 35));
    if (entry.kind === 'refused') return entry.outcome;
    const { code, asked, language, opened: { survey, audience, kind, place, state } } = entry;
    const { turnTo } = place;
    if (kind === 'open link' && !starts.take(sender, now)) return noticeOutcome('too many', { language, turnTo, code, status: 429 });
    if (before !== null) await leaveSeat(gate, key, seatOf(key, before));
    const token = newToken();
    // "full" may be true no longer: this browser has just given its own place back.
    const refusal = kind === 'cards' || (state !== 'open' && state !== 'full') ? state : ((await takeSeat(gate, key, code, seatOf(key, token), now)) ?? 'open');
    if (refusal !== 'open') return noticeOutcome(refusal, { language, turnTo, code, status: 409, ends: true });
    const items = walkOf(asked, audience);
    const attempt = { survey, audience, kind, place, submission: newSubmission(), language, seed: newSeed(), at: placeAfter(items, {}, -1), given: {} };
    return { kind: 'view', status: 200, view: stepView(key, token, code, asked, attempt), attempt: { begin: token } };
  },
});
