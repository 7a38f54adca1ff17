/**
 * What retention believes of time. Pure. The date comes from the database's clock, and is believed as long as that clock goes on as Kept ran:
 * it neither goes back nor gains more than a week on running time. Running time is added up from monotonic clocks, which nobody sets.
 */
import { daysUntil, londonDate } from '#base/london.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Two rounds further apart than this by the clock, or several jumps that come to as much, are no longer believed. */
export const gainAtMost = 7 * day;
/** A clock that is set right by less than this is no clock that goes back. */
export const backAtMost = 10 * minute;
/** A round adds at most so much running time, whatever its clock says: rounds come every few minutes. */
export const ranAtMost = 15 * minute;
/** Between mark and deletion. The second part covers what a round of another process may not have added yet, so that 24 hours are never less. */
export const ranBetweenSteps = 24 * hour + ranAtMost;
/** What the clock has gained is forgotten at this rate: a week within a day of running time. */
const forgottenPerRun = gainAtMost / day;
/** Running time between two letters about a date that is not believed. */
export const ranBetweenLetters = 24 * hour;

export interface Clock {
  /** Null before the first round. */
  readonly lastRound: Date | null;
  /** Milliseconds that Kept has run. */
  readonly ran: number;
  readonly gained: number;
  readonly stopped: { readonly why: 'forward' | 'back'; readonly at: Date; readonly ran: number } | null;
  readonly toldRan: number | null;
  readonly confirmedOn: string | null;
}

/** What a process remembers of its last round: the running time after it, and its own monotonic clock then. A process that starts has none. */
export interface Tick {
  readonly ran: number;
  readonly ticks: number;
}

/**
 * The running time now. Each process carries on from what was written at its own last round, and the greatest counts, so that two that run side
 * by side add nothing twice; the first round of a process adds nothing, because what was before it may not have run.
 */
export function ranUntil(ran: number, mine: Tick | null, ticks: number): number {
  if (mine === null) return ran;
  return Math.max(ran, mine.ran + Math.min(ranAtMost, Math.max(0, Math.round(ticks - mine.ticks))));
}

/** The clock after a round that read `now` from the database, with `ran` from ranUntil. */
export function afterRound(clock: Clock, now: Date, ran: number): Clock {
  const next = { ...clock, ran, confirmedOn: null };
  // It was confirmed a moment ago, or just before midnight.
  const isConfirmed = clock.confirmedOn !== null && [0, 1].includes(daysUntil(clock.confirmedOn, londonDate(now)));
  if (isConfirmed) return { ...next, lastRound: now, gained: 0, stopped: null, toldRan: null };
  if (clock.stopped !== null) return next;
  if (clock.lastRound === null) return { ...next, lastRound: now };
  const passed = now.getTime() - clock.lastRound.getTime();
  const ranBetween = ran - clock.ran;
  if (passed < -backAtMost) return { ...next, stopped: { why: 'back', at: now, ran } };
  const gained = Math.round(
    Math.max(0, clock.gained + Math.max(0, passed - ranBetween) - ranBetween * forgottenPerRun),
  );
  if (gained > gainAtMost) return { ...next, gained, stopped: { why: 'forward', at: now, ran } };
  return { ...next, lastRound: now, gained };
}

/** The day that retention goes by; null while the date is not believed, or before the first round. */
export function believedDay({ lastRound, stopped }: Pick<Clock, 'lastRound' | 'stopped'>): string | null {
  return lastRound === null || stopped !== null ? null : londonDate(lastRound);
}

/** Whether the administrators are to be told now. */
export function isLetterDue({ stopped, toldRan, ran }: Clock): boolean {
  return stopped !== null && (toldRan === null || ran - toldRan >= ranBetweenLetters);
}

export interface Steps {
  /** Past their day now and not before. */
  readonly mark: readonly string[];
  /** Marked, and not past their day after all. */
  readonly unmark: readonly string[];
  readonly forget: readonly string[];
}

/**
 * The two steps: what is past its day is marked, and deleted once it was past its day for long enough of running time.
 * `marked`: after how much of it each was.
 */
export function stepsOf(due: ReadonlySet<string>, marked: ReadonlyMap<string, number>, ran: number): Steps {
  return {
    mark: [...due].filter((thing) => !marked.has(thing)),
    unmark: [...marked.keys()].filter((thing) => !due.has(thing)),
    forget: [...marked]
      .filter(([thing, since]) => due.has(thing) && ran - since >= ranBetweenSteps)
      .map(([thing]) => thing),
  };
}

/** Running hours until something that was marked is deleted, at the earliest. */
export function hoursLeft(markedRan: number, ran: number): number {
  return Math.max(0, Math.ceil((ranBetweenSteps - (ran - markedRan)) / hour));
}
