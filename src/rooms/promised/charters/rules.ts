/** What holds for charters: which stage follows which, what may be done when, which words are easy to read, what a code is. Pure. */
import { withoutEnd } from '#base/ends.js';
import type { ClauseText, Stage } from './words.js';

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

/** No vowels, so that no word comes about, and nothing that looks like something else (reference 4.2): 28 signs, nine of them. */
const signs = 'BCDFGHJKLMNPQRSTVWXYZ2345679';
export const codeLength = 9;

/** A code out of random bytes; null where they were too few. Bytes above the last whole multiple are passed over, so that every sign is as likely. */
export function codeFrom(bytes: Uint8Array): string | null {
  const fair = [...bytes].filter((byte) => byte < 252).map((byte) => signs[byte % signs.length] ?? '');
  return fair.length < codeLength ? null : fair.slice(0, codeLength).join('');
}

/** A code as typed, in whatever case and with whatever between its signs; null where it can be none. */
export function codeTyped(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return plain.length === codeLength && [...plain].every((sign) => signs.includes(sign)) ? plain : null;
}

/** "BCD FGH JKL", as it is printed. */
export function codeShown(code: string): string {
  return code.replace(/(.{3})(?=.)/g, '$1 ');
}

export const wordsAtMost = 15;

/** How long words that were voted on are not put to the vote again in another charter of the organisation (record.voted_elsewhere). */
export const monthsBetweenVotes = 12;

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

/** One line, one step; what a list puts before it goes. */
export function linesOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/^[\s•*–-]+/, '').trim())
    .filter((line) => line !== '');
}

const clauseLongest = { aim: 300, effect: 300, step: 300, steps: 12 } as const;

/** What is too long or missing in a clause, by its part. Steps may be missing (the seed's last clause has none). */
export function clauseProblems({ aim, steps, effect }: ClauseText): readonly {
  readonly part: 'aim' | 'steps' | 'effect';
  readonly code: 'missing' | 'too long' | 'too many';
}[] {
  return [
    ...(aim === ''
      ? [{ part: 'aim' as const, code: 'missing' as const }]
      : aim.length > clauseLongest.aim
        ? [{ part: 'aim' as const, code: 'too long' as const }]
        : []),
    ...(steps.length > clauseLongest.steps
      ? [{ part: 'steps' as const, code: 'too many' as const }]
      : steps.some((step) => step.length > clauseLongest.step)
        ? [{ part: 'steps' as const, code: 'too long' as const }]
        : []),
    ...(effect.length > clauseLongest.effect ? [{ part: 'effect' as const, code: 'too long' as const }] : []),
  ];
}

/** Text that goes on from fixed words: without them, if somebody typed them again, and without the last full stop. */
export function goingOn(text: string, start: 'we will' | 'by' | 'so'): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  const repeated = {
    'we will': /^we will\b\s*(?:…|\.\.\.)?\s*/i,
    by: /^by\b ?(?:…|\.\.\.|:)? (?=\w+ing\b)/i,
    so: /^so,?\s+(?:that\s+)?you\s+(?:can|feel)\b\s*/i,
  }[start];
  return withoutEnd(plain.replace(repeated, ''), /[.;,\s]/);
}
