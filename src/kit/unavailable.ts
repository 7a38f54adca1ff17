/** Faults of the moment, not of the code: what is said of them, and when to come again (docs/decisions/0019). */
import { isDiskFull, isServerAway } from './db/client.js';
import type { ProblemCode } from './problems.js';

export interface Unavailable {
  readonly problem: Extract<ProblemCode, 'not-ready' | 'no-room'>;
  /** For the log. */
  readonly told: string;
  /** Seconds. */
  readonly retryAfter: number;
}

/** What a failure says of the moment; null for a fault of ours. */
export function unavailable(problem: unknown): Unavailable | null {
  if (isDiskFull(problem)) return { problem: 'no-room', told: 'A disk is full: nothing can be saved until there is room again', retryAfter: 60 };
  return isServerAway(problem) ? { problem: 'not-ready', told: 'The database does not answer: requests that need it are told to come again', retryAfter: 5 } : null;
}
