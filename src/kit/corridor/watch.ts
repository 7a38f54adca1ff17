/** What whoever runs Kept asks: is it there, is it ready, how much does it do. */
import type { FastifyInstance } from 'fastify';
import { type Gates, nobody } from '../db/gate.js';
import type { Shelf } from '../shelf.js';
import type { Answers } from './answer.js';

export function openWatch(app: FastifyInstance, gates: Gates, shelf: Shelf, answers: Answers): void {
  app.get('/healthz', (_, reply) => reply.type('text/plain').send('ok\n'));
  app.get('/readyz', async (_, reply) => {
    await gates.public.read(nobody, (read) => read.selectFrom('published.revision').select('number').executeTakeFirstOrThrow());
    return reply.type('text/plain').send('ready\n');
  });
  const counts = new Map<string, number>();
  app.addHook('onResponse', async (request, reply) => {
    const key = `method="${request.method}",route="${request.routeOptions.url ?? 'none'}",status="${reply.statusCode}"`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  app.get('/metrics', (request, reply) => {
    // For whoever runs the machine: asked on it, and not through a proxy.
    const isLocal = /^(::1|(::ffff:)?127\.)/.test(request.socket.remoteAddress ?? '') && request.headers['x-forwarded-for'] === undefined && request.headers.forwarded === undefined;
    if (!isLocal) return answers.problem(request, reply, 'not-found', 'public', null);
    const lines = [
      '# TYPE kept_requests counter',
      ...[...counts].map(([labels, count]) => `kept_requests_total{${labels}} ${count}`),
      '# TYPE kept_shelf_hits counter',
      `kept_shelf_hits_total ${shelf.hits()}`,
      '# TYPE kept_memory_bytes gauge',
      `kept_memory_bytes ${process.memoryUsage.rss()}`,
      '# EOF',
    ];
    return reply.type('application/openmetrics-text; version=1.0.0; charset=utf-8').send(`${lines.join('\n')}\n`);
  });
}
