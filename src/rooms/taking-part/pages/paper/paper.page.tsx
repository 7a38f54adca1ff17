import { z } from 'zod';
import { queryField, slugParameter } from '#kit/address.js';
import { invalid, view } from '#kit/page.js';
import { newToken } from '#kit/token.js';
import { checkGiven } from '../../answers.js';
import { arrive } from '../../arrival.js';
import { newSubmission } from '../../attempt.js';
import { codePrinted } from '../../codes.js';
import { takingPartPaths } from '../../paths.js';
import { sayIn, spokenIn } from '../../said.js';
import { isTicket } from '../../tickets.js';
import { answerTyped } from '../../typed.js';
import { walkOf } from '../../walk.js';
import type { Given, Opened } from '../../words.js';
import { entryFor, inTongue, noticeOutcome, wantedLanguage } from '../entry.js';
import { type Notice, ThanksView } from '../states/states.view.js';
import { paperName, PaperView } from './paper.view.js';
import { takePage } from '../limited.js';

/**
 * Why no form can be entered now; null where one can. After its end a session takes those of whoever was shown its ticket, until the last
 * day on which answers arrive late; a card is a ticket itself.
 */
function stands({ state, kind, takesLate }: Opened, isStaff: boolean): Exclude<Notice, 'left'> | null {
  if (state === 'open' || state === 'full') return null;
  if (kind === 'cards' ? takesLate && state === 'closed' : takesLate && isStaff && (state === 'ended' || state === 'closed' || state === 'code ended')) return null;
  return takesLate && kind !== 'cards' && (state === 'ended' || state === 'closed') ? 'paper over' : state;
}

/** Staff enter a form that was filled in on paper (P21): the same code, the same checks, the same receipt, and sent twice it is kept once. */
export const paperPage = takePage({
  by: 'code',
  path: '/take/:code/paper',
  params: z.object({ code: slugParameter }),
  async get(context) {
    const entry = await entryFor(context, context.params.code, wantedLanguage(context.query));
    if (entry.kind === 'refused') return entry.outcome;
    const { code, asked, language, opened } = entry;
    const { audience, place } = opened;
    const ticket = queryField(context.query, 'ticket', 22);
    const over = stands(opened, isTicket(context.key, 'paper', code, ticket));
    if (over !== null) return noticeOutcome(over, { language, turnTo: place.turnTo, code });
    return view(inTongue(language, { title: sayIn(language)('paperTitle'), main: <PaperView code={code} printed={codePrinted(code)} asked={asked} audience={audience} place={place} language={language} items={walkOf(asked, audience)} given={{}} problems={[]} ticket={ticket} submission={newSubmission()} seat={newToken()} /> }));
  },
  fields: { ticket: 'choice', submission: 'choice', seat: 'choice', language: 'choice', 'item-*': 'text' },
  async post(context) {
    const { gate, key, fields, sender, now } = context;
    const entry = await entryFor(context, context.params.code, fields.get('language').slice(0, 35));
    if (entry.kind === 'refused') return entry.outcome;
    const { code, asked, language, opened } = entry;
    const { survey, audience, kind, place } = opened;
    const { turnTo } = place;
    const ticket = fields.get('ticket').slice(0, 22);
    const isStaff = isTicket(key, 'paper', code, ticket);
    const items = walkOf(asked, audience);
    const given: Record<string, Given[string]> = {};
    for (const item of items) {
      const typed = answerTyped(fields, item, paperName(item));
      if (typed !== undefined) given[item.key] = typed;
    }
    const kept = (name: string, form: RegExp, made: () => string): string => (form.test(fields.get(name)) ? fields.get(name) : made());
    const submission = kept('submission', /^[\w-]{22}$/, newSubmission);
    const seat = kept('seat', /^[\w-]{43}$/, newToken);
    const checked = checkGiven(asked, audience, given);
    if (!checked.ok) return invalid(inTongue(language, { title: sayIn(language)('paperTitle'), main: <PaperView code={code} printed={codePrinted(code)} asked={asked} audience={audience} place={place} language={language} items={items} given={given} problems={checked.problem} ticket={ticket} submission={submission} seat={seat} /> }));
    // A form that is sent again finds its own seat taken by itself; a card that was used is told by what it was used with.
    const over = stands(opened, isStaff);
    if (over !== null && over !== 'spent') return noticeOutcome(over, { language, turnTo, code, status: 409 });
    const { outcome, receipt } = await arrive(gate, key, { survey, asked, code, seat: kind === 'cards' ? null : seat, opened: async () => opened, sender, late: isStaff, submission, audience, language, seed: null, given: checked.value }, now);
    if (outcome === 'busy' || outcome === 'too many') return noticeOutcome('too many', { language, turnTo, code, status: 429 });
    if (outcome !== 'accepted') return noticeOutcome(outcome === 'closed' ? 'late' : outcome === 'used' && kind === 'cards' ? 'spent' : outcome, { language, turnTo, code, status: 409 });
    const next = { href: kind === 'cards' ? takingPartPaths.door(language) : takingPartPaths.paper(code, language, isStaff ? ticket : null), says: 'paperNext' } as const;
    return view(inTongue(spokenIn(language), { title: sayIn(language)('thanksTitle'), main: <ThanksView language={language} receipt={receipt} turnTo={turnTo} next={next} /> }));
  },
});
