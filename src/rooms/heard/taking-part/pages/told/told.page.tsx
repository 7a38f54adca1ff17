import { z } from 'zod';
import { queryField, slugParameter } from '#kit/address.js';
import type { Outcome } from '#kit/page.js';
import { carriedReceipt } from '../../attempt-in-cookies.js';
import { takingPartPaths } from '../../paths.js';
import { sayIn } from '../../said.js';
import { entryFor, inTongue, noticeOutcome, wantedLanguage } from '../entry.js';
import { takePage } from '../limited.js';
import { type Notice, ThanksView } from '../states/states.view.js';
import { BegunView, NoCookieView } from './told.view.js';

/** What a form that was sent may lead to, beside a question. */
const notices = [
  'left',
  'late',
  'used',
  'unknown',
  'spent',
  'gone',
  'in form',
  'closed',
  'ended',
  'full',
  'not yet',
  'code ended',
  'paused',
  'voided',
  'too many',
  'paper over',
] as const satisfies readonly Notice[];
const told = [...notices, 'thanks', 'entered', 'no cookie', 'begun'] as const;
type Told = (typeof told)[number];

function toldAt(part: string): Told | undefined {
  return told.find((one) => one.replaceAll(' ', '-') === part);
}

/**
 * The end of an attempt, or why there is none, at an address of its own: loaded again, or come back to, it is the same page and no form. It holds
 * nothing of an attempt; the words of a receipt are there until the next one starts.
 */
export const toldPage = takePage({
  by: 'code',
  path: '/take/:code/told/:what',
  params: z.object({
    code: slugParameter,
    what: z
      .string()
      .transform(toldAt)
      .refine((what) => what !== undefined),
  }),
  async get(context): Promise<Outcome> {
    const { key, carried, params } = context;
    const entry = await entryFor(context, params.code, wantedLanguage(context.query));
    if (entry.kind === 'refused') return entry.outcome;
    const {
      code,
      language,
      opened: {
        kind,
        place: { turnTo },
      },
    } = entry;
    const what = params.what as Told;
    const say = sayIn(language);
    if (what === 'thanks' || what === 'entered') {
      const receipt = carriedReceipt(key, code, carried);
      if (receipt === null) return noticeOutcome('gone', { language, turnTo, code, status: 409 });
      const ticket = queryField(context.query, 'ticket', 22);
      // With a pile of forms the next one begins where this one did.
      const form = {
        href:
          kind === 'cards'
            ? takingPartPaths.door(language)
            : takingPartPaths.paper(code, language, ticket === '' ? null : ticket),
        says: 'paperNext',
      } as const;
      const next =
        what === 'entered'
          ? form
          : kind === 'class session'
            ? ({ href: takingPartPaths.one(code), says: 'nextPerson' } as const)
            : null;
      return {
        kind: 'view',
        status: 200,
        view: inTongue(sayIn(language).tag, {
          title: say('thanksTitle'),
          main: <ThanksView language={language} receipt={receipt} turnTo={turnTo} next={next} />,
        }),
      };
    }
    if (what === 'begun')
      return {
        kind: 'view',
        status: 409,
        view: inTongue(sayIn(language).tag, {
          title: say('begunTitle'),
          main: <BegunView code={code} language={language} />,
        }),
      };
    if (what === 'no cookie')
      return {
        kind: 'view',
        status: 409,
        view: inTongue(sayIn(language).tag, {
          title: say('noCookieTitle'),
          main: <NoCookieView code={code} language={language} turnTo={turnTo} />,
        }),
      };
    return noticeOutcome(what, {
      language,
      turnTo,
      code,
      status: what === 'left' ? 200 : what === 'too many' ? 429 : 409,
    });
  },
});
