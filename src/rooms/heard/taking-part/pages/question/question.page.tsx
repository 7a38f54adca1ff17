import { z } from 'zod';
import { slugParameter } from '#kit/address.js';
import { redirect } from '#kit/page.js';
import { carriedAttempt } from '../../attempt-in-cookies.js';
import { codeTyped } from '../../codes.js';
import { askedOf } from '../../codes-and-seats.js';
import { takingPartPaths } from '../../paths.js';
import { sayIn } from '../../said.js';
import { walkOf } from '../../asked-questions.js';
import { placeAt, stepAt } from '../../way-through-questions.js';
import { languageOf } from '../entry.js';
import { takePage } from '../limited.js';
import { stepView } from './step.js';

/** One place on the way through the questions, as the browser comes to it by a form, by Back or Forward, or by loading it again. */
export const questionPage = takePage({
  by: 'code',
  path: '/take/:code/questions/:step',
  params: z.object({
    code: slugParameter,
    step: z
      .string()
      .regex(/^[1-9]\d{0,3}$/)
      .transform(Number),
  }),
  async get({ gate, key, attempt: token, carried, isFollowed, params, query }) {
    const code = codeTyped(params.code);
    // An address that was typed, sent by somebody else or picked from a list: whoever does that may be the next one at this device.
    if (code === null || !isFollowed) return redirect(takingPartPaths.one(params.code));
    const found = carriedAttempt(key, token, code, carried);
    if (token === null || found === null)
      return redirect(
        takingPartPaths.told(
          code,
          token !== null && carried['form'] !== undefined ? 'in form' : 'gone',
          languageOf(sayIn.tags, ''),
        ),
      );
    const asked = await askedOf(gate, found.survey);
    if (asked === null) return redirect(takingPartPaths.told(code, 'late', found.language));
    const items = walkOf(asked, found.audience);
    const attempt = { ...found, at: placeAt(items, found.given, params.step) };
    // Beyond the end: an answer has changed, and with it the way.
    const step = stepAt(items, found.given, attempt.at);
    if (step !== params.step) return redirect(takingPartPaths.question(code, step));
    const wait = query['wait'] === 'busy' || query['wait'] === 'full' ? query['wait'] : null;
    const { view, status } = stepView(key, token, code, asked, attempt, { wait });
    return { kind: 'view', status: wait === null ? status : wait === 'full' ? 409 : 429, view };
  },
});
