/** Who stands behind a request: the session in its cookie, the pass of somebody without an account, marks of what was done once. */
import type { FastifyRequest } from 'fastify';
import { momentOf } from '../db/client.js';
import { nobody } from '../db/gate.js';
import { cookieNames, csrfOf, findSession, marksIn, seeSession } from '../session.js';
import { tokenHash } from '../token.js';
import { rightsOf, type Visitor } from '../visitor.js';
import type { CorridorParts } from './corridor.js';

export interface Behind {
  readonly visitor: Visitor;
  readonly token: string;
  /** False while a passkey is still to be shown: then the session opens nothing but the page that asks for it. */
  readonly isWhole: boolean;
  readonly isFresh: boolean;
}

export interface Behinds {
  /** Null for whoever is not signed in. */
  visitor(request: FastifyRequest): Promise<Behind | null>;
  pass(request: FastifyRequest): string | null;
  once(request: FastifyRequest): readonly string[];
}

export function makeBehinds(parts: CorridorParts): Behinds {
  const { gates, clock } = parts;
  const names = cookieNames(parts.baseUrl.startsWith('https:'));

  async function visitorBehind(request: FastifyRequest): Promise<Behind | null> {
    const token = request.cookies[names.session];
    if (token === undefined || token.length !== 43) return null;
    const now = clock();
    const found = await gates.work.read(nobody, async (read) => {
      const session = await findSession(read, token, now);
      if (!session) return null;
      const visitor = await parts.visitorOf(read, session.account, session.organisation);
      return visitor ? { visitor, session } : null;
    });
    if (!found) return null;
    // Only to know when somebody was last here: where nothing can be written, they go on all the same.
    if (found.session.isStale)
      await gates.work
        .write(nobody, (write) => seeSession(write, token, found.session, now))
        .catch((problem: unknown) => {
          if (momentOf(problem) === null) throw problem;
        });
    // Of where they act now, which the session need not say: it may have chosen nothing, or a place where no role is left.
    const csrf = csrfOf(token, found.visitor.organisation);
    const rights = rightsOf(parts.rooms, found.visitor.roles);
    const visitor = { ...found.visitor, rights, csrf, session: tokenHash(token).toString('hex') };
    // The invented people of the demonstration have no device to hold a passkey.
    const isWhole =
      visitor.needsPasskey !== true ||
      found.session.hasShownPasskey ||
      (visitor.persona && parts.settings.demonstration);
    return { visitor, token, isWhole, isFresh: found.session.isFresh };
  }

  function passBehind(request: FastifyRequest): string | null {
    const token = request.cookies[names.pass];
    return token !== undefined && /^[\w-]{43}$/.test(token) ? token : null;
  }

  return {
    visitor: visitorBehind,
    pass: passBehind,
    once: (request) => marksIn(request.cookies[names.once]),
  };
}
