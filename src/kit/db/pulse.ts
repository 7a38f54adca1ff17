/**
 * The pulse: one connection of its own on which a process asks the database for the revision, twice a second. So it knows within a second
 * what others published, and within three that the database is away; then whoever waits for an answer stops waiting. A question and not
 * LISTEN: a pooler in transaction mode carries no notices, and a notice that was lost says nothing.
 */
import type pg from 'pg';
import { DatabaseAway, patience, within } from './away.js';
import { Connection, isServerFull, type Reach, type SessionSettings } from './client.js';

/** How long one question of the pulse waits; /readyz answers within a second. */
const askAtMost = 800;

const session: SessionSettings = {
  name: 'kept pulse',
  statementTimeout: askAtMost,
  lockTimeout: askAtMost,
  idleInTransactionTimeout: 5_000,
  readOnly: true,
};

export interface Pulse {
  /** The revision as it is now; fails within a second. Questions at the same moment are one. */
  ask(): Promise<number>;
  /** The database has not answered for so long, twice in a row, that nobody should wait for it. */
  isGone(): boolean;
  /** The last question was answered, as far as anybody has asked. */
  isHeard(): boolean;
  /** Calls `stop` when the database is gone, until the function that comes back is called. */
  watch(stop: (problem: DatabaseAway) => void): () => void;
  close(): Promise<void>;
}

async function connected(reach: Reach): Promise<pg.Client> {
  const client = new Connection(reach, session, { connectionTimeoutMillis: askAtMost });
  try {
    await client.connect();
    return client;
  } catch (problem) {
    drop(client);
    throw problem;
  }
}

/** Without a farewell: a server that is away would not hear it. */
function drop(client: pg.Client): void {
  client.end().catch(() => undefined);
  (client as unknown as { connection?: { stream?: { destroy(): void } } }).connection?.stream?.destroy();
}

export function makePulse(reach: Reach): Pulse {
  let client: pg.Client | null = null;
  let asking: Promise<number> | null = null;
  let isClosed = false;
  let failures = 0;
  /** When the last question was put that was answered. */
  let contactAt = performance.now();
  const watchers = new Set<(problem: DatabaseAway) => void>();

  const isGone = (): boolean => failures >= 2 && performance.now() - contactAt > patience - askAtMost;

  async function once(): Promise<number> {
    const began = performance.now();
    let isOver = false;
    try {
      const answer = await within(
        askAtMost,
        (async () => {
          const mine = client ?? (await connected(reach));
          // Made too late: nobody would ever end it, and it would keep the process alive.
          if (isClosed || isOver) {
            drop(mine);
            throw new DatabaseAway(isClosed ? 'Kept is stopping' : 'The connection of the pulse came too late');
          }
          client = mine;
          return mine.query<{ number: number }>('select number from published.revision');
        })(),
        'pulse',
      );
      const [row] = answer.rows;
      if (!row) throw new Error('published.revision has no row');
      failures = 0;
      contactAt = began;
      return row.number;
    } catch (problem) {
      isOver = true;
      if (client) drop(client);
      client = null;
      // A server that has no connection left for the pulse is there: whoever holds one goes on.
      if (isServerFull(problem)) {
        failures = 0;
        contactAt = began;
        throw problem;
      }
      failures += 1;
      if (isGone())
        for (const stop of [...watchers])
          stop(new DatabaseAway(`The database has not answered for ${Math.round(performance.now() - contactAt)} ms`));
      throw problem;
    }
  }

  return {
    isGone,
    isHeard: () => failures === 0,
    ask: () => {
      if (isClosed) return Promise.reject(new DatabaseAway('Kept is stopping'));
      return (asking ??= once().finally(() => {
        asking = null;
      }));
    },
    watch(stop) {
      watchers.add(stop);
      return () => void watchers.delete(stop);
    },
    async close() {
      isClosed = true;
      const last = client;
      client = null;
      if (last) await within(1_000, last.end(), 'farewell').catch(() => drop(last));
    },
  };
}
