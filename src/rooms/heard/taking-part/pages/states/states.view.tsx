import { Button } from '#ui/button/button.js';
import { takingPartPaths } from '../../paths.js';
import { receiptWords } from '../../receipt-words.js';
import { type Sentence, sayIn } from '../../said.js';
import type { WayInState } from '../../words.js';
import { Help } from '../help.view.js';

interface Told {
  readonly title: Sentence;
  readonly what: Sentence;
}

/** Why somebody gets no further, and how they do. */
export type Notice =
  | Exclude<WayInState, 'open'>
  | 'too many'
  | 'used'
  | 'unknown'
  | 'late'
  | 'gone'
  | 'left'
  | 'paper over'
  | 'in form';

const told: Readonly<Record<Notice, Told>> = {
  spent: { title: 'spentTitle', what: 'spent' },
  'not yet': { title: 'notYetTitle', what: 'notYet' },
  closed: { title: 'closedTitle', what: 'closed' },
  ended: { title: 'endedTitle', what: 'ended' },
  full: { title: 'fullTitle', what: 'full' },
  'code ended': { title: 'codeEndedTitle', what: 'codeEnded' },
  paused: { title: 'pausedTitle', what: 'paused' },
  voided: { title: 'voidedTitle', what: 'voided' },
  'too many': { title: 'manyTitle', what: 'many' },
  used: { title: 'usedTitle', what: 'used' },
  unknown: { title: 'unknownTitle', what: 'unknown' },
  late: { title: 'lateTitle', what: 'late' },
  gone: { title: 'goneTitle', what: 'gone' },
  left: { title: 'leftTitle', what: 'left' },
  'in form': { title: 'inFormTitle', what: 'inFormForward' },
  'paper over': { title: 'endedTitle', what: 'paperOver' },
};

export function noticeTitle(notice: Notice, language: string): string {
  return sayIn(language)(told[notice].title);
}

export interface NoticeViewProps {
  readonly notice: Notice;
  readonly language: string;
  readonly turnTo: string | null;
  /** The code that they came with; null where it opens nothing. */
  readonly code: string | null;
}

/** Which way leads on: the same code again, or another one. */
const sameCode: readonly Notice[] = ['not yet', 'ended', 'full', 'paused', 'too many', 'unknown', 'gone', 'left'];

export function NoticeView({ notice, language, turnTo, code }: NoticeViewProps) {
  const say = sayIn(language);
  const { title, what } = told[notice];
  const again = code !== null && sameCode.includes(notice);
  return (
    <>
      <h1>{say(title)}</h1>
      <p class="lead">{say(what)}</p>
      <p>
        <a class="take__way" href={again ? takingPartPaths.one(code, language) : takingPartPaths.door(language)}>
          {say(
            !again
              ? 'anotherCode'
              : notice === 'gone' || notice === 'left' || notice === 'unknown'
                ? 'startAgain'
                : 'tryAgain',
          )}
        </a>
      </p>
      <Help say={say} turnTo={turnTo} />
    </>
  );
}

export interface ThanksViewProps {
  readonly language: string;
  readonly receipt: readonly number[];
  readonly turnTo: string | null;
  /** Where the next one begins: on a device that is handed round, or with a pile of forms. */
  readonly next: { readonly href: string; readonly says: Sentence } | null;
}

/** The end: what arrived, words that say so, and help for whoever was upset by a question. */
export function ThanksView({ language, receipt, turnTo, next }: ThanksViewProps) {
  const say = sayIn(language);
  return (
    <>
      <h1>{say('thanksTitle')}</h1>
      <p>{say('receipt')}</p>
      <ol class="take__receipt" aria-label={say('receiptLabel')}>
        {receiptWords(receipt, language).map((word) => (
          <li>{word}</li>
        ))}
      </ol>
      {next === null ? <p>{say('closePage')}</p> : <Button href={next.href}>{say(next.says)}</Button>}
      <Help say={say} turnTo={turnTo} />
    </>
  );
}
