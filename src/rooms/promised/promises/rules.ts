/** What holds for promises: which status shows, what may be done when, what a draft lacks, when somebody is reminded. Pure. */
import { withoutEnd } from '#base/ends.js';
import { fewestPeople } from '#base/floors.js';
import { daysLater, monthsLater } from '#base/london.js';
import { monthsEarned } from '#base/spans.js';
import { type Steps, wordOn } from '#base/steps.js';
import type {
  Answer,
  AskedAnswer,
  Ending,
  EventDetail,
  EventKind,
  MissingPart,
  OwnStrength,
  PromiseDays,
  PromiseDraft,
  PromiseState,
  PromiseStatus,
  PublicState,
  Strength,
} from './words.js';

/** Months without a word after which readers are told that there is no news. */
export const monthsOfSilence = 6;

const live = ['agreed', 'under way'] as const;

export function isLive(state: PromiseState): boolean {
  return live.some((one) => one === state);
}

export interface Standing {
  readonly state: PublicState;
  readonly due: string;
  readonly at_risk: boolean;
  readonly last_news: string;
}

/** What the days of a promise follow from. */
export interface DayFacts extends Standing {
  readonly kept_on: string | null;
  readonly evidence: Strength | null;
  readonly confirmed_on: string | null;
}

/**
 * The days of a promise, stored with what readers see of it; the database only compares them with a day. A live one is overdue from
 * the day after its date, whatever anybody says, and without news after six months of silence; what has ended is neither. For a
 * register it counts while it is live, until its date, and for a year once it is kept.
 */
export function promiseDays({
  state,
  due,
  at_risk,
  last_news,
  kept_on,
  evidence,
  confirmed_on,
}: DayFacts): PromiseDays {
  const kept = state === 'kept' && kept_on !== null ? monthsLater(kept_on, monthsEarned) : null;
  const going = at_risk ? 'at risk' : 'on track';
  return {
    declared_status: state === 'agreed' || state === 'under way' ? going : state,
    overdue_from: isLive(state) ? daysLater(due, 1) : null,
    no_news_from: isLive(state) ? daysLater(monthsLater(last_news, monthsOfSilence), 1) : null,
    counts_until: isLive(state) ? due : kept,
    shown_until: evidence === 'shown' || evidence === 'confirmed' ? kept : null,
    confirmed_until: confirmed_on === null ? null : monthsLater(confirmed_on, monthsEarned),
  };
}

/** The status that readers see on a day: overdue before no news, and both before what was said last. */
export const promiseSteps: Steps<PromiseStatus, 'overdue_from' | 'no_news_from', 'declared_status'> = {
  steps: [
    { word: 'overdue', from: 'overdue_from' },
    { word: 'no news', from: 'no_news_from' },
  ],
  otherwise: 'declared_status',
};

export function statusOn(
  days: Pick<PromiseDays, 'declared_status' | 'overdue_from' | 'no_news_from'>,
  today: string,
): PromiseStatus {
  return wordOn(promiseSteps, days, today);
}

/** The same for a promise of one's own, whose days are stored for readers only. */
export function promiseStatus(standing: Standing, today: string): PromiseStatus {
  return statusOn(promiseDays({ ...standing, kept_on: null, evidence: null, confirmed_on: null }), today);
}

/** What may be done to a promise, and in which states. */
export const promiseCan = {
  edit: ['draft'],
  discard: ['draft'],
  agree: ['draft'],
  'tell news': live,
  'move date': live,
  end: live,
  'add evidence': [...live, 'kept', 'partly kept'],
  'take evidence back': [...live, 'kept', 'partly kept'],
  ask: ['kept', 'partly kept'],
  'name practice': [...live, 'kept', 'partly kept'],
} as const satisfies Readonly<Record<string, readonly PromiseState[]>>;

export type PromiseAct = keyof typeof promiseCan;

export function canBeDone(act: PromiseAct, state: PromiseState): boolean {
  const states: readonly PromiseState[] = promiseCan[act];
  return states.includes(state);
}

/** What keeps a draft from being agreed. A promise without an owner or a due date stays a draft (reference 5.2). */
export function missingParts(
  draft: Pick<PromiseDraft, 'aim' | 'steps' | 'effect' | 'owner' | 'starts' | 'due'>,
  today: string,
): readonly MissingPart[] {
  return [
    ...(draft.aim.trim() === '' ? ['aim' as const] : []),
    ...(draft.steps.length === 0 ? ['steps' as const] : []),
    ...(draft.effect.trim() === '' ? ['effect' as const] : []),
    ...(draft.owner === null || draft.owner.trim() === '' ? ['owner' as const] : []),
    ...(draft.due === null ? ['due' as const] : draft.due < today ? ['due passed' as const] : []),
    ...(draft.due !== null && draft.starts !== null && draft.due < draft.starts ? ['due before start' as const] : []),
  ];
}

/** Text that goes on from fixed words ("We will …"): without those words, if somebody typed them again, and without the last full stop. */
export function goingOn(text: string, opening: 'we will' | 'by' | 'so'): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  const repeated = {
    'we will': /^we will\s*(?:…|\.\.\.)?\s*/i,
    by: /^by ?(?:…|\.\.\.|:)? (?=\w+ing\b)/i,
    so: /^so,?\s+(?:you|that you|we)\s+(?:can|feel)\s*/i,
  }[opening];
  return withoutEnd(plain.replace(repeated, ''), /[.;,\s]/);
}

/** Whether so many young people took part that their answer counts (reference 5.2). */
export function isCounted(people: number): boolean {
  return people >= fewestPeople;
}

export function confirms(answer: Answer, people: number): boolean {
  return answer === 'yes' && isCounted(people);
}

/** How many readers are told: below the threshold never a number, which could point at a child. */
export function shownPeople(people: number): number | null {
  return isCounted(people) ? people : null;
}

/** The answers among what groups were asked; a number of people is kept from ten on. */
export function answersOf(
  asked: readonly {
    readonly group_slug: string | null;
    readonly group_name: string;
    readonly answer: Answer | null;
    readonly people: number | null;
    readonly answered_on: string | null;
  }[],
): readonly AskedAnswer[] {
  return asked.flatMap(({ group_slug: group, group_name: name, answer, people, answered_on: on }) =>
    group === null || answer === null || on === null ? [] : [{ group, name, answer, counted: people !== null, on }],
  );
}

export interface Confirmation {
  /** The newest "yes" that stands; null where none does, or where a group says otherwise. */
  readonly on: string | null;
  /** The newest answer other than "yes" that stands. */
  readonly against: AskedAnswer | null;
}

/**
 * Whether young people confirm a promise. Of each group its last answer of ten or more stands, whatever it said before; a
 * group that says "no" or "partly" is not outvoted by another one. `answers` in the order in which they were asked for.
 */
export function confirmationOf(answers: readonly AskedAnswer[]): Confirmation {
  const last = new Map<string, AskedAnswer>();
  for (const one of answers) {
    if (!one.counted) continue;
    // Anew at the end: of two answers of one day the later is the newest, whatever its group said before.
    last.delete(one.group);
    last.set(one.group, one);
  }
  const newest = (some: readonly AskedAnswer[]): AskedAnswer | null =>
    some.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).at(-1) ?? null;
  const against = newest([...last.values()].filter(({ answer }) => answer !== 'yes'));
  return { on: against === null ? (newest([...last.values()])?.on ?? null) : null, against };
}

/** Months after which a group may be asked the same again without news: about a term of school. */
export const monthsBeforeAskingAgain = 3;

/**
 * The first day on which a group that has answered may be asked again; null where it may be asked now. With evidence that
 * came after its answer and was not taken back it may be asked at once: otherwise somebody could ask until it says yes.
 */
export function askedTooSoon(
  last: { readonly group_name: string; readonly answered_on: string },
  events: readonly { readonly position: number; readonly kind: EventKind; readonly detail: EventDetail }[],
  evidence: readonly { readonly title: string; readonly added_on: string; readonly taken_back_on: string | null }[],
  today: string,
): string | null {
  const from = monthsLater(last.answered_on, monthsBeforeAskingAgain);
  if (today >= from) return null;
  const answered = Math.max(
    0,
    ...events
      .filter(({ kind, detail }) => kind === 'answered' && detail.group === last.group_name)
      .map(({ position }) => position),
  );
  const fresh = new Set(
    evidence
      .filter(({ added_on, taken_back_on }) => taken_back_on === null && added_on >= last.answered_on)
      .map(({ title }) => title),
  );
  return events.some(
    ({ position, kind, detail }) => kind === 'evidence' && position > answered && fresh.has(detail.title ?? ''),
  )
    ? null
    : from;
}

/** The strength of all evidence together: its best. */
export function strengthOf(evidence: readonly OwnStrength[], isConfirmed: boolean): Strength | null {
  if (isConfirmed) return 'confirmed';
  if (evidence.includes('shown')) return 'shown';
  return evidence.length > 0 ? 'said' : null;
}

/** Every end but "kept" needs a reason and who decided. */
export function needsReason(ending: Ending): boolean {
  return ending !== 'kept';
}

/** A promise due in at most two months is due soon. */
export const daysDueSoon = 60;
