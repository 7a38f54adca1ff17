import { z } from 'zod';
import { queryField, slugParameter } from '#kit/address.js';
import { invalid, type Outcome, type View, view } from '#kit/page.js';
import { newToken } from '#kit/token.js';
import { checkGiven } from '../../answers.js';
import { arrive } from '../../arrival.js';
import { newSubmission } from '../../attempt.js';
import { carryReceipt } from '../../attempt-in-cookies.js';
import { codePrinted } from '../../codes.js';
import { takingPartPaths } from '../../paths.js';
import { sayIn } from '../../said.js';
import { isTicket } from '../../tickets.js';
import { answerTyped } from '../../typed-answers.js';
import { walkOf } from '../../asked-questions.js';
import type { Given } from '../../given-answers.js';
import type { Opened } from '../../words.js';
import { type Entry, entryFor, inTongue, noticeOutcome, wantedLanguage } from '../entry.js';
import type { Notice } from '../states/states.view.js';
import { paperName, PaperView, type PaperViewProps } from './paper.view.js';
import { takePage } from '../limited.js';

/**
 * Why no form can be entered now; null where one can. After its end a session takes those of whoever was shown its ticket, until the last
 * day on which answers arrive late; a card is a ticket itself.
 */
function stands({ state, kind, takesLate }: Opened, isStaff: boolean): Exclude<Notice, 'left'> | null {
  if (state === 'open' || state === 'full') return null;
  if (
    kind === 'cards'
      ? takesLate && state === 'closed'
      : takesLate && isStaff && (state === 'ended' || state === 'closed' || state === 'code ended')
  )
    return null;
  return takesLate && kind !== 'cards' && (state === 'ended' || state === 'closed') ? 'paper over' : state;
}

type Opening = Extract<Entry, { readonly kind: 'opened' }>;

function paperView(
  { code, asked, language, opened: { audience, place } }: Opening,
  form: Pick<PaperViewProps, 'given' | 'problems' | 'wait' | 'ticket' | 'submission' | 'seat'>,
): View {
  return inTongue(language, {
    title: sayIn(language)('paperTitle'),
    main: (
      <PaperView
        code={code}
        printed={codePrinted(code)}
        asked={asked}
        audience={audience}
        place={place}
        language={language}
        items={walkOf(asked, audience)}
        {...form}
      />
    ),
  });
}

/** Staff enter a form that was filled in on paper (P21): the same code, the same checks, the same receipt, and sent twice it is kept once. */
export const paperPage = takePage({
  by: 'code',
  path: '/take/:code/paper',
  params: z.object({ code: slugParameter }),
  async get(context) {
    const entry = await entryFor(context, context.params.code, wantedLanguage(context.query));
    if (entry.kind === 'refused') return entry.outcome;
    const { code, language, opened } = entry;
    const ticket = queryField(context.query, 'ticket', 22);
    const over = stands(opened, isTicket(context.key, 'paper', code, ticket));
    if (over !== null) return noticeOutcome(over, { language, turnTo: opened.place.turnTo, code });
    return view(paperView(entry, { given: {}, problems: [], ticket, submission: newSubmission(), seat: newToken() }));
  },
  fields: { ticket: 'choice', submission: 'choice', seat: 'choice', language: 'choice', 'item-*': 'text' },
  async post(context) {
    const { gate, key, fields, sender, now } = context;
    const entry = await entryFor(context, context.params.code, fields.get('language').slice(0, 35));
    if (entry.kind === 'refused') return entry.outcome;
    const { code, asked, language, opened } = entry;
    const { survey, audience, kind } = opened;
    const ticket = fields.get('ticket').slice(0, 22);
    const isStaff = isTicket(key, 'paper', code, ticket);
    const items = walkOf(asked, audience);
    const given: Record<string, Given[string]> = {};
    for (const item of items) {
      const typed = answerTyped(fields.all(paperName(item)), item.kind);
      if (typed !== undefined) given[item.key] = typed;
    }
    const kept = (name: string, form: RegExp, made: () => string): string =>
      form.test(fields.get(name)) ? fields.get(name) : made();
    const submission = kept('submission', /^[\w-]{22}$/, newSubmission);
    const seat = kept('seat', /^[\w-]{43}$/, newToken);
    const form = { given, problems: [], ticket, submission, seat };
    const checked = checkGiven(asked, audience, given);
    if (!checked.ok) return invalid(paperView(entry, { ...form, problems: checked.problem }));
    // A form that is sent again finds its own seat taken by itself; a card that was used is told by what it was used with.
    const over = stands(opened, isStaff);
    const told = (what: string, carry: Readonly<Record<string, string>> = {}): Outcome => ({
      kind: 'redirect',
      to: takingPartPaths.told(code, what, language, ticket === '' ? null : ticket),
      attempt: { carry },
    });
    if (over !== null && over !== 'spent') return told(over);
    const { outcome, receipt } = await arrive(
      gate,
      key,
      {
        survey,
        asked,
        code,
        seat: kind === 'cards' ? null : seat,
        opened: async () => opened,
        sender,
        late: isStaff,
        submission,
        audience,
        language,
        seed: null,
        given: checked.value,
      },
      now,
    );
    // It may be taken later as it is: the page keeps what was copied.
    if (outcome === 'busy' || outcome === 'too many')
      return { kind: 'view', status: 429, view: paperView(entry, { ...form, wait: 'paperWait' }) };
    if (outcome === 'full')
      return { kind: 'view', status: 409, view: paperView(entry, { ...form, wait: 'paperFull' }) };
    if (outcome !== 'accepted')
      return told(outcome === 'closed' ? 'late' : outcome === 'used' && kind === 'cards' ? 'spent' : outcome);
    return told('entered', carryReceipt(key, code, receipt) as Readonly<Record<string, string>>);
  },
});
