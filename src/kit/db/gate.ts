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
import { DatabaseAway, patience, within } from './away.js';
import { clientConfig, isConflict, isServerAway, type Reach, type SessionSettings } from './client.js';
import { beginTelling, type SecurityEvent, type TellSecurity } from '../security.js';
import { makePulse, type Pulse } from './pulse.js';
import type { Tables } from './tables.js';

declare const readMark: unique symbol;
declare const writeMark: unique symbol;

/** Selects only. Raw SQL through the `sql` tag works too and meets the read-only transaction. */
export interface Read extends Pick<ReadonlyQueryCreator<Tables>, 'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive'>, Pick<Kysely<Tables>, 'fn' | 'dynamic' | 'getExecutor'> {
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
  if (inside.getStore()) throw new Error('A transaction is open here already: hand its Read or Write on in place of opening another one');
  return inside.run(true, work);
}

/** Kysely over one connection; kept with the connection. */
const queries = new WeakMap<pg.ClientBase, Kysely<Tables>>();

function queriesOf(client: pg.ClientBase): Kysely<Tables> {
  const known = queries.get(client);
  if (known) return known;
  // Kysely borrows the connection for each query and gives it back; who may really release it is the gate.
  const borrowed = { query: client.query.bind(client), release: () => undefined } as PostgresPoolClient;
  const made = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: { connect: async () => borrowed, end: async () => undefined, options: {} } }) });
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

/** Takes a connection; while the server is away (it restarts within a second when killed) waits for it, until the time is over or it is known to be gone. */
async function patientConnect(pool: pg.Pool, until: number, pulse: Pulse): Promise<pg.PoolClient> {
  for (let wait = 20; ; wait = Math.min(wait * 2, 500)) {
    if (pulse.isGone()) throw new DatabaseAway('The database has been away for a while');
    try {
      const client = await within(until - performance.now(), pool.connect(), 'no connection', (late) => late.release());
      if (await isThere(client)) return client;
    } catch (error) {
      if (!isServerAway(error) || performance.now() + wait > until) throw error;
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

async function inTransaction<T>(client: pg.ClientBase, begin: string | null, work: (client: pg.ClientBase) => Promise<T>, progress: Progress): Promise<T> {
  if (begin === null) return work(client);
  await client.query(begin);
  const value = await work(client);
  progress.committing = true;
  const answer = await client.query('commit');
  if (answer.command === 'ROLLBACK') throw new Error('The transaction could not be committed: one of its statements had failed and the act went on');
  return value;
}

async function around<T>(pool: pg.Pool, begin: string | null, work: (client: pg.ClientBase) => Promise<T>, progress: Progress, pulse: Pulse): Promise<T> {
  const client = await patientConnect(pool, progress.until, pulse);
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
  } catch (error) {
    // Whatever was asked last may still be under way there: nobody else gets this connection.
    if (isServerAway(error)) broken ??= error as Error;
    if (begin !== null && !broken) await within(patience, client.query('rollback'), 'rollback').catch((failure: Error) => (broken = failure));
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
      // A refused COMMIT (40001) did not happen; a lost connection during COMMIT leaves it open whether it did.
      const again = isConflict(error) || (isServerAway(error) && !progress.committing && performance.now() < until);
      if (!again || round >= 4) throw error;
      await pause(5 * 4 ** round * (0.5 + Math.random()));
    }
  }
}

function poolGate(name: GateName, pool: pg.Pool, pulse: Pulse, tell: TellSecurity): Gate {
  return {
    name,
    read: (standing, question) =>
      enter(() =>
        withRetry((progress) =>
          // The public gate's sessions are read-only from the start and see the same rows whoever asks: it saves two journeys. The intake
          // gate reads no row and calls functions, each whole in itself: a statement is its transaction.
          around(pool, name === 'public' || name === 'intake' ? null : `begin read only; ${standingCommand(standing)}`, (client) => question(mintRead(client)), progress, pulse),
        ),
      ),
    write: async (standing, act) => {
      let told: readonly SecurityEvent[] = [];
      const work = (client: pg.ClientBase) => {
        told = beginTelling(mintWrite(client));
        return act(mintWrite(client));
      };
      const value = await enter(() => withRetry((progress) => around(pool, `begin read write; ${standingCommand(standing)}`, work, progress, pulse)));
      for (const event of told) tell(event);
      return value;
    },
  };
}

const sessions: Readonly<Record<GateName, SessionSettings & { readonly connections: number }>> = {
  public: { name: 'kept public', connections: 8, statementTimeout: 5_000, lockTimeout: 2_000, idleInTransactionTimeout: 10_000, readOnly: true },
  work: { name: 'kept work', connections: 8, statementTimeout: 30_000, lockTimeout: 10_000, idleInTransactionTimeout: 60_000 },
  intake: { name: 'kept intake', connections: 4, statementTimeout: 5_000, lockTimeout: 5_000, idleInTransactionTimeout: 10_000 },
  release: { name: 'kept release', connections: 2, statementTimeout: 300_000, lockTimeout: 10_000, idleInTransactionTimeout: 60_000 },
};

export function gateRole(name: GateName): string {
  return `kept_${name}`;
}

export interface OpenGates extends Gates {
  /** Beats only for who asks: the web server does, commands need not. */
  readonly pulse: Pulse;
  /** Who hears of acts that matter for security, once they are committed. */
  readonly hear: (listener: TellSecurity) => void;
  readonly tell: TellSecurity;
  /** What the connections of each gate do now. */
  readonly pools: () => readonly { readonly gate: GateName; readonly open: number; readonly idle: number; readonly most: number; readonly waiting: number }[];
  close(): Promise<void>;
}

/** Opens the pools; connections are made when first needed. `reach` gives the way for a role. */
export function openGates(reach: (role: string) => Reach, log: (message: string) => void, options: { readonly letGo?: boolean } = {}): OpenGates {
  const pools = new Map<GateName, pg.Pool>();
  const pulse = makePulse(reach(gateRole('public')));
  let isClosing = false;
  const listeners: TellSecurity[] = [];
  const tell: TellSecurity = (event) => {
    for (const listener of listeners) listener(event);
  };
  function open(name: GateName): Gate {
    const session = sessions[name];
    // Waiting for a connection has its end in patientConnect.
    const limits = { max: session.connections, idleTimeoutMillis: 60_000, connectionTimeoutMillis: patience, allowExitOnIdle: options.letGo ?? false };
    const pool = new pg.Pool({ ...clientConfig(reach(gateRole(name)), session), ...limits });
    // Between a pool and its borrower there are moments in which nobody listens, and a server that dies may speak in one of
    // them (its last words can come in the same packet as "ready"): unheard, they would end the process.
    pool.on('connect', (client) => void client.on('error', () => undefined));
    pool.on('error', (error) => {
      // On a stop the connections are ended one after the other, by us or by the database: nothing is lost.
      if (!isClosing) log(`An idle connection of the ${name} gate was lost: ${error.message}`);
    });
    pools.set(name, pool);
    return poolGate(name, pool, pulse, tell);
  }
  return {
    public: open('public'),
    work: open('work'),
    intake: open('intake'),
    release: open('release'),
    pulse,
    hear: (listener) => void listeners.push(listener),
    tell,
    pools: () => [...pools].map(([gate, pool]) => ({ gate, open: pool.totalCount, idle: pool.idleCount, most: pool.options.max, waiting: pool.waitingCount })),
    close: async () => {
      isClosing = true;
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
