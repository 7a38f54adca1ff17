/**
 * The gate of the workspace: [origin, visitor, capability, parameters, form, token] -> page -> answer. A POST is one transaction: it opens here, it
 * commits here, and the answer goes out after the commit (house law A.4).
 */
import type { FastifyReply } from 'fastify';
import type { Standing } from '../db/gate.js';
import { bytesAtMost } from '../fields.js';
import { keptOf, retentionOf } from '#kit/retention/catalogue.js';
import type { WorkPage } from '../page.js';
import { revisionNow } from '../publications/publications.js';
import { makeTallies } from '../publications/tally.js';
import { workIn } from '../session.js';
import { may, type Visitor } from '../visitor.js';
import type { Corridor } from './corridor.js';
import { isOwnOrigin, isSameToken } from './own-form.js';
import { parametersOf, takenBy } from './registered.js';

function standingOf(visitor: Visitor): Standing {
  return { account: visitor.account, organisation: visitor.organisation, boards: visitor.boards };
}

/** Whoever sits down at a machine that somebody left cannot change how its owner signs in, or close their account. */
function signInAgain(reply: FastifyReply, way: string): FastifyReply {
  return reply.header('cache-control', 'no-store').redirect(way, 303);
}

export function openWorkGate(corridor: Corridor): (registered: WorkPage<unknown, unknown>) => void {
  const { app, parts, shelf, answers, withdrawables, behinds, refusals, acted, withSent, common } = corridor;
  const { gates, baseUrl } = parts;
  const tallies = makeTallies();
  const places = parts.rooms.flatMap((room) => room.places ?? []);
  const keeping = { deleted: retentionOf(parts.rooms, ''), kept: keptOf(parts.rooms) };

  return (registered) => {
    const { get, post, prepare } = registered;
    if (get) {
      app.get(registered.path, { exposeHeadRoute: false }, async (request, reply) => {
        const behind = await behinds.visitor(request);
        if (!behind) return reply.header('cache-control', 'no-store').redirect(parts.ways.signIn(request.url), 303);
        if (!behind.isWhole)
          return reply.header('cache-control', 'no-store').redirect(parts.ways.showPasskey(request.url), 303);
        const { visitor } = behind;
        parts.askers.note(request, visitor);
        if (!may(visitor, registered.needs)) return refusals.refuse(request, reply, registered, 'not-allowed', visitor);
        if (registered.fresh === 'page' && !behind.isFresh)
          return signInAgain(reply, parts.ways.signInAgain(request.url));
        const params = parametersOf(registered, request);
        if (!params.success) return answers.problem(request, reply, 'not-found', 'work', visitor);
        const mine = places.filter(({ needs }) => may(visitor, needs));
        const outcome = await gates.work.read(standingOf(visitor), (db) =>
          tallies.during(
            db,
            () => revisionNow(db),
            () =>
              get({
                db,
                visitor,
                places: mine,
                keeping,
                withdrawables: withdrawables.filter(({ needs }) => may(visitor, needs)),
                ...common(request, params.data),
              }),
          ),
        );
        return answers.outcome(request, reply, 'work', refusals.hear(registered, outcome, visitor), visitor);
      });
    }
    if (!post) return;
    app.post(registered.path, { bodyLimit: bytesAtMost(takenBy(registered).fields) }, async (request, reply) => {
      if (!isOwnOrigin(request, baseUrl)) return refusals.refuse(request, reply, registered, 'wrong-origin', null);
      const behind = await behinds.visitor(request);
      if (!behind) return answers.problem(request, reply, 'sign-in-needed', 'door', null);
      if (!behind.isWhole) return refusals.refuse(request, reply, registered, 'passkey-needed', behind.visitor);
      const { visitor } = behind;
      parts.askers.note(request, visitor);
      if (!may(visitor, registered.needs)) return refusals.refuse(request, reply, registered, 'not-allowed', visitor);
      if (registered.fresh !== undefined && !behind.isFresh)
        return signInAgain(reply, parts.ways.signInAgain(request.url));
      const params = parametersOf(registered, request);
      if (!params.success) return answers.problem(request, reply, 'not-found', 'work', visitor);
      return withSent(request, reply, registered, visitor, async (sent) => {
        if (!isSameToken(sent.fields.get('csrf'), visitor.csrf))
          return refusals.refuse(request, reply, registered, 'form-expired', visitor);
        const prepared = await prepare?.(sent);
        const outcome = await acted(request, registered, sent.fields, () =>
          gates.work.write(standingOf(visitor), async (db) => {
            const made = await post({
              db,
              visitor,
              withdrawables: withdrawables.filter(({ needs }) => may(visitor, needs)),
              prepared,
              demonstration: parts.settings.demonstration,
              key: parts.key,
              ...sent,
              ...common(request, params.data),
            });
            if (made.kind === 'redirect' && made.session && 'workIn' in made.session)
              await workIn(db, behind.token, made.session.workIn);
            return made;
          }),
        );
        shelf.doubt();
        parts.afterWrite();
        return answers.outcome(request, reply, 'work', refusals.hear(registered, outcome, visitor), visitor);
      });
    });
  };
}
