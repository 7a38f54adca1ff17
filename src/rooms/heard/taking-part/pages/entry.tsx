/** How every page of a code begins: whether it opens something. A right code is never refused because of somebody else's wrong ones. */
import { queryField } from '#kit/address.js';
import type { IntakeContext, Outcome, View } from '#kit/page.js';
import { directionOf } from '#rooms/heard/instruments/index.js';
import { codeTyped } from '../codes.js';
import { askedOf, whatCodeOpens } from '../codes-and-seats.js';
import { mayBeWrong } from '../limits.js';
import { sayIn } from '../said.js';
import type { Asked, Opened } from '../words.js';
import { DoorView } from './door/door.view.js';
import { Tools } from './tools.view.js';
import { type Notice, NoticeView, noticeTitle } from './states/states.view.js';

/** A view in its language: that of most of its words. Kept's own beside them say which theirs is (`Say.tongue`). */
export function inTongue(language: string, view: Omit<View, 'language'>): View {
  const main = (
    <>
      {view.main}
      <Tools language={language} />
    </>
  );
  return { ...view, main, language: { tag: language, direction: directionOf(language) } };
}

export function noticeOutcome(
  notice: Notice,
  {
    language,
    turnTo = null,
    code = null,
    status = 200,
  }: {
    readonly language: string;
    readonly turnTo?: string | null;
    readonly code?: string | null;
    readonly status?: 200 | 409 | 429;
  },
): Outcome {
  const view = inTongue(sayIn(language).tag, {
    title: noticeTitle(notice, language),
    main: <NoticeView notice={notice} language={language} turnTo={turnTo} code={code} />,
  });
  return { kind: 'view', status, view };
}

export function doorView(language: string, typed: string, isWrong: boolean): View {
  return inTongue(sayIn(language).tag, {
    title: sayIn(language)('codeTitle'),
    main: <DoorView language={language} typed={typed} isWrong={isWrong} />,
  });
}

/** The language that was asked for, where it is offered; else the first that is. */
export function languageOf(offered: readonly string[], wanted: string): string {
  return offered.find((tag) => tag === wanted) ?? offered[0] ?? 'en';
}

export type Entry =
  | {
      readonly kind: 'opened';
      readonly code: string;
      readonly opened: Opened;
      readonly asked: Asked;
      readonly language: string;
    }
  | { readonly kind: 'refused'; readonly outcome: Outcome };

/** What a typed code opens. `wanted`: the language that was asked for. */
export async function entryFor(
  { gate, key, sender, now }: Pick<IntakeContext<unknown>, 'gate' | 'key' | 'sender' | 'now'>,
  typed: string,
  wanted: string,
): Promise<Entry> {
  const code = codeTyped(typed);
  const opened = code === null ? null : await whatCodeOpens(gate, key, code, now);
  if (code === null || opened === null) {
    const language = languageOf(sayIn.tags, wanted);
    if (!(await mayBeWrong(gate, key, sender, now)))
      return { kind: 'refused', outcome: noticeOutcome('too many', { language, status: 429 }) };
    return {
      kind: 'refused',
      outcome: { kind: 'view', status: 422, view: doorView(language, typed.slice(0, 40), true) },
    };
  }
  const asked = await askedOf(gate, opened.survey);
  if (asked === null)
    return {
      kind: 'refused',
      outcome: noticeOutcome('closed', { language: languageOf(sayIn.tags, wanted), turnTo: opened.place.turnTo }),
    };
  return { kind: 'opened', code, opened, asked, language: languageOf(asked.languages, wanted) };
}

export function wantedLanguage(query: Readonly<Record<string, string>>): string {
  return queryField(query, 'language', 35);
}
