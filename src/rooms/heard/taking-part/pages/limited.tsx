/** Every page of taking part is counted (limits.ts): by the code that it is asked with, else by whoever asks. */
import { type IntakeContext, type IntakePage, intakePage, type Outcome, type Page } from '#kit/page.js';
import { minuteLimit } from '#kit/limit.js';
import { codeTyped } from '../codes.js';
import { perMinute } from '../limits.js';
import { sayIn } from '../said.js';
import { languageOf, noticeOutcome, wantedLanguage } from './entry.js';

/**
 * What a request is counted by. `code`: the code in its address, however many ask with it. `sender`: whoever asks. `answers`: what is sent is
 * looked at first and counted where it comes to nothing (hand-in.ts), for a right card is never refused.
 */
export type CountedBy = 'code' | 'sender' | 'answers';

const counts = {
  card: minuteLimit(perMinute.card),
  code: minuteLimit(perMinute.code),
  page: minuteLimit(perMinute.page),
} as const;
const counted = new WeakMap<Page, CountedBy>();

/** By what a page is counted; for the test that none is forgotten. */
export function countedBy(page: Page): CountedBy | null {
  return counted.get(page) ?? null;
}

function mayAsk(by: CountedBy, { params, sender, now }: IntakeContext<unknown>): boolean {
  if (by === 'answers') return true;
  const typed =
    typeof params === 'object' && params !== null && 'code' in params ? codeTyped(String(params.code)) : null;
  if (by === 'sender' || typed === null) return counts.page.take(sender, now);
  return (typed.length === 9 ? counts.card : counts.code).take(typed, now);
}

/** A page of the intake with its limit; a script hears in JSON that it asked too often. */
export function takePage<P>({
  by,
  json = false,
  ...page
}: Omit<IntakePage<P>, 'gate'> & { readonly by: CountedBy; readonly json?: boolean }): Page {
  const { get, post } = page;
  const often = (context: IntakeContext<P>): Outcome =>
    json
      ? { kind: 'json', status: 429, body: { outcome: 'too many' } }
      : noticeOutcome('too many', { language: languageOf(sayIn.tags, wantedLanguage(context.query)), status: 429 });
  const made = intakePage<P>({
    ...page,
    ...(get ? { get: async (context) => (mayAsk(by, context) ? get(context) : often(context)) } : {}),
    ...(post ? { post: async (context) => (mayAsk(by, context) ? post(context) : often(context)) } : {}),
  });
  counted.set(made, by);
  return made;
}
