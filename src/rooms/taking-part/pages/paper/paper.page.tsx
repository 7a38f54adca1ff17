import { z } from 'zod';
import { slugParameter } from '#kit/address.js';
import { intakePage, invalid, view } from '#kit/page.js';
import { newToken } from '#kit/token.js';
import { checkGiven } from '../../answers.js';
import { newSubmission } from '../../attempt.js';
import { codePrinted } from '../../codes.js';
import { takeSeat } from '../../entrance.js';
import { takingPartPaths } from '../../paths.js';
import { receive } from '../../receiver.js';
import { sayIn, spokenIn } from '../../said.js';
import { answerTyped } from '../../typed.js';
import { walkOf } from '../../walk.js';
import type { Given } from '../../words.js';
import { entryFor, inTongue, noticeOutcome, wantedLanguage } from '../entry.js';
import { ThanksView } from '../states/states.view.js';
import { paperName, PaperView } from './paper.view.js';

/** Staff enter a form that was filled in on paper (P21): the same code, the same checks, the same receipt, and sent twice it is kept once. */
export const paperPage = intakePage({
  path: '/take/:code/paper',
  params: z.object({ code: slugParameter }),
  async get(context) {
    const entry = await entryFor(context, context.params.code, wantedLanguage(context.query));
    if (entry.kind === 'refused') return entry.outcome;
    const { code, asked, language, opened: { state, audience, place } } = entry;
    // Paper is entered after the lesson.
    if (state !== 'open' && state !== 'ended') return noticeOutcome(state, { language, turnTo: place.turnTo, code });
    return view(inTongue(language, { title: sayIn(language)('paperTitle'), main: <PaperView code={code} printed={codePrinted(code)} asked={asked} audience={audience} place={place} language={language} items={walkOf(asked, audience)} given={{}} problems={[]} submission={newSubmission()} seat={newToken()} /> }));
  },
  fields: { submission: 'choice', seat: 'choice', language: 'choice', 'item-*': 'text' },
  async post(context) {
    const { gate, key, fields, now } = context;
    const entry = await entryFor(context, context.params.code, fields.get('language').slice(0, 35));
    if (entry.kind === 'refused') return entry.outcome;
    const { code, asked, language, opened: { survey, audience, kind, place } } = entry;
    const { turnTo } = place;
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
    if (!checked.ok) return invalid(inTongue(language, { title: sayIn(language)('paperTitle'), main: <PaperView code={code} printed={codePrinted(code)} asked={asked} audience={audience} place={place} language={language} items={items} given={given} problems={checked.problem} submission={submission} seat={seat} /> }));
    // A form that is sent again finds its own seat taken by itself.
    const refusal = kind === 'cards' ? null : await takeSeat(gate, key, code, seat, now, { late: true });
    if (refusal !== null && refusal !== 'open') return noticeOutcome(refusal, { language, turnTo, code, status: 409 });
    const { outcome, receipt } = await receive(gate, key, { survey, asked, pass: kind === 'cards' ? code : seat, submission, audience, language, seed: null, given: checked.value }, now);
    if (outcome !== 'accepted') return noticeOutcome(outcome === 'closed' ? 'late' : outcome === 'used' && kind === 'cards' ? 'spent' : outcome, { language, turnTo, code, status: 409 });
    const next = { href: kind === 'cards' ? takingPartPaths.door(language) : takingPartPaths.paper(code, language), says: 'paperNext' } as const;
    return view(inTongue(spokenIn(language), { title: sayIn(language)('thanksTitle'), main: <ThanksView language={language} receipt={receipt} turnTo={turnTo} next={next} /> }));
  },
});
