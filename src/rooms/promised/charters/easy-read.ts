/** Easy read: hints at what is hard to read, and the lines of a clause. Pure. */
import type { ClauseText } from '#rooms/promised/together/index.js';

export const wordsAtMost = 15;

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
