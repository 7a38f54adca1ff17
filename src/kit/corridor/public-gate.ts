/** The gate of the public: shelf (pages kept in memory) -> parameters -> page -> answer. It reads what is published and nothing else. */
import { addressOf } from '../canonical.js';
import { nobody } from '../db/gate.js';
import { minuteLimit } from '../limit.js';
import type { PublicPage } from '../page.js';
import { makeTallies } from '../publications/tally.js';
import { withdrawalBook } from '../withdrawals/withdrawals.js';
import { fileHeaders } from './bytes.js';
import type { Corridor } from './corridor.js';
import { isAskedHere, senderOf } from './edge.js';
import { parametersOf } from './registered.js';

/** Pages a minute for one sender that are made for their address alone: a school whose pupils search all at once stays far below. */
const askedAtMost = 600;

export function openPublicGate(corridor: Corridor): (registered: PublicPage<unknown>) => void {
  const { app, parts, shelf, answers, withdrawables, tell, common } = corridor;
  const { gates, clock } = parts;
  const asked = minuteLimit(askedAtMost);
  const tallies = makeTallies();
  const withdrawn = withdrawalBook(() =>
    gates.public.read(nobody, (read) => read.selectFrom('published.withdrawal').selectAll().execute()),
  );

  return (registered) => {
    app.get(registered.path, { exposeHeadRoute: true }, async (request, reply) => {
      const params = parametersOf(registered, request);
      if (!params.success) return answers.problem(request, reply, 'not-found', 'public', null);
      const key = addressOf(registered.path, params.data);
      const plainUrl = Object.keys(request.query as object).length === 0;
      // No shelf holds what an address asks of its own: each is work for the database.
      if (
        !(registered.cached && plainUrl) &&
        !isAskedHere(request.raw) &&
        !asked.take(senderOf(request.raw, parts.behindProxy), clock())
      ) {
        tell({ name: 'limit', page: registered.path });
        return answers.problem(request, reply.header('retry-after', '60'), 'too-many', 'public', null);
      }
      const from = await shelf.check().catch((problem: unknown) => ({ problem }));
      // It lies there, and is known to be good by now; or the database is away, and it may go on from memory.
      if (registered.cached && plainUrl && shelf.serve(request.raw, reply.raw, key)) return reply.hijack();
      if ('problem' in from) throw from.problem;
      const gone = await withdrawn.at(from.revision, key);
      if (gone)
        return answers.withdrawn(
          request,
          reply,
          gone,
          withdrawables.find(({ kind }) => kind === gone.kind)?.word ?? 'page',
          registered.isForMachines,
        );
      const outcome = await gates.public.read(nobody, (db) =>
        tallies.during(db, from.revision, () => registered.get({ db, ...common(request, params.data) })),
      );
      if (
        registered.cached &&
        plainUrl &&
        (outcome.kind === 'view' || (outcome.kind === 'file' && outcome.download === undefined))
      ) {
        const body = outcome.kind === 'view' ? answers.page(request, reply, 'public', outcome, null) : outcome.body;
        const type = outcome.kind === 'view' ? 'text/html; charset=utf-8' : outcome.type;
        const caching = outcome.kind === 'file' && outcome.forever ? 'public, max-age=31536000, immutable' : 'no-cache';
        reply.hijack();
        const own = outcome.kind === 'file' ? fileHeaders(outcome, request.url) : {};
        shelf.keepAndServe(request.raw, reply.raw, {
          body,
          type,
          headers: { ...answers.headers, ...own, 'cache-control': caching },
          from,
          key,
          goesOn: registered.withoutDatabase === 'from memory',
        });
        return reply;
      }
      reply.header('cache-control', 'no-cache');
      return answers.outcome(request, reply, 'public', outcome, null);
    });
  };
}
