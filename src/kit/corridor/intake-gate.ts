/** The gate of the intake: whoever takes part, without an account. It knows no session, and leaves no mark of who sent what. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { attemptKey, carriedBy, roomToCarry } from '../attempt-cookies.js';
import { bytesAtMost } from '../fields.js';
import type { Fields, IntakePage, Outcome } from '../page.js';
import { unavailable } from '../unavailable.js';
import type { Corridor } from './corridor.js';
import { senderOf } from './edge.js';
import { isOwnOrigin } from './own-form.js';
import { parametersOf, takenBy } from './registered.js';
import { fieldsOf, jsonSent, languagesOf } from './sent.js';

export function openIntakeGate(corridor: Corridor): (registered: IntakePage<unknown>) => void {
  const { app, parts, answers, refusals, withSent, common } = corridor;
  const { gates, baseUrl, faults, intakeVoice } = parts;
  const isSecure = baseUrl.startsWith('https:');

  /** While the database is away: that it is, in a language of whoever takes part, and a way to send the same once more. */
  async function orAway(
    registered: IntakePage<unknown>,
    request: FastifyRequest,
    reply: FastifyReply,
    fields: Fields | null,
    work: () => Promise<Outcome>,
  ): Promise<FastifyReply> {
    let made: Outcome;
    try {
      made = await work();
    } catch (problem) {
      const now = unavailable(problem);
      if (now === null || intakeVoice === undefined) throw problem;
      reply.header('retry-after', now.retryAfter).status(503);
      // Nothing of the address, the sender or the form: an intake route.
      faults.tell(now.kind, 'warn', {}, now.told);
      if (request.method === 'POST' && fields === null)
        return answers.problem(request, reply, now.problem, 'intake', null);
      const href = request.url.split('?')[0] ?? '';
      const again =
        fields === null
          ? null
          : {
              action: href,
              pairs: fields.names().flatMap((name) => fields.all(name).map((value) => [name, value] as const)),
            };
      const view = intakeVoice.away({ languages: languagesOf(request), again, href });
      return reply
        .headers(answers.headersAtIntake)
        .send(answers.page(request, reply, 'intake', { kind: 'view', status: 200, view }, null, 503));
    }
    return answers.outcome(request, reply, 'intake', refusals.hear(registered, made, null), null);
  }

  return (registered) => {
    const { get, post } = registered;
    const contextOf = (request: FastifyRequest, params: unknown) => {
      const browser = {
        attempt: attemptKey(request, isSecure),
        carried: carriedBy(request, isSecure),
        roomToCarry: roomToCarry(request, parts.behindProxy, isSecure),
        isFollowed: request.headers['sec-fetch-site'] !== 'none',
      };
      return {
        gate: gates.intake,
        ...browser,
        key: parts.key,
        sender: senderOf(request.raw, parts.behindProxy),
        ...common(request, params),
      };
    };
    if (get) {
      app.get(registered.path, { exposeHeadRoute: false }, async (request, reply) => {
        const params = parametersOf(registered, request);
        if (!params.success) return answers.problem(request, reply, 'not-found', 'intake', null);
        return orAway(registered, request, reply, null, () => get(contextOf(request, params.data)));
      });
    }
    if (!post) return;
    app.post(
      registered.path,
      {
        bodyLimit: registered.sentAtMost ?? (registered.takesJson ? 100_000 : bytesAtMost(takenBy(registered).fields)),
      },
      async (request, reply) => {
        if (!isOwnOrigin(request, baseUrl)) return refusals.refuse(request, reply, registered, 'wrong-origin', null);
        const params = parametersOf(registered, request);
        if (!params.success) return answers.problem(request, reply, 'not-found', 'intake', null);
        const context = contextOf(request, params.data);
        if (registered.takesJson)
          return orAway(registered, request, reply, null, () =>
            post({ ...context, fields: fieldsOf([]), files: {}, json: jsonSent(request) }),
          );
        return withSent(request, reply, registered, null, async (sent) =>
          orAway(registered, request, reply, sent.fields, () => post({ ...context, ...sent, json: null })),
        );
      },
    );
  };
}
