/** What whoever runs Kept asks: is it there, is it ready, how much does it do. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { within } from '../db/away.js';
import type { JobFigures } from '../jobs/jobs.js';
import type { Faults } from '../log.js';
import type { Shelf } from '../shelf.js';
import type { WorkFigure } from '../works.js';
import type { Answers } from './answer.js';
import { isAskedHere } from './edge.js';

export interface WatchedWorks {
  readonly works: () => readonly WorkFigure[];
  readonly jobs: () => JobFigures;
}

export interface WatchParts {
  readonly shelf: Shelf;
  readonly answers: Answers;
  readonly faults: Faults;
  readonly works: WatchedWorks | null;
}

/** A value between quotation marks, as OpenMetrics wants it. */
function label(text: string): string {
  return text.replace(/[\\"\n]/g, (one) => (one === '\n' ? '\\n' : `\\${one}`));
}

function worksLines({ works, jobs }: WatchedWorks): readonly string[] {
  const found = works();
  const each = (name: string, value: (one: WorkFigure) => number | null) => found.flatMap((one) => (value(one) === null ? [] : [`${name}{work="${label(one.name)}"} ${value(one)}`]));
  return [
    '# TYPE kept_work_runs counter',
    ...each('kept_work_runs_total', ({ runs }) => runs),
    '# TYPE kept_work_failures counter',
    ...each('kept_work_failures_total', ({ failures }) => failures),
    '# TYPE kept_work_failing gauge',
    ...each('kept_work_failing', ({ isFailing }) => Number(isFailing)),
    '# TYPE kept_work_last_done_timestamp_seconds gauge',
    ...each('kept_work_last_done_timestamp_seconds', ({ lastDone }) => (lastDone === null ? null : lastDone / 1000)),
    '# TYPE kept_jobs counter',
    `kept_jobs_total ${jobs().done}`,
    '# TYPE kept_job_failures counter',
    `kept_job_failures_total ${jobs().failures}`,
  ];
}

export function openWatch(app: FastifyInstance, { shelf, answers, faults, works }: WatchParts): void {
  const plain = (reply: FastifyReply, text: string) => reply.header('cache-control', 'no-store').type('text/plain; charset=utf-8').send(text);
  app.get('/healthz', (_, reply) => plain(reply, 'ok\n'));
  app.get('/readyz', async (_, reply) => {
    try {
      await within(950, shelf.check(), 'readiness');
    } catch {
      return plain(reply.status(503).header('retry-after', '2'), 'not ready: the database does not answer\n');
    }
    return plain(reply, 'ready\n');
  });
  const counts = new Map<string, number>();
  app.addHook('onResponse', async (request, reply) => {
    const key = `method="${request.method}",route="${request.routeOptions.url ?? 'none'}",status="${reply.statusCode}"`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  app.get('/metrics', (request, reply) => {
    // For whoever runs the machine: asked on it, and not through a proxy.
    if (!isAskedHere(request.raw)) return answers.problem(request, reply, 'not-found', 'public', null);
    const { hits, fromMemory, pages, bytes, silence } = shelf.figures();
    const lines = [
      '# TYPE kept_requests counter',
      ...[...counts].map(([labels, count]) => `kept_requests_total{${labels}} ${count}`),
      '# TYPE kept_shelf_hits counter',
      `kept_shelf_hits_total ${hits}`,
      '# TYPE kept_shelf_from_memory counter',
      `kept_shelf_from_memory_total ${fromMemory}`,
      '# TYPE kept_shelf_pages gauge',
      `kept_shelf_pages ${pages}`,
      '# TYPE kept_shelf_bytes gauge',
      `kept_shelf_bytes ${bytes}`,
      '# TYPE kept_database_silence_seconds gauge',
      ...(silence === null ? [] : [`kept_database_silence_seconds ${(silence / 1000).toFixed(3)}`]),
      '# TYPE kept_faults counter',
      ...[...faults.counts()].map(([kind, count]) => `kept_faults_total{kind="${label(kind)}"} ${count}`),
      ...(works === null ? [] : worksLines(works)),
      '# TYPE kept_memory_bytes gauge',
      `kept_memory_bytes ${process.memoryUsage.rss()}`,
      '# EOF',
    ];
    return reply.header('cache-control', 'no-store').type('application/openmetrics-text; version=1.0.0; charset=utf-8').send(`${lines.join('\n')}\n`);
  });
}
