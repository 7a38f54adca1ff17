/** The door: pages of whoever comes in, signed in or not. A POST is one transaction, as in the workspace. */
import { nobody } from '../db/gate.js';
import { bytesAtMost } from '../fields.js';
import type { DoorPage } from '../page.js';
import { tellSecurity } from '../security.js';
import { endSession, isOfSession } from '../session.js';
import type { Corridor } from './corridor.js';
import { senderOf } from './edge.js';
import { isOwnOrigin } from './own-form.js';
import { parametersOf, takenBy } from './registered.js';

export function openDoorGate(corridor: Corridor): (registered: DoorPage<unknown>) => void {
  const { app, parts, answers, behinds, refusals, acted, withSent, common } = corridor;
  const { gates, baseUrl } = parts;

  return (registered) => {
    const { get, post } = registered;
    if (get) {
      app.get(registered.path, { exposeHeadRoute: false }, async (request, reply) => {
        const params = parametersOf(registered, request);
        if (!params.success) return answers.problem(request, reply, 'not-found', 'door', null);
        const behind = await behinds.visitor(request);
        const visitor = behind?.isWhole ? behind.visitor : null;
        const pending = behind && !behind.isWhole ? behind.visitor : null;
        const outcome = await gates.work.read(nobody, (db) =>
          get({
            db,
            visitor,
            pending,
            pass: behinds.pass(request),
            once: behinds.once(request),
            settings: parts.settings,
            ...common(request, params.data),
          }),
        );
        // The forms of whoever has still to show a passkey carry their token, too.
        return answers.outcome(request, reply, 'door', outcome, visitor ?? pending);
      });
    }
    if (!post) return;
    app.post(registered.path, { bodyLimit: bytesAtMost(takenBy(registered).fields) }, async (request, reply) => {
      if (!isOwnOrigin(request, baseUrl)) return refusals.refuse(request, reply, registered, 'wrong-origin', null);
      const params = parametersOf(registered, request);
      if (!params.success) return answers.problem(request, reply, 'not-found', 'door', null);
      return withSent(request, reply, registered, null, async ({ fields }) => {
        const behind = await behinds.visitor(request);
        if (behind && fields.get('csrf') !== '' && !isOfSession(fields.get('csrf'), behind.token))
          return refusals.refuse(request, reply, registered, 'form-expired', null);
        const outcome = await acted(request, registered, fields, () =>
          gates.work.write(nobody, async (db) => {
            const context = {
              db,
              visitor: behind?.isWhole ? behind.visitor : null,
              pending: behind && !behind.isWhole ? behind.visitor : null,
              pass: behinds.pass(request),
              once: behinds.once(request),
              sender: senderOf(request.raw, parts.behindProxy),
              settings: parts.settings,
              key: parts.key,
              fields,
            };
            const made = await post({ ...context, ...common(request, params.data) });
            // A session that is left, or changed for another, ends in the database too.
            if (
              made.kind === 'redirect' &&
              made.session &&
              ('begin' in made.session || 'end' in made.session) &&
              behind
            )
              await endSession(db, behind.token);
            if (made.kind === 'redirect' && made.session && 'end' in made.session && behind)
              tellSecurity(db, { name: 'sign-out', account: behind.visitor.account });
            return made;
          }),
        );
        // A letter may have been asked for. It goes out after the answer, which so takes the same time with and without one.
        parts.afterWrite();
        return answers.outcome(
          request,
          reply,
          'door',
          refusals.hear(registered, outcome, null),
          behind?.visitor ?? null,
        );
      });
    });
  };
}
