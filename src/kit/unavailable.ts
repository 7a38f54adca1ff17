/** Faults of the moment, not of the code: what is said of them, and when to come again (docs/decisions/0019, 0025). */
import { type Moment, momentOf } from './db/client.js';
import type { Short } from './disk.js';
import type { ProblemCode } from './problems.js';

export interface Unavailable {
  readonly problem: Extract<ProblemCode, 'not-ready' | 'no-room' | 'busy'>;
  /** For the log: its kind, of which there is a line a minute. */
  readonly kind: string;
  readonly told: string;
  /** Seconds. */
  readonly retryAfter: number;
}

const moments: Readonly<Record<Moment, Unavailable>> = {
  away: {
    problem: 'not-ready',
    kind: 'not-ready',
    told: 'The database does not answer: requests that need it are told to come again',
    retryAfter: 5,
  },
  'no room': {
    problem: 'no-room',
    kind: 'no-room',
    told: 'A disk is full: nothing can be saved until there is room again',
    retryAfter: 60,
  },
  full: {
    problem: 'busy',
    kind: 'no-connection',
    told:
      'No connection to the database was free in time: requests are told to come again. KEPT_CONNECTIONS says how ' +
      'many Kept may have, max_connections how many the server has',
    retryAfter: 10,
  },
  'no memory': {
    problem: 'busy',
    kind: 'no-memory',
    told: 'The database server is short of memory, or at a limit of its configuration: requests are told to come again',
    retryAfter: 30,
  },
  'held up': {
    problem: 'busy',
    kind: 'held-up',
    told: 'A table or row was held by others for too long: requests that need it are told to come again',
    retryAfter: 10,
  },
  'too slow': {
    problem: 'busy',
    kind: 'too-slow',
    told: 'The database took too long for a question (statement_timeout): it was given up, and its sender told to come again',
    retryAfter: 30,
  },
};

/** A disk that is nearly full refuses before it is: files first, then all but answers. */
export function nearlyFull(short: Short): Unavailable {
  const what =
    short === 'files'
      ? 'files are refused'
      : 'everything is refused but the answers of young people, and no work is begun';
  return {
    problem: 'no-room',
    kind: `short of room, ${short}`,
    told: `The disk of KEPT_DATA is nearly full: ${what} until there is room again (KEPT_RESERVE)`,
    retryAfter: 60,
  };
}

/** What a failure says of the moment; null for a fault of ours. */
export function unavailable(problem: unknown): Unavailable | null {
  const moment = momentOf(problem);
  return moment === null ? null : moments[moment];
}
