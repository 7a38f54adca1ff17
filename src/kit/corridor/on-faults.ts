/** What somebody hears where their request fails: nothing there, something away, a row that is refused, a fault of ours. */
import type { FastifyInstance } from 'fastify';
import { type Faults, kindOf } from '../log.js';
import { refusedByRule, refusedRow } from '../refused-row.js';
import { unavailable } from '../unavailable.js';
import type { Answers } from './answer.js';
import type { Askers } from './asker.js';
import { drained } from './sent.js';

export function onFaults(app: FastifyInstance, answers: Answers, faults: Faults, askers: Askers): void {
  app.setNotFoundHandler((request, reply) => {
    const code = request.method === 'GET' || request.method === 'HEAD' ? 'not-found' : 'method-not-allowed';
    return answers.problem(request, reply, code, 'public', null);
  });
  app.setErrorHandler(async (problem: Error & { statusCode?: number; code?: string }, request, reply) => {
    const { gate, visitor } = askers.of(request);
    if (problem.code === 'FST_REQ_FILE_TOO_LARGE' || problem.statusCode === 413) {
      await drained(request);
      return answers.problem(request, reply, 'too-large', gate, visitor);
    }
    const now = unavailable(problem);
    if (now !== null)
      faults.tell(now.kind, 'warn', { code: kindOf(problem).split(' ')[0], route: request.routeOptions.url }, now.told);
    if (now !== null)
      return answers.problem(request, reply.header('retry-after', now.retryAfter), now.problem, gate, visitor);
    // U+0000 and halves of characters in an address or in JSON cannot be kept in the database.
    if (/U\+0000|invalid byte sequence/i.test(problem.message))
      return answers.problem(request, reply, 'not-understood', gate, visitor);
    if (problem.statusCode !== undefined && problem.statusCode < 500) {
      return answers.problem(
        request,
        reply,
        problem.statusCode === 404 ? 'not-found' : 'not-understood',
        gate,
        visitor,
      );
    }
    const rule = refusedByRule(problem);
    if (rule !== null) return answers.problem(request, reply, rule, gate, visitor);
    // Not where a device delivers by itself: it sends again after a fault of ours, and would throw away what was refused.
    const row =
      request.method === 'POST' && !(request.headers['content-type'] ?? '').startsWith('application/json')
        ? refusedRow(problem)
        : null;
    if (row !== null) {
      const told = faults.tell(
        `row ${row.constraint}`,
        'error',
        { err: problem, route: request.routeOptions.url },
        'A constraint refused a row that no rule had refused: the sender was told so',
      );
      return answers.problem(request, reply, row.problem, gate, visitor, told);
    }
    const reference = faults.tell(
      kindOf(problem),
      'error',
      { err: problem, route: request.routeOptions.url },
      'A fault of ours',
    );
    return answers.problem(request, reply, 'our-fault', gate, visitor, reference);
  });
}
