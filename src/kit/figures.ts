/** Figures that have to be asked for. Each piece is asked by itself and for a moment only: what cannot be had is left out, and the others are there. */
import { sql } from 'kysely';
import { within } from './db/away.js';
import { type Gates, nobody, type OpenGates } from './db/gate.js';
import { diskFree, type Family } from './metrics.js';
import type { Room } from './room.js';

/** How long one piece is waited for. */
const patience = 800;

export interface FigureParts {
  readonly gates: Gates & Pick<OpenGates, 'pools'>;
  readonly rooms: readonly Room[];
  readonly version: string;
  readonly now: Date;
  /** Folders whose disk is looked at, by what lies there. */
  readonly folders: Readonly<Record<string, string>>;
  /** Of the application: backups. */
  readonly more?: () => Promise<readonly Family[]>;
}

async function waiting(gates: Gates): Promise<readonly Family[]> {
  const { rows } = await gates.work.read(nobody, (read) =>
    sql<{ letters: number; oldest: Date | null; waiting: number; running: number; failed: number }>`
      select (select count(*)::int from kit.mail) as letters, (select min(asked_at) from kit.mail) as oldest,
        count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'running')::int as
          running, count(*) filter (where state = 'failed')::int as failed from kit.job`.execute(read),
  );
  const [found] = rows;
  if (!found) return [];
  const { letters, oldest, ...jobs } = found;
  return [
    {
      name: 'kept_letters_waiting',
      type: 'gauge',
      help: 'Letters that the mail server has not taken yet.',
      samples: [{ value: letters }],
    },
    {
      name: 'kept_letters_oldest_timestamp_seconds',
      type: 'gauge',
      help: 'Since when the oldest of them waits.',
      samples: oldest === null ? [] : [{ value: oldest.getTime() / 1000 }],
    },
    {
      name: 'kept_jobs_known',
      type: 'gauge',
      help: 'Jobs in the database, by state.',
      samples: Object.entries(jobs).map(([state, value]) => ({ labels: { state }, value })),
    },
  ];
}

function pools(gates: Pick<OpenGates, 'pools'>): Family {
  const samples = gates
    .pools()
    .flatMap(({ gate, ...states }) =>
      Object.entries(states).map(([state, value]) => ({ labels: { gate, state }, value })),
    );
  return {
    name: 'kept_pool_connections',
    type: 'gauge',
    help: 'Connections of each gate: open, of these idle, at most, and requests that wait for one.',
    samples,
  };
}

/** All of them; what fails is left out. */
export async function gatherFigures({
  gates,
  rooms,
  version,
  folders,
  more,
  now,
}: FigureParts): Promise<readonly Family[]> {
  const pieces: readonly (readonly [string, () => Promise<readonly Family[]>])[] = [
    ['jobs and letters', () => waiting(gates)],
    ...rooms.flatMap((room) =>
      room.figures ? [[room.name, () => room.figures?.({ gates, now }) ?? Promise.resolve([])] as const] : [],
    ),
    ['disks', async () => [await diskFree(folders)]],
    ...(more ? [['more', more] as const] : []),
  ];
  const asked = await Promise.allSettled(pieces.map(([name, piece]) => within(patience, piece(), name)));
  return [
    { name: 'kept_build', type: 'info', help: 'Which Kept this is.', samples: [{ labels: { version }, value: 1 }] },
    pools(gates),
    ...asked.flatMap((one) => (one.status === 'fulfilled' ? one.value : [])),
  ];
}
