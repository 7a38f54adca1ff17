/**
 * The gate of the workspace: [origin, visitor, capability, parameters, form, token] -> page -> answer. A POST is one transaction: it opens here, it
 * commits here, and the answer goes out after the commit (house law A.4).
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Standing } from '../db/gate.js';
import { bytesAtMost } from '../fields.js';
import { keptOf, retentionOf } from '#kit/retention/catalogue.js';
import type { WorkPage } from '../page.js';
import { type ProblemCode, problems } from '../problems.js';
import { revisionNow } from '../publications/publications.js';
import { makeTallies } from '../publications/tally.js';
import { isOfSession, workIn } from '../session.js';
import { may, type Visitor } from '../visitor.js';
import { actOnce, drawnWith, partsOf, signOf } from '../form/once.js';
import { asksForData, cameFrom } from './answer.js';
import type { Corridor } from './corridor.js';
import { isOwnOrigin, isSameToken } from './own-form.js';
import { parametersOf, takenBy } from './registered.js';
import { pairsOf, readable, readSent } from './sent.js';
import { unsentView, type WhyUnsent } from './unsent-page.js';

function standingOf(visitor: Visitor): Standing {
  return { account: visitor.account, organisation: visitor.organisation, boards: visitor.boards };
}

/** The visitor as one page is drawn for them: its forms carry a mark of their own. */
function drawn(visitor: Visitor): Visitor {
  return { ...visitor, csrf: drawnWith(visitor.csrf) };
}

/** The problem of the catalogue that each is, for its status and for whoever asks without a page. */
const problemOf = {
  'signed out': 'sign-in-needed',
  'too long ago': 'sign-in-needed',
  passkey: 'passkey-needed',
  'signed in': 'form-expired',
  'other organisation': 'form-expired',
} as const satisfies Record<WhyUnsent, ProblemCode>;

export function openWorkGate(corridor: Corridor): (registered: WorkPage<unknown, unknown>) => void {
  const { app, parts, shelf, answers, withdrawables, behinds, refusals, acted, withSent, common } = corridor;
  const { gates, baseUrl } = parts;
  const tallies = makeTallies();
  const places = parts.rooms.flatMap((room) => room.places ?? []);
  const keeping = { deleted: retentionOf(parts.rooms, ''), kept: keptOf(parts.rooms) };

  /** What was typed goes back to its writer, who shows who they are and sends it from there (unsent-page.tsx). */
  function answerUnsent(
    request: FastifyRequest,
    reply: FastifyReply,
    registered: WorkPage<unknown, unknown>,
    why: WhyUnsent,
    visitor: Visitor | null,
    pairs: readonly (readonly [string, string])[],
  ): FastifyReply {
    const { fields: limits, files } = takenBy(registered);
    // A browser that says nothing of where a form came from could have been led here by another site.
    const isKnownAsOurs = request.headers['sec-fetch-site'] !== undefined || request.headers.origin !== undefined;
    if (asksForData(request) || !isKnownAsOurs)
      return answers.problem(request, reply, problemOf[why], visitor ? 'work' : 'door', visitor);
    const from = cameFrom(request);
    // The page as it stood, with what its address asked for; a form's own address has nothing of it.
    const isFromHere = from !== null && from.split('?')[0] === request.url.split('?')[0];
    const to = registered.get && !isFromHere ? request.url : (from ?? parts.ways.workspace());
    const view = unsentView({
      why,
      pairs,
      fields: limits,
      files: Object.keys(files ?? {}),
      // Whoever sits down at a machine that somebody left cannot change how its owner signs in, or close their account.
      signIn: parts.ways[why === 'passkey' ? 'showPasskey' : why === 'too long ago' ? 'signInAgain' : 'signIn'](to),
      workspace: parts.ways.ownOrganisation(),
      name: visitor?.name ?? null,
      csrf: why === 'signed in' ? (visitor?.csrf ?? null) : null,
    });
    reply.headers(answers.headers);
    const { status } = problems[problemOf[why]];
    const gate = visitor ? 'work' : 'door';
    return reply.send(answers.page(request, reply, gate, { kind: 'view', status: 422, view }, visitor, status));
  }

  /** The same, of a form that was not read yet. Nobody's files are read: they are chosen again. */
  async function unsent(
    request: FastifyRequest,
    reply: FastifyReply,
    registered: WorkPage<unknown, unknown>,
    why: WhyUnsent,
    visitor: Visitor | null,
  ): Promise<FastifyReply> {
    const reading =
      visitor === null && request.isMultipart() ? null : await readSent(request, reply, takenBy(registered));
    if (reading === null || reading.kind === 'refused')
      return answers.problem(request, reply, problemOf[why], visitor ? 'work' : 'door', visitor);
    return answerUnsent(
      request,
      reply,
      registered,
      why,
      visitor,
      reading.kind === 'sent'
        ? pairsOf(reading.sent.fields)
        : reading.pairs.map(([name, value]) => [name, readable(value)] as const),
    );
  }

  return (registered) => {
    const { get, post, prepare } = registered;
    if (get) {
      app.get(registered.path, { exposeHeadRoute: false }, async (request, reply) => {
        const behind = await behinds.visitor(request);
        if (!behind) return reply.header('cache-control', 'no-store').redirect(parts.ways.signIn(request.url), 303);
        if (!behind.isWhole)
          return reply.header('cache-control', 'no-store').redirect(parts.ways.showPasskey(request.url), 303);
        const visitor = drawn(behind.visitor);
        parts.askers.note(request, visitor);
        if (!may(visitor, registered.needs)) return refusals.refuse(request, reply, registered, 'not-allowed', visitor);
        if (registered.fresh === 'page' && !behind.isFresh)
          return reply.header('cache-control', 'no-store').redirect(parts.ways.signInAgain(request.url), 303);
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
      if (!behind?.isWhole) {
        if (behind) refusals.note(request, registered, 'passkey-needed', behind.visitor);
        return unsent(request, reply, registered, behind ? 'passkey' : 'signed out', null);
      }
      const visitor = drawn(behind.visitor);
      parts.askers.note(request, visitor);
      if (!may(visitor, registered.needs)) return refusals.refuse(request, reply, registered, 'not-allowed', visitor);
      if (registered.fresh !== undefined && !behind.isFresh)
        return unsent(request, reply, registered, 'too long ago', visitor);
      const params = parametersOf(registered, request);
      if (!params.success) return answers.problem(request, reply, 'not-found', 'work', visitor);
      return withSent(request, reply, registered, visitor, async (sent) => {
        const { csrf, mark } = partsOf(sent.fields.get('csrf'));
        if (!isSameToken(csrf, behind.visitor.csrf)) {
          refusals.note(request, registered, 'form-expired', visitor);
          const why = isOfSession(csrf, behind.token) ? 'other organisation' : 'signed in';
          return answerUnsent(request, reply, registered, why, visitor, pairsOf(sent.fields));
        }
        const prepared = await prepare?.(sent);
        const outcome = await acted(request, registered, sent.fields, () =>
          gates.work.write(standingOf(visitor), async (db) => {
            const context = common(request, params.data);
            const act = () =>
              post({
                db,
                visitor,
                withdrawables: withdrawables.filter(({ needs }) => may(visitor, needs)),
                prepared,
                demonstration: parts.settings.demonstration,
                key: parts.key,
                ...sent,
                ...context,
              });
            const made = mark === null ? await act() : await actOnce(db, signOf(request.url, sent), context.now, act);
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
