/** The one place where values of PostgreSQL become values of ours. */
import pg from 'pg';
import type { ConnectionOptions } from '#kit/postgres/index.js';
import { DatabaseAway, GateFull } from './away.js';
import { type Way, wayTo } from './hosts.js';

/** How to reach a server: the embedded one, or the address in DATABASE_URL with another user put in; `pooled` over a pooler that keeps no sessions. */
export type Reach = ConnectionOptions | { readonly connectionString: string; readonly pooled?: boolean };

const parsers = new Map<number, (text: string) => unknown>([
  // int8 and count(*): our numbers stay far below 2^53; one beyond that is a bug that must not pass as a rounded value.
  [
    20,
    (text) => {
      const number = Number(text);
      if (!Number.isSafeInteger(number))
        throw new RangeError(`The database gave the number ${text}, which is too large to be exact`);
      return number;
    },
  ],
  // date: the day as it stands, not midnight somewhere.
  [1082, (text) => text],
  // numeric: exact digits.
  [1700, (text) => text],
]);

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (format !== 'binary') {
      const own = parsers.get(oid);
      if (own) return own;
      if (oid === 1016)
        return (text: string) =>
          text
            .slice(1, -1)
            .split(',')
            .filter(Boolean)
            .map((one) => (one === 'NULL' ? null : Number(one)));
      if (oid === 1182)
        return (text: string) =>
          text
            .slice(1, -1)
            .split(',')
            .filter(Boolean)
            .map((one) => (one === 'NULL' ? null : one));
    }
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
  },
};

export interface SessionSettings {
  /** Milliseconds. */
  readonly statementTimeout: number;
  readonly lockTimeout: number;
  readonly idleInTransactionTimeout: number;
  readonly readOnly?: boolean;
  readonly name: string;
}

/**
 * What each session of ours is set to. Names are always written with their schema; only operators of extensions are looked up. Two names are alike
 * from 0.4 on (pg_trgm): "milpond" finds "Millpond", and an index can look for it.
 */
function settled(session: SessionSettings): Readonly<Record<string, string>> {
  return {
    search_path: 'extension',
    'pg_trgm.word_similarity_threshold': '0.4',
    timezone: 'UTC',
    datestyle: 'ISO',
    intervalstyle: 'iso_8601',
    // A list that stops after so many rows is planned as if it went to its end: a server of one's own would compile it, for longer than it runs.
    jit: 'off',
    ...(session.readOnly ? { default_transaction_read_only: 'on' } : {}),
  };
}

/** The same for a role, where connections are shared between transactions and nobody can set one up for themselves (docs/decisions/0025). */
export function settledForRole(session: SessionSettings): Readonly<Record<string, string>> {
  const times = {
    statement_timeout: session.statementTimeout,
    lock_timeout: session.lockTimeout,
    idle_in_transaction_session_timeout: session.idleInTransactionTimeout,
  };
  return {
    ...settled(session),
    ...Object.fromEntries(Object.entries(times).map(([name, milliseconds]) => [name, `${milliseconds}ms`])),
  };
}

export function clientConfig(
  reach: Reach,
  session: SessionSettings,
  way: Way | null = 'connectionString' in reach ? wayTo(reach.connectionString) : null,
): pg.ClientConfig {
  const isPooled = 'connectionString' in reach && reach.pooled === true;
  const settings = Object.entries(settled(session)).map(([name, value]) => `-c ${name}=${value}`);
  return {
    ...(way === null ? reach : { connectionString: way.connectionString }),
    types,
    application_name: session.name,
    // One that says nothing keeps nobody from the next host for long.
    connectionTimeoutMillis: way !== null && way.many > 1 ? 3_000 : 15_000,
    // A connection that the network lost without a word is noticed: by the system while nothing is asked, by the client while something is.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    ...(session.statementTimeout > 0 ? { query_timeout: session.statementTimeout + 2_000 } : {}),
    ...(isPooled
      ? {}
      : {
          statement_timeout: session.statementTimeout,
          lock_timeout: session.lockTimeout,
          idle_in_transaction_session_timeout: session.idleInTransactionTimeout,
          options: settings.join(' '),
        }),
  };
}

/** The driver hands on what the server says of itself under a name that its types do not know. */
interface Speaking {
  on(
    event: 'parameterStatus',
    hear: (said: { readonly parameterName: string; readonly parameterValue: string }) => void,
  ): void;
}

/**
 * A connection to the host that took writes last. A host that does not answer or is a standby (it says so itself before the first question) is passed
 * over, and the next connection tries the one after it.
 */
export class Connection extends pg.Client {
  readonly #way: Way | null;
  #isStandby = false;

  constructor(reach: Reach, session: SessionSettings, more: pg.ClientConfig = {}) {
    const way = 'connectionString' in reach ? wayTo(reach.connectionString) : null;
    super({ ...clientConfig(reach, session, way), ...more });
    this.#way = way;
    // Unheard, an error of a connection that nobody uses at the moment would end the process.
    this.on('error', () => undefined);
    (this.connection as unknown as Speaking).on('parameterStatus', ({ parameterName, parameterValue }) => {
      if (parameterName === 'in_hot_standby') this.#isStandby = parameterValue === 'on';
    });
  }

  async #begin(): Promise<pg.Client> {
    try {
      await super.connect();
    } catch (problem) {
      this.#way?.passOver();
      throw problem;
    }
    if (!this.#isStandby) return this;
    this.#way?.passOver();
    this.end().catch(() => undefined);
    throw new DatabaseAway('The database server takes no writes: it is a standby');
  }

  override connect(): Promise<pg.Client>;
  override connect(told: ((problem: Error) => void) | ((problem: null, client: pg.Client) => void)): void;
  override connect(told?: (problem: never, client: never) => void): Promise<pg.Client> | void {
    const begun = this.#begin();
    if (told === undefined) return begun;
    const tell = told as (problem: unknown, client?: pg.Client) => void;
    begun.then(
      (client) => tell(null, client),
      (problem: unknown) => tell(problem),
    );
  }
}

/** For a pool, which makes its connections itself: each goes to the host that takes writes at that moment. */
export function connectionsTo(reach: Reach, session: SessionSettings): new () => pg.Client {
  return class extends Connection {
    constructor() {
      super(reach, session);
    }
  };
}

function code(error: unknown): string | null {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null;
}

// Refused, cut off or not to be reached; then what a server says that stops, starts or is a standby by now.
const awayCodes: ReadonlySet<string> = new Set([
  ...[
    'ECONNREFUSED',
    'ECONNRESET',
    'ECONNABORTED',
    'EPIPE',
    'ETIMEDOUT',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'EHOSTDOWN',
    'ENOTFOUND',
    'EAI_AGAIN',
  ],
  ...['57P01', '57P02', '57P03', '57P05', '08000', '08001', '08003', '08004', '08006', '25P03'],
]);

/** The server is away or just starting: worth another try in a moment. */
export function isServerAway(error: unknown): boolean {
  if (error instanceof DatabaseAway) return true;
  const found = code(error);
  // A socket that is not there (ENOENT) is a server that is away; a file that is not there is a fault of ours.
  if (found === 'ENOENT') return error instanceof Error && 'syscall' in error && error.syscall === 'connect';
  if (found !== null) return awayCodes.has(found);
  return (
    error instanceof Error &&
    /^(Connection terminated|Client has encountered a connection error|Query read timeout|timeout expired|timeout exceeded when trying to connect)/.test(
      error.message,
    )
  );
}

/** No room on a disk: the database's (53100, or in the words of the system), or this machine's. */
export function isDiskFull(error: unknown): boolean {
  if (error instanceof Error && /No space left on device|Disk quota exceeded/i.test(error.message)) return true;
  return ['53100', 'ENOSPC', 'EDQUOT'].includes(code(error) ?? '');
}

/** The server takes no writes: it is a standby, or was made read-only. Said of a transaction that may only read, it is a fault of ours. */
export function isStandby(error: unknown): boolean {
  if (code(error) === '25006') return true;
  // "begin read write" on a standby.
  return code(error) === '0A000' && error instanceof Error && /during recovery/.test(error.message);
}

/** No connection is free: the server has no more (53300), or our own gate. */
export function isServerFull(error: unknown): boolean {
  return error instanceof GateFull || code(error) === '53300';
}

/** Two transactions stood in each other's way: the database asks for another try. */
export function isConflict(error: unknown): boolean {
  return ['40001', '40P01'].includes(code(error) ?? '');
}

/** What kept the database from its work at this moment. None of them says anything of the code, and each is over by itself or by whoever runs the server. */
export type Moment = 'away' | 'no room' | 'full' | 'no memory' | 'held up' | 'too slow';

/** The moment that a failure speaks of, by itself or by its cause; null for a fault of ours. */
export function momentOf(error: unknown): Moment | null {
  const own = ownMoment(error);
  if (own !== null) return own;
  if (error instanceof AggregateError && error.errors.length > 0) {
    const all = error.errors.map(momentOf);
    return all.includes(null) ? null : (all[0] ?? null);
  }
  return error instanceof Error && error.cause !== undefined ? momentOf(error.cause) : null;
}

function ownMoment(error: unknown): Moment | null {
  if (isDiskFull(error)) return 'no room';
  if (isServerFull(error)) return 'full';
  if (isServerAway(error)) return 'away';
  // 53200: out of memory; 53400: a limit of the server's configuration.
  if (['53000', '53200', '53400'].includes(code(error) ?? '')) return 'no memory';
  // 55P03: a lock was not free in time; a conflict that came again at each try.
  if (code(error) === '55P03' || isConflict(error)) return 'held up';
  // 57014: statement_timeout, or whoever keeps the server has ended it.
  return code(error) === '57014' ? 'too slow' : null;
}

/** The database could not do anything for us now, whatever was asked: worth the same again later. */
export function isUnable(error: unknown): boolean {
  const moment = momentOf(error);
  return moment !== null && moment !== 'too slow' && moment !== 'held up';
}

/** The name of the constraint that refused a row, to be translated into a problem of the room; null for any other error. */
export function violatedConstraint(error: unknown): string | null {
  if (!(code(error) ?? '').startsWith('23')) return null;
  return typeof error === 'object' && error !== null && 'constraint' in error && typeof error.constraint === 'string'
    ? error.constraint
    : null;
}

/**
 * A bytea[] as PostgreSQL reads it in binary, to be written with its type: `${byteaArray(...)}::bytea[]`. For many values at once: text, two
 * signs for each byte, quoted and parsed again, costs both sides several times as much.
 */
export function byteaArray(values: readonly (Buffer | null)[]): Buffer {
  const array = Buffer.allocUnsafe(20 + values.reduce((sum, value) => sum + 4 + (value?.length ?? 0), 0));
  // One dimension, whether there are nulls, the type of the elements, how many, and the first one's number.
  for (const [place, field] of [1, values.includes(null) ? 1 : 0, 17, values.length, 1].entries())
    array.writeInt32BE(field, place * 4);
  let at = 20;
  for (const value of values) {
    at = array.writeInt32BE(value?.length ?? -1, at);
    if (value) at += value.copy(array, at);
  }
  return array;
}

/** A value for a json or jsonb column. Always through here: pg would send an array as a PostgreSQL array. */
export function json(value: unknown): string {
  const text = JSON.stringify(value);
  if (text === undefined) throw new TypeError('Not a JSON value');
  // PostgreSQL has no U+0000 in text, and refuses the escape in jsonb.
  if (/(^|[^\\])(\\\\)*\\u0000/.test(text)) throw new RangeError('Text for the database contains the character U+0000');
  return text;
}
