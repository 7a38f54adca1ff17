import { z } from 'zod';
import { slugParameter } from '#kit/address.js';
import { type IntakeContext, type IntakeWriteContext, type Outcome, redirect } from '#kit/page.js';
import type { Item } from '#rooms/heard/instruments/index.js';
import { checkGiven } from '../../answers.js';
import { arrive } from '../../arrival.js';
import { type Attempt, formOf, openAttempt, seatOf, turnAt } from '../../attempt.js';
import { carriedAttempt, carryReceipt } from '../../attempt-in-cookies.js';
import { codeTyped } from '../../codes.js';
import { askedOf, leaveSeat, whatCodeOpens, takeSeat } from '../../codes-and-seats.js';
import { takingPartPaths } from '../../paths.js';
import { sayIn } from '../../said.js';
import { answerTyped } from '../../typed-answers.js';
import { walkOf } from '../../asked-questions.js';
import { placeAfter, placeBefore, stepAt } from '../../way-through-questions.js';
import type { Given } from '../../given-answers.js';
import type { Asked } from '../../words.js';
import { languageOf } from '../entry.js';
import { takePage } from '../limited.js';
import { stand, stepView } from '../question/step.js';

type Context = IntakeWriteContext<{ readonly code: string }>;

/** Without one answer: left out, or taken back. */
function without(given: Given, item: Item): Given {
  const { [item.key]: _, ...others } = given;
  return others;
}

/** The attempt ends: its key goes, and with it everything that the browser carries. */
function end(code: string, what: string, language: string, carry: Readonly<Record<string, string>> = {}): Outcome {
  return { kind: 'redirect', to: takingPartPaths.told(code, what, language), attempt: { key: null, carry } };
}

/** Everything goes off at once; until here nothing was kept anywhere. The attempt ends with it, whatever comes of it. */
async function send(
  { gate, key, sender, now }: Context,
  code: string,
  token: string,
  asked: Asked,
  attempt: Attempt,
  inForm: boolean,
): Promise<Outcome> {
  const { survey, audience, kind, submission, language, seed } = attempt;
  const checked = checkGiven(asked, audience, attempt.given);
  const given = checked.ok ? checked.value : {};
  // A seat that was given back meanwhile is taken again, where a place is free.
  const seat = kind === 'cards' ? null : seatOf(key, token);
  const arrived = await arrive(
    gate,
    key,
    {
      survey,
      asked,
      code,
      seat,
      opened: () => whatCodeOpens(gate, key, code, now),
      sender,
      late: false,
      submission,
      audience,
      language,
      seed,
      given,
    },
    now,
  );
  const { outcome } = arrived;
  // The attempt stays as it is: the same form, sent again, is the same submission.
  if (outcome === 'busy' || outcome === 'too many' || outcome === 'full') {
    const wait = outcome === 'full' ? 'full' : 'busy';
    if (inForm)
      return {
        kind: 'view',
        status: wait === 'full' ? 409 : 429,
        view: stepView(key, token, code, asked, attempt, { inForm, wait }).view,
      };
    return redirect(
      `${takingPartPaths.question(code, stepAt(walkOf(asked, audience), attempt.given, attempt.at))}?wait=${wait}`,
    );
  }
  if (outcome !== 'accepted')
    return end(
      code,
      outcome === 'closed' || outcome === 'ended' ? 'late' : outcome === 'used' && kind === 'cards' ? 'spent' : outcome,
      language,
    );
  return end(code, 'thanks', language, carryReceipt(key, code, arrived.receipt) as Readonly<Record<string, string>>);
}

interface Found {
  readonly token: string;
  readonly attempt: Attempt;
  readonly inForm: boolean;
}

/** The attempt that a form is of, as the form has it or as the browser carries it. Null for a form of an attempt that has ended. */
function attemptOf({ key, attempt: token, carried, fields }: Context, code: string | null): Found | null {
  if (code === null || token === null || fields.get('of') !== formOf(key, token)) return null;
  const inForm = fields.get('state') !== '';
  const attempt = inForm
    ? openAttempt(key, token, code, fields.get('state'))
    : carriedAttempt(key, token, code, carried);
  return attempt === null ? null : { token, attempt, inForm };
}

/** What was answered on a page, put into the attempt: where it stands then, and with what. */
function answered(
  asked: Asked,
  items: readonly Item[],
  attempt: Attempt,
  item: Item,
  { fields }: Pick<Context, 'fields'>,
): Attempt {
  const go = fields.get('go');
  const { refused: _, passed: was, ...rest } = attempt;
  const at = items.indexOf(item);
  const others = without(attempt.given, item);
  const typed = go === 'skip' ? undefined : answerTyped(fields.all('answer'), item.kind);
  const checked = checkGiven(asked, attempt.audience, typed === undefined ? others : { ...others, [item.key]: typed });
  const kept = { ...rest, ...(was === undefined ? {} : { passed: '' }) };
  if (!checked.ok) {
    // Going back is not held up by what was typed here: the answer that stood before still stands.
    if (go === 'back') return { ...kept, at: placeBefore(items, attempt.given, at) ?? at };
    return { ...kept, given: others, at, ...(typed === undefined ? {} : { refused: { item: item.key, typed } }) };
  }
  // What hung on an answer that has changed is dropped here, with its question.
  const given = checked.value;
  if (go === 'back') return { ...kept, given, at: placeBefore(items, given, at) ?? at };
  const [, tongue] = /^in ([\w-]{2,35})$/.exec(go) ?? [];
  if (tongue !== undefined)
    return {
      ...rest,
      ...(was === undefined ? {} : { passed: was }),
      given,
      at,
      language: languageOf(asked.languages, tongue),
    };
  // That "Continue" leaves a question out is said once, kindly, and then taken.
  if (go === 'next' && typed === undefined && item.kind !== 'information' && was === undefined)
    return { ...kept, given, at, passed: item.key };
  return { ...kept, given, at: placeAfter(items, given, at) };
}

/** Says that somebody is still here, as often as seats are looked at. That the seat is gone they hear when they send, and not in the middle. */
async function seen({ gate, key, now }: Context, code: string, token: string, attempt: Attempt): Promise<Attempt> {
  if (attempt.kind === 'cards' || attempt.seen === turnAt(now)) return attempt;
  await takeSeat(gate, key, code, seatOf(key, token), now);
  return { ...attempt, seen: turnAt(now) };
}

/** One step: forward, back, past a question, into another language, out, or off to be counted. Each leads on by a redirect. */
export const answerPage = takePage<{ readonly code: string }>({
  by: 'code',
  path: '/take/:code/answer',
  params: z.object({ code: slugParameter }),
  fields: {
    of: 'choice',
    item: 'choice',
    state: 'document',
    language: 'choice',
    answer: { length: 'text', most: 200 },
    go: 'choice',
  },
  get: async ({ params: { code } }: IntakeContext<{ readonly code: string }>) => redirect(takingPartPaths.one(code)),
  async post(context) {
    const { gate, key, fields, params } = context;
    const code = codeTyped(params.code);
    const found = attemptOf(context, code);
    // A form that the browser remembers from before: nothing of it is shown, and an attempt that somebody else has begun since goes on.
    if (code === null || found === null)
      return redirect(
        takingPartPaths.told(code ?? params.code, 'gone', languageOf(sayIn.tags, fields.get('language'))),
      );
    const { token, attempt: before, inForm } = found;
    const { language, audience, kind } = before;
    const go = fields.get('go');
    if (go === 'stop') {
      if (kind !== 'cards') await leaveSeat(gate, key, seatOf(key, token));
      return end(code, 'left', language);
    }
    const attempt = await seen(context, code, token, before);
    const asked = await askedOf(gate, attempt.survey);
    if (asked === null) return end(code, 'late', language);
    const items = walkOf(asked, audience);
    const item = items.find(({ key: name }) => name === fields.get('item'));
    const here = { ...attempt, at: items.length };
    if (item === undefined && go === 'send') return send(context, code, token, asked, here, inForm);
    const [, tongue] = /^in ([\w-]{2,35})$/.exec(go) ?? [];
    const next =
      item !== undefined
        ? answered(asked, items, attempt, item, context)
        : {
            ...here,
            at: go === 'back' ? (placeBefore(items, here.given, here.at) ?? here.at) : here.at,
            ...(tongue === undefined ? {} : { language: languageOf(asked.languages, tongue) }),
          };
    return stand(context, { code, token, asked, attempt: next, before: inForm ? null : before });
  },
});
