/**
 * The gates to the database (architecture.md: "The gate decides what the database lets you see"), and what code holds
 * while it is inside: `Read` may only select, `Write` is an open transaction. Neither can be made anywhere else, so a
 * page for GET cannot write: its type does not let it, its transaction is read-only, and its role may not.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { type Compilable, Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely';
import type { ReadonlyQueryCreator } from 'kysely/readonly';
import pg from 'pg';
import { beginTelling, type SecurityEvent, type TellSecurity } from '../security.js';
import { DatabaseAway, GateFull, patience, within } from './away.js';
import {
  connectionsTo,
  isConflict,
  isServerAway,
  isServerFull,
  isStandby,
  type Reach,
  type SessionSettings,
} from './client.js';
import { makePulse, type Pulse } from './pulse.js';
import type { Tables } from './tables.js';

declare const readMark: unique symbol;
declare const writeMark: unique symbol;

/** Selects only. Raw SQL through the `sql` tag works too and meets the read-only transaction. */
export interface Read
  extends
    Pick<ReadonlyQueryCreator<Tables>, 'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive'>,
    Pick<Kysely<Tables>, 'fn' | 'dynamic' | 'getExecutor'> {
  readonly [readMark]: true;
}

/** An open transaction. Whatever takes Read takes Write too, never the other way round. */
export interface Write extends Read {
  readonly [writeMark]: true;
  readonly insertInto: Kysely<Tables>['insertInto'];
  readonly updateTable: Kysely<Tables>['updateTable'];
  readonly deleteFrom: Kysely<Tables>['deleteFrom'];
  readonly mergeInto: Kysely<Tables>['mergeInto'];
}

/** On whose behalf the database is asked; row-level security reads it (kit.account(), kit.boards(), record.may_see()). */
export interface Standing {
  readonly account: string | null;
  /** The one organisation whose rows are in sight; none where it is left out. */
  readonly organisation?: string | null;
  /** Boards on which the account may act: '*' for all of its organisation. */
  readonly boards: '*' | readonly string[];
}

export const nobody: Standing = { account: null, boards: [] };

export const gateNames = ['public', 'work', 'intake', 'release'] as const;
export type GateName = (typeof gateNames)[number];

export interface Gate {
  readonly name: GateName;
  read<T>(standing: Standing, question: (read: Read) => Promise<T>): Promise<T>;
  write<T>(standing: Standing, act: (write: Write) => Promise<T>): Promise<T>;
}

export type Gates = Readonly<Record<GateName, Gate>>;

/**
 * Opens a transaction, does the act in it, commits, or rolls back when the act throws. The act may run again when the
 * database asks for another try, so it does nothing outside the database.
 */
export function transact<T>(gate: Gate, standing: Standing, act: (write: Write) => Promise<T>): Promise<T> {
  return gate.write(standing, act);
}

/** Asks the database in a transaction that cannot write. */
export function reading<T>(gate: Gate, standing: Standing, question: (read: Read) => Promise<T>): Promise<T> {
  return gate.read(standing, question);
}

const inside = new AsyncLocalStorage<true>();

/** A second connection taken inside a transaction can wait for itself for ever once the pool is used up. */
export function enter<T>(work: () => Promise<T>): Promise<T> {
  if (inside.getStore())
    throw new Error('A transaction is open here already: hand its Read or Write on in place of opening another one');
  return inside.run(true, work);
}

/** Kysely over one connection; kept with the connection. */
const queries = new WeakMap<pg.ClientBase, Kysely<Tables>>();

function queriesOf(client: pg.ClientBase): Kysely<Tables> {
  const known = queries.get(client);
  if (known) return known;
  // Kysely borrows the connection for each query and gives it back; who may really release it is the gate.
  const borrowed = { query: client.query.bind(client), release: () => undefined } as PostgresPoolClient;
  const made = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: { connect: async () => borrowed, end: async () => undefined, options: {} } }),
  });
  queries.set(client, made);
  return made;
}

// The brands of Read and Write are minted here and nowhere else.
export function mintRead(client: pg.ClientBase): Read {
  return queriesOf(client) as unknown as Read;
}

export function mintWrite(client: pg.ClientBase): Write {
  return queriesOf(client) as unknown as Write;
}

/** Commands that tell the database on whose behalf the following ones run, until the transaction ends. */
export function standingCommand(standing: Standing): string {
  const everywhere = standing.boards === '*';
  const settings = {
    'kept.account': standing.account ?? '',
    'kept.organisation': standing.organisation ?? '',
    'kept.everywhere': everywhere ? 'on' : '',
    'kept.boards': everywhere ? '{}' : `{${standing.boards.join(',')}}`,
  };
  return `select ${Object.entries(settings)
    .map(([name, value]) => `set_config('${name}', ${pg.escapeLiteral(value)}, true)`)
    .join(', ')}`;
}

/** When each connection was given back last. */
const restedAt = new WeakMap<pg.ClientBase, number>();
/** A connection that rested for longer may have been lost by the network without a word: it is asked first. */
const restUnasked = 2_000;

async function isThere(client: pg.PoolClient): Promise<boolean> {
  const rested = restedAt.get(client);
  if (rested === undefined || performance.now() - rested < restUnasked) return true;
  try {
    await within(500, client.query('select 1'), 'a connection that rested');
    return true;
  } catch (problem) {
    client.release(problem instanceof Error ? problem : true);
    return false;
  }
}

/** A gate's connections, and how many it may have. */
interface GatePool {
  readonly name: GateName;
  readonly pool: pg.Pool;
  readonly connections: number;
}

/** Whoever waited in vain: for a connection of ours that others use, or for a database that does not answer. */
function noConnection({ name, pool, connections }: GatePool, pulse: Pulse): Error {
  const isFull = pool.totalCount >= pool.options.max && pulse.isHeard();
  return isFull
    ? new GateFull(`All ${connections} connections of the ${name} gate are in use (KEPT_CONNECTIONS)`)
    : new DatabaseAway(`The database gave the ${name} gate no connection within ${patience} ms`);
}

/** How long a gate makes do with the connections it has, after the server had no further one. */
const makeDoFor = 3_000;
const growing = new WeakMap<pg.Pool, NodeJS.Timeout>();

/** A pool that may grow would go on asking the server for another connection, and nobody would wait for those that are there. */
function makeDo({ pool, connections }: GatePool): void {
  if (pool.totalCount === 0) return;
  // Those that are being made count, too: each that is refused takes one off.
  pool.options.max = Math.min(pool.options.max, pool.totalCount);
  clearTimeout(growing.get(pool));
  growing.set(pool, setTimeout(() => (pool.options.max = connections), makeDoFor).unref());
}

/**
 * Takes a connection; while the server is away (it restarts within a second when killed) or has none free waits for
 * it, until the time is over or it is known to be gone.
 */
async function patientConnect(from: GatePool, until: number, pulse: Pulse): Promise<pg.PoolClient> {
  let refusal: unknown = null;
  for (let wait = 20; ; wait = Math.min(wait * 2, 500)) {
    if (pulse.isGone()) throw new DatabaseAway('The database has been away for a while');
    const left = until - performance.now();
    if (left <= 0) throw refusal ?? noConnection(from, pulse);
    try {
      const client = await within(left, from.pool.connect(), 'no connection', (late) => late.release());
      if (await isThere(client)) return client;
    } catch (error) {
      if (!isServerAway(error) && !isServerFull(error)) throw error;
      if (isServerFull(error)) {
        refusal = error;
        makeDo(from);
      }
      if (error instanceof DatabaseAway || performance.now() + wait > until) throw refusal ?? noConnection(from, pulse);
      await pause(wait);
    }
  }
}

/** Whether the COMMIT was sent: after that nobody may simply try again, for it may have succeeded. */
interface Progress {
  committing: boolean;
  /** Until when this use waits for a connection, all tries together. */
  readonly until: number;
}

async function inTransaction<T>(
  client: pg.ClientBase,
  begin: string | null,
  work: (client: pg.ClientBase) => Promise<T>,
  progress: Progress,
): Promise<T> {
  if (begin === null) return work(client);
  await client.query(begin);
  const value = await work(client);
  progress.committing = true;
  const answer = await client.query('commit');
  if (answer.command === 'ROLLBACK')
    throw new Error('The transaction could not be committed: one of its statements had failed and the act went on');
  return value;
}

/** Reads of the intake gate call functions that write; elsewhere a write inside a read is a fault of ours and stays one. */
function mayWrite(name: GateName, begin: string | null): boolean {
  return name === 'intake' || (begin?.startsWith('begin read write') ?? false);
}

async function around<T>(
  from: GatePool,
  begin: string | null,
  work: (client: pg.ClientBase) => Promise<T>,
  progress: Progress,
  pulse: Pulse,
): Promise<T> {
  const client = await patientConnect(from, progress.until, pulse);
  let broken: Error | undefined;
  // A connection that breaks while it is ours also emits an error, which would end the process if nobody listened.
  const onError = (error: Error): void => {
    broken = error;
  };
  client.on('error', onError);
  const silence = Promise.withResolvers<never>();
  const unwatch = pulse.watch((problem) => silence.reject((broken = problem)));
  try {
    return await Promise.race([inTransaction(client, begin, work, progress), silence.promise]);
  } catch (problem) {
    // After a failover this connection leads to a server that takes no writes; the next one may find the one that does.
    const error =
      isStandby(problem) && mayWrite(from.name, begin)
        ? new DatabaseAway('The database server takes no writes: it is a standby now', { cause: problem })
        : problem;
    // Whatever was asked last may still be under way there: nobody else gets this connection.
    if (isServerAway(error)) broken ??= error as Error;
    if (begin !== null && !broken)
      await within(patience, client.query('rollback'), 'rollback').catch((failure: Error) => (broken = failure));
    throw error;
  } finally {
    unwatch();
    client.off('error', onError);
    restedAt.set(client, performance.now());
    client.release(broken);
  }
}

async function withRetry<T>(attempt: (progress: Progress) => Promise<T>): Promise<T> {
  const until = performance.now() + patience;
  for (let round = 1; ; round++) {
    const progress: Progress = { committing: false, until };
    try {
      return await attempt(progress);
    } catch (error) {
      // A refused COMMIT (40001) did not happen; a lost connection during COMMIT leaves it open whether it did. A gate that is full was waited for.
      const again = isConflict(error) || (isServerAway(error) && !progress.committing && performance.now() < until);
      if (!again || round >= 4) throw error;
      await pause(5 * 4 ** round * (0.5 + Math.random()));
    }
  }
}

function poolGate(from: GatePool, pulse: Pulse, tell: TellSecurity): Gate {
  const { name } = from;
  return {
    name,
    read: (standing, question) =>
      enter(() =>
        withRetry((progress) =>
          // The public gate's sessions are read-only from the start and see the same rows whoever asks: it saves two journeys. The intake
          // gate reads no row and calls functions, each whole in itself: a statement is its transaction.
          around(
            from,
            name === 'public' || name === 'intake' ? null : `begin read only; ${standingCommand(standing)}`,
            (client) => question(mintRead(client)),
            progress,
            pulse,
          ),
        ),
      ),
    write: async (standing, act) => {
      let told: readonly SecurityEvent[] = [];
      const work = (client: pg.ClientBase) => {
        told = beginTelling(mintWrite(client));
        return act(mintWrite(client));
      };
      const value = await enter(() =>
        withRetry((progress) => around(from, `begin read write; ${standingCommand(standing)}`, work, progress, pulse)),
      );
      for (const event of told) tell(event);
      return value;
    },
  };
}

/** How many connections each gate may have at once, in each process. */
export type Connections = Readonly<Record<GateName, number>>;

export const usualConnections: Connections = { public: 8, work: 8, intake: 4, release: 2 };

export const sessions: Readonly<Record<GateName, SessionSettings>> = {
  public: {
    name: 'kept public',
    statementTimeout: 5_000,
    lockTimeout: 2_000,
    idleInTransactionTimeout: 10_000,
    readOnly: true,
  },
  work: { name: 'kept work', statementTimeout: 30_000, lockTimeout: 10_000, idleInTransactionTimeout: 60_000 },
  intake: { name: 'kept intake', statementTimeout: 5_000, lockTimeout: 5_000, idleInTransactionTimeout: 10_000 },
  release: { name: 'kept release', statementTimeout: 300_000, lockTimeout: 10_000, idleInTransactionTimeout: 60_000 },
};

export function gateRole(name: GateName): string {
  return `kept_${name}`;
}

export interface OpenGates extends Gates {
  /** Beats only for who asks: the web server does, commands need not. */
  readonly pulse: Pulse;
  /** Holds a connection for the intake from now on: for whoever serves, not for commands. */
  keep(): Promise<void>;
  /** Who hears of acts that matter for security, once they are committed. */
  readonly hear: (listener: TellSecurity) => void;
  readonly tell: TellSecurity;
  /** What the connections of each gate do now. */
  readonly pools: () => readonly {
    readonly gate: GateName;
    readonly open: number;
    readonly idle: number;
    readonly most: number;
    readonly waiting: number;
  }[];
  close(): Promise<void>;
}

export interface GateOptions {
  /** Idle connections do not keep the process alive. */
  readonly letGo?: boolean;
  readonly connections?: Connections;
  /** The way past a pooler, for the pulse: it keeps its connection. */
  readonly direct?: (role: string) => Reach;
}

/** How often somebody looks whether the intake's own connection is still there. */
const keepEvery = 5_000;

/**
 * Opens the pools; connections are made when first needed. `reach` gives the way for a role. No gate takes a connection of another, and once
 * `keep` was called the intake holds one for good: answers are taken also while the rest of Kept, or other programs, use up what the server has.
 */
export function openGates(
  reach: (role: string) => Reach,
  log: (message: string) => void,
  { letGo = false, connections = usualConnections, direct = reach }: GateOptions = {},
): OpenGates {
  const pools = new Map<GateName, pg.Pool>();
  const pulse = makePulse(direct(gateRole('public')));
  let isClosing = false;
  let lostAt = Number.NEGATIVE_INFINITY;
  let keeping: NodeJS.Timeout | undefined;
  const listeners: TellSecurity[] = [];
  const tell: TellSecurity = (event) => {
    for (const listener of listeners) listener(event);
  };
  function open(name: GateName): Gate {
    // Waiting for a connection has its end in patientConnect.
    const limits = {
      max: connections[name],
      min: name === 'intake' ? 1 : 0,
      idleTimeoutMillis: 60_000,
      connectionTimeoutMillis: patience,
      allowExitOnIdle: letGo,
    };
    const pool = new pg.Pool({ Client: connectionsTo(reach(gateRole(name)), sessions[name]), ...limits });
    pool.on('error', (error) => {
      // On a stop the connections are ended one after the other, by us or by the database: nothing is lost.
      // A server that ends takes all of them with it: one line tells of it.
      if (isClosing || performance.now() - lostAt < 60_000) return;
      lostAt = performance.now();
      log(`An idle connection of the ${name} gate was lost: ${error.message}`);
    });
    pools.set(name, pool);
    return poolGate({ name, pool, connections: connections[name] }, pulse, tell);
  }
  const gates = { public: open('public'), work: open('work'), intake: open('intake'), release: open('release') };
  const keepOne = async (): Promise<void> => {
    const pool = pools.get('intake');
    if (isClosing || !pool || pool.totalCount > 0) return;
    await pool.connect().then(
      (client) => client.release(),
      () => undefined,
    );
  };
  return {
    ...gates,
    pulse,
    keep: async () => {
      keeping ??= setInterval(() => void keepOne(), keepEvery).unref();
      await keepOne();
    },
    hear: (listener) => void listeners.push(listener),
    tell,
    pools: () =>
      [...pools].map(([gate, pool]) => ({
        gate,
        open: pool.totalCount,
        idle: pool.idleCount,
        most: pool.options.max,
        waiting: pool.waitingCount,
      })),
    close: async () => {
      isClosing = true;
      clearInterval(keeping);
      // A database that is away hears no farewell.
      const farewells = Promise.all([pulse.close(), ...[...pools.values()].map((pool) => pool.end())]);
      await within(patience, farewells, 'farewell').catch(() => undefined);
    },
  };
}

/** The SQL and parameters of a query, for tests that look at its plan. */
export function compiled(query: Compilable): { readonly sql: string; readonly parameters: readonly unknown[] } {
  const { sql, parameters } = query.compile();
  return { sql, parameters };
}
