/** Rules of reviews. Pure. */
import type { ConcernStands, ConcernStep } from './words.js';

/**
 * The next school day after a day: Monday to Friday. Bank holidays and the holidays of a school are not known here, so the deadline is
 * never later than a calendar of the school would have it, only sooner (reference listening P9: one school day).
 */
export function nextSchoolDay(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  do at.setUTCDate(at.getUTCDate() + 1);
  while (at.getUTCDay() === 0 || at.getUTCDay() === 6);
  return at.toISOString().slice(0, 10);
}

/** Whether what came in on that day should have been dealt with by now. */
export function isOverdue(day: string, today: string): boolean {
  return today > nextSchoolDay(day);
}

export interface ConcernSteps {
  readonly acknowledged_on: string | null;
  readonly action: string | null;
  readonly outcome: string | null;
}

export function standsOf({ acknowledged_on, action, outcome }: ConcernSteps): ConcernStands {
  return outcome !== null
    ? 'closed'
    : action !== null
      ? 'acted on'
      : acknowledged_on !== null
        ? 'acknowledged'
        : 'waiting';
}

/** What can be written down now: one after the other, and nothing twice. */
export function nextStep(stands: ConcernStands): ConcernStep['kind'] | null {
  return ({ waiting: 'acknowledge', acknowledged: 'action', 'acted on': 'outcome', closed: null } as const)[stands];
}

/**
 * Words that put a text at the head of the queue, by language (P11). They order and do nothing else: that no word is found never clears a
 * text. A star stands for any ending, a space for a space, a hyphen or nothing. A language without a list goes to the head as a whole.
 */
export const firstWords: Readonly<Record<string, readonly string[]>> = {
  en: [
    'abus*',
    'afraid',
    'alcohol',
    'alone at night',
    'beat*',
    'belt',
    'blackmail*',
    'bruise*',
    'bull*ing',
    'bullied',
    'bully',
    'burn*',
    'choke*',
    'creepy',
    'cut myself',
    'cut my',
    'cutting',
    'dead',
    'die',
    'dying',
    'drug*',
    'drunk',
    'end it',
    'expos*',
    'forced',
    'gang*',
    'groom*',
    'gun',
    'hate myself',
    'hit',
    'hits',
    'hitting',
    'hungry',
    'hurt',
    'hurts',
    'hurting',
    'kick*',
    'kidnap*',
    'kill*',
    'knife',
    'knives',
    'locked',
    'naked',
    'neglect*',
    'nobody cares',
    'no food',
    'not safe',
    'nude*',
    'old man',
    'overdos*',
    'private part*',
    'punch*',
    'racis*',
    'rape*',
    'ran away',
    'run away',
    'scared',
    'secret',
    'self harm*',
    'sex*',
    'shout* at me',
    'slap*',
    'smack*',
    'stab*',
    'starv*',
    'suicid*',
    'threat*',
    'touch*',
    'unsafe',
    'vap*',
    'violen*',
    'want to disappear',
    'weapon*',
    'weed',
  ],
  cy: [
    'alcohol',
    'anniogel',
    'bwlio',
    'bygwth',
    'bwrw',
    'brifo',
    'cam drin',
    'casáu fy hun',
    'crio',
    'curo',
    'cyffur*',
    'cyllell',
    'dianc',
    'fy mrifo',
    'gwn',
    'hunan niweid*',
    'hunanladdiad',
    'lladd',
    'llwglyd',
    'marw',
    'noeth',
    'ofn',
    'ofnus',
    'rhyw*',
    'trais',
  ],
};

/** The pattern of a list, for the database: whole words, in any case. Words hold letters, spaces and stars only, so nothing needs escaping. */
export function patternOf(words: readonly string[]): string {
  return `\\m(${words.map((word) => `${word.replaceAll('*', '\\w*').replaceAll(' ', '[\\s-]*')}\\M`).join('|')})`;
}

/** How many go into one page of a list. */
export const perPage = 50;

/** Queues that one person sees at once: those that wait longest. */
export const queuesAtMost = 60;

/** Texts are counted so far, and no further: whoever reads them needs no exact number of thousands. */
export const countedAtMost = 1_000;

/** "12", or "more than 1,000". */
export function countText(many: number): string {
  return many > countedAtMost ? `more than ${countedAtMost.toLocaleString('en-GB')}` : many.toLocaleString('en-GB');
}
