import { z } from 'zod';
import { slugParameter } from '#kit/address.js';
import { redirect } from '#kit/page.js';
import { newToken } from '#kit/token.js';
import { takeSeatInTurn } from '../../arrival.js';
import { newSeed, newSubmission, seatOf, turnAt } from '../../attempt.js';
import { leaveSeat } from '../../codes-and-seats.js';
import { takingPartPaths } from '../../paths.js';
import { walkOf } from '../../asked-questions.js';
import { placeAfter } from '../../way-through-questions.js';
import { entryFor } from '../entry.js';
import { takePage } from '../limited.js';
import { stand } from '../question/step.js';

/**
 * Begins an attempt. What was begun before in the same browser ends with it: its key is gone, and its seat is free again; where somebody has
 * answered something in it, they are asked first. A browser that keeps no cookie is found out before a seat is taken.
 */
export const beginPage = takePage({
  by: 'code',
  path: '/take/:code/begin',
  params: z.object({ code: slugParameter }),
  get: async ({ params: { code } }) => redirect(takingPartPaths.one(code)),
  fields: { language: 'choice', anew: 'choice' },
  async post(context) {
    const { gate, key, attempt: before, carried, fields, query, sender, now } = context;
    const entry = await entryFor(context, context.params.code, fields.get('language').slice(0, 35));
    // Counted here already: where it leads the code is not looked up again.
    if (entry.kind === 'refused')
      return entry.outcome.kind === 'view' && entry.outcome.status === 422
        ? redirect(takingPartPaths.wrong(context.params.code))
        : entry.outcome;
    const {
      code,
      asked,
      language,
      opened: { survey, audience, kind, place, state },
    } = entry;
    const say = (what: string, ends = false) =>
      ({
        kind: 'redirect',
        to: takingPartPaths.told(code, what, language),
        ...(ends ? { attempt: { key: null } } : {}),
      }) as const;
    if (before === null) {
      // The same form comes a second time, with the cookie or without it.
      if (query['cookie'] === 'set') return say('no cookie');
      return {
        kind: 'redirect',
        to: `${takingPartPaths.begin(code)}?cookie=set`,
        again: true,
        attempt: { key: newToken() },
      };
    }
    if (carried['begun'] !== undefined && fields.get('anew') !== 'yes') return say('begun');
    await leaveSeat(gate, key, seatOf(key, before));
    const token = newToken();
    // "full" may be true no longer: this browser has just given its own place back.
    const refusal =
      kind === 'cards' || (state !== 'open' && state !== 'full')
        ? state
        : ((await takeSeatInTurn(gate, key, { code, seat: seatOf(key, token), opened: entry.opened, sender }, now)) ??
          'open');
    if (refusal === 'too many') return say(refusal);
    if (refusal !== 'open') return say(refusal, true);
    const attempt = {
      survey,
      audience,
      kind,
      place,
      submission: newSubmission(),
      language,
      seen: turnAt(now),
      seed: newSeed(),
      at: placeAfter(walkOf(asked, audience), {}, -1),
      given: {},
    };
    return stand(context, { code, token, asked, attempt, before: null, isNew: true });
  },
});
