/** What whoever runs Kept asks: is it there, is it ready, how much does it do. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { within } from '../db/away.js';
import type { JobFigures } from '../jobs/jobs.js';
import type { Faults } from '../log.js';
import { type Family, makeRequests, openMetrics, openMetricsType, type PageKind, pageKinds } from '../metrics.js';
import type { Room } from '../room.js';
import type { SecurityLog, TellSecurity } from '../security.js';
import type { Shelf } from '../shelf.js';
import type { WorkFigure } from '../works.js';
import type { Answers } from './answer.js';
import { isAskedHere } from './edge.js';

export interface WatchedWorks {
  readonly works: () => readonly WorkFigure[];
  readonly jobs: () => JobFigures;
  readonly security: SecurityLog['counts'];
  /** What has to be asked for: of the database, of disks. */
  readonly more: () => Promise<readonly Family[]>;
}

export interface WatchParts {
  readonly rooms: readonly Room[];
  readonly shelf: Shelf;
  readonly answers: Answers;
  readonly faults: Faults;
  readonly works: WatchedWorks | null;
  /** With it figures may be asked for from elsewhere; without one only on this machine. */
  readonly token: string | null;
  readonly tellSecurity: TellSecurity;
}

/** How long a figure is waited for; without the database all others are there. */
const patience = 900;

function worksFamilies({ works, jobs, security }: WatchedWorks): readonly Family[] {
  const found = works();
  const each = (value: (one: WorkFigure) => number | null) =>
    found.flatMap((one) => {
      const figure = value(one);
      return figure === null ? [] : [{ labels: { work: one.name }, value: figure }];
    });
  return [
    {
      name: 'kept_work_runs',
      type: 'counter',
      help: 'How often a piece of work that this process does by itself was begun.',
      samples: each(({ runs }) => runs),
    },
    {
      name: 'kept_work_failures',
      type: 'counter',
      help: 'How often it did not end well.',
      samples: each(({ failures }) => failures),
    },
    {
      name: 'kept_work_failing',
      type: 'gauge',
      help: '1 while it fails.',
      samples: each(({ isFailing }) => Number(isFailing)),
    },
    {
      name: 'kept_work_last_done_timestamp_seconds',
      type: 'gauge',
      help: 'When it last ended well.',
      samples: each(({ lastDone }) => (lastDone === null ? null : lastDone / 1000)),
    },
    { name: 'kept_jobs', type: 'counter', help: 'Jobs done by this process.', samples: [{ value: jobs().done }] },
    {
      name: 'kept_job_failures',
      type: 'counter',
      help: 'Jobs, and looks for jobs, that did not end well.',
      samples: [{ value: jobs().failures }],
    },
    {
      name: 'kept_security_events',
      type: 'counter',
      help: 'Security events that were written into the log.',
      samples: [...security()].map(([event, value]) => ({ labels: { event }, value })),
    },
  ];
}

function isToken(request: FastifyRequest, token: string | null): boolean {
  const given = /^Bearer ([\x21-\x7e]{1,200})$/.exec(request.headers.authorization ?? '')?.[1];
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return token !== null && given !== undefined && timingSafeEqual(hash(given), hash(token));
}

/** With a token, or (without one) on this machine itself and not through a proxy. */
function mayWatch(request: FastifyRequest, token: string | null): boolean {
  return request.headers.authorization === undefined ? isAskedHere(request.raw) : isToken(request, token);
}

export function openWatch(
  app: FastifyInstance,
  { rooms, shelf, answers, faults, works, token, tellSecurity }: WatchParts,
): void {
  const plain = (reply: FastifyReply, text: string) =>
    reply.header('cache-control', 'no-store').type('text/plain; charset=utf-8').send(text);
  app.get('/healthz', (_, reply) => plain(reply, 'ok\n'));
  app.get('/readyz', async (_, reply) => {
    try {
      await within(950, shelf.check(), 'readiness');
    } catch {
      return plain(reply.status(503).header('retry-after', '2'), 'not ready: the database does not answer\n');
    }
    return plain(reply, 'ready\n');
  });
  const kinds = new Map<string, PageKind>(
    rooms.flatMap(({ pages }) => pages.map(({ path, gate }) => [path, pageKinds[gate]] as const)),
  );
  const requests = makeRequests();
  app.addHook('onResponse', async (request, reply) => {
    requests.count(kinds.get(request.routeOptions.url ?? '') ?? 'other', reply.statusCode, reply.elapsedTime / 1000);
  });
  app.get('/metrics', async (request, reply) => {
    if (!mayWatch(request, token)) {
      if (request.headers.authorization !== undefined)
        tellSecurity({ name: 'right-refused', how: 'token', page: '/metrics' });
      return answers.problem(request, reply, 'not-found', 'public', null);
    }
    const { hits, fromMemory, pages, bytes, silence } = shelf.figures();
    const gauge = (name: string, help: string, ...values: readonly number[]): Family => ({
      name,
      type: 'gauge',
      help,
      samples: values.map((value) => ({ value })),
    });
    const counter = (name: string, help: string, value: number): Family => ({
      name,
      type: 'counter',
      help,
      samples: [{ value }],
    });
    const more = works === null ? [] : await within(patience, works.more(), 'figures').catch(() => []);
    const text = openMetrics([
      ...requests.families(),
      counter('kept_shelf_hits', 'Public pages that went out as they lay in memory.', hits),
      counter('kept_shelf_from_memory', 'Of these, while the database was away.', fromMemory),
      gauge('kept_shelf_pages', 'Pages in memory.', pages),
      gauge('kept_shelf_bytes', 'Bytes of these pages.', bytes),
      gauge(
        'kept_database_silence_seconds',
        'Since the last contact with the database.',
        ...(silence === null ? [] : [silence / 1000]),
      ),
      {
        name: 'kept_faults',
        type: 'counter',
        help: 'Faults of ours, and of what we need, by kind.',
        samples: [...faults.counts()].map(([kind, value]) => ({ labels: { kind }, value })),
      },
      ...(works === null ? [] : worksFamilies(works)),
      ...more,
      gauge('kept_memory_bytes', 'Memory of this process.', process.memoryUsage.rss()),
    ]);
    return reply.header('cache-control', 'no-store').type(openMetricsType).send(text);
  });
}
