/** Refusals, and what of an outcome matters for security: whoever guards the installation hears of them. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Outcome } from '../page.js';
import type { TellSecurity } from '../security.js';
import type { Visitor } from '../visitor.js';
import type { Answers } from './answer.js';
import { senderOf } from './edge.js';
import type { AnyPage } from './registered.js';

export type Refusal = 'wrong-origin' | 'form-expired' | 'not-allowed' | 'passkey-needed';

export interface Refusals {
  /** Lets whoever guards the installation hear of it; the caller answers. */
  note(request: FastifyRequest, registered: AnyPage, code: Refusal, visitor: Visitor | null): void;
  refuse(
    request: FastifyRequest,
    reply: FastifyReply,
    registered: AnyPage,
    code: Refusal,
    visitor: Visitor | null,
  ): FastifyReply;
  hear(registered: AnyPage, outcome: Outcome, visitor: Visitor | null): Outcome;
}

export function makeRefusals(tell: TellSecurity, answers: Answers, behindProxy: boolean): Refusals {
  /** A refusal of which whoever guards the installation hears; of somebody who takes part, without any mark. */
  function note(request: FastifyRequest, registered: AnyPage, code: Refusal, visitor: Visitor | null): void {
    const whose =
      registered.gate === 'intake'
        ? {}
        : visitor
          ? { account: visitor.account }
          : { sender: senderOf(request.raw, behindProxy) };
    tell({
      name: code === 'not-allowed' || code === 'passkey-needed' ? 'right-refused' : 'form-refused',
      how: code,
      page: registered.path,
      ...whose,
    });
  }

  function refuse(
    request: FastifyRequest,
    reply: FastifyReply,
    registered: AnyPage,
    code: Refusal,
    visitor: Visitor | null,
  ): FastifyReply {
    note(request, registered, code, visitor);
    return answers.problem(
      request,
      reply,
      code,
      code === 'passkey-needed' ? 'door' : registered.gate,
      code === 'passkey-needed' ? null : visitor,
    );
  }

  /** What of an outcome matters for security: a file that leaves the workspace, a refusal that only the page could decide, a limit at the intake. */
  function hear(registered: AnyPage, outcome: Outcome, visitor: Visitor | null): Outcome {
    const page = registered.path;
    if (registered.gate === 'work' && outcome.kind === 'file')
      tell({ name: 'export', page, account: visitor?.account ?? null });
    if (outcome.kind === 'halt' && (outcome.problem === 'not-allowed' || outcome.problem === 'form-expired'))
      tell({
        name: outcome.problem === 'not-allowed' ? 'right-refused' : 'form-refused',
        how: outcome.problem,
        page,
        account: visitor?.account ?? null,
      });
    if (
      registered.gate === 'intake' &&
      ((outcome.kind === 'halt' && outcome.problem === 'too-many') || ('status' in outcome && outcome.status === 429))
    )
      tell({ name: 'limit', page });
    return outcome;
  }

  return { note, refuse, hear };
}
