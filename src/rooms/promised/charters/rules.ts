/** What holds for charters: which stage follows which, what may be done when, which words are easy to read, what a code is. Pure. */
import { monthsLater } from '#base/london.js';
import type { ClauseText, Stage } from '#rooms/promised/together/index.js';

const opening: Partial<Record<Stage, readonly Stage[]>> = {
  suggestions: ['preparing'],
  discussion: ['preparing', 'suggestions'],
  vote: ['preparing', 'suggestions', 'discussion', 'counted'],
  counted: ['vote'],
};
const order: readonly Stage[] = ['preparing', 'suggestions', 'discussion', 'vote', 'counted', 'agreed', 'published'];

/** The stages that a lead may open next; agreeing and publishing are acts of their own. */
export function nextStages(stage: Stage): readonly Stage[] {
  return order.filter((next) => opening[next]?.includes(stage) ?? false);
}

/** The stages to which a charter may go back, with a reason. What was published stays public: the next version begins anew. */
export function earlierStages(stage: Stage): readonly Stage[] {
  return order
    .slice(0, order.indexOf(stage))
    .filter((earlier) => earlier !== 'counted' && earlier !== 'agreed' && earlier !== 'vote');
}

/** What may be done in which stages. From the vote on the words of the clauses stand still: they are what is voted on. */
export const charterCan = {
  'edit words': ['preparing', 'suggestions', 'discussion'],
  'edit facts': ['preparing', 'suggestions', 'discussion', 'counted', 'agreed'],
  'easy read': ['preparing', 'suggestions', 'discussion', 'counted', 'agreed'],
  'open code': ['preparing', 'suggestions', 'discussion', 'vote'],
  'count hands': ['vote', 'counted'],
  agree: ['preparing', 'suggestions', 'discussion', 'counted'],
  publish: ['agreed'],
  promise: ['agreed', 'published'],
} as const satisfies Readonly<Record<string, readonly Stage[]>>;
export type CharterAct = keyof typeof charterCan;

export function canBeDone(act: CharterAct, stage: Stage): boolean {
  const allowed: readonly Stage[] = charterCan[act];
  return allowed.includes(stage);
}

export const wordsAtMost = 15;

const monthsBetweenVotes = 12;

/** From this day on words that were voted on may be put to the vote again in another charter of the organisation: other children are asked then. */
export function askedAgainFrom(closedOn: string): string {
  return monthsLater(closedOn, monthsBetweenVotes);
}

/** Words that a ten-year-old may not know, with plainer ones. Our own list; it only hints. */
const hard: Readonly<Record<string, string>> = {
  accessible: 'easy to use',
  accommodate: 'make room for',
  achievement: 'what you did well',
  adaptable: 'able to change',
  additional: 'more',
  approach: 'way',
  appropriate: 'right',
  assessment: 'test',
  collaborate: 'work together',
  committee: 'group',
  communicate: 'talk',
  consult: 'ask',
  curriculum: 'what you learn',
  develop: 'make better',
  disability: 'a disability (say which help)',
  discrimination: 'being treated unfairly',
  diversity: 'all our differences',
  embrace: 'welcome',
  engage: 'take part',
  ensure: 'make sure',
  environment: 'place',
  equity: 'fairness',
  establish: 'start',
  exclusion: 'being left out',
  facilitate: 'help',
  feedback: 'what you think',
  flexibility: 'being able to change',
  implement: 'do',
  inclusion: 'everyone belongs',
  inclusive: 'for everyone',
  initiative: 'plan',
  opportunity: 'chance',
  participate: 'take part',
  participation: 'taking part',
  perspective: 'how you see it',
  policy: 'rule',
  positive: 'good',
  provide: 'give',
  representative: 'person who speaks for others',
  resilience: 'keeping going',
  responsive: 'quick to help',
  strategy: 'plan',
  support: 'help',
  transparent: 'open',
  utilise: 'use',
  wellbeing: 'feeling well',
};

export type EasyHint =
  | { readonly code: 'long'; readonly line: string; readonly words: number }
  | { readonly code: 'hard'; readonly word: string; readonly plainer: string };

/** Hints for easy read: a sentence of more than fifteen words, and words that are hard. They refuse nothing. */
export function easyHints(lines: readonly string[]): readonly EasyHint[] {
  const sentences = lines
    .flatMap((line) => line.split(/(?<=[.!?])\s+/))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
  const long = sentences.flatMap((line) => {
    const words = line.split(/\s+/).length;
    return words > wordsAtMost ? [{ code: 'long' as const, line, words }] : [];
  });
  const found = [
    ...new Set(
      lines
        .join(' ')
        .toLowerCase()
        .match(/\p{L}+/gu) ?? [],
    ),
  ];
  return [
    ...long,
    ...found.flatMap((word) =>
      Object.hasOwn(hard, word) ? [{ code: 'hard' as const, word, plainer: hard[word] ?? '' }] : [],
    ),
  ];
}

/** The lines of an easy-read clause: the lead's own, or the clause itself, one idea a line. */
export function easyLines(clause: ClauseText & { readonly easy: readonly string[] }): readonly string[] {
  if (clause.easy.length > 0) return clause.easy;
  return [
    `We will ${clause.aim}.`,
    ...clause.steps.map((step) => `How: ${step}.`),
    ...(clause.effect === '' ? [] : [`So, you ${clause.effectVerb} ${clause.effect}.`]),
  ];
}
