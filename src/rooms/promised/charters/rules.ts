/** What holds for charters: which stage follows which, what may be done when, which words are easy to read, what a code is. Pure. */
import { monthsLater } from '#base/london.js';
import type { Stage } from '#rooms/promised/together/index.js';

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

const monthsBetweenVotes = 12;

/** From this day on words that were voted on may be put to the vote again in another charter of the organisation: other children are asked then. */
export function askedAgainFrom(closedOn: string): string {
  return monthsLater(closedOn, monthsBetweenVotes);
}
