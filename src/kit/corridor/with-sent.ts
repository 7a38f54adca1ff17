/** Reads what a form sent before anything is done with it. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Disk } from '../disk.js';
import type { Faults } from '../log.js';
import { MendView, mendWords } from '../mend-page.js';
import type { Sent, WorkPage } from '../page.js';
import type { IntakeVoice } from '../room.js';
import { nearlyFull } from '../unavailable.js';
import type { Visitor } from '../visitor.js';
import type { Answers } from './answer.js';
import { type AnyPage, takenBy } from './registered.js';
import { drained, languagesOf, readSent } from './sent.js';

export type WithSent = (
  request: FastifyRequest,
  reply: FastifyReply,
  registered: AnyPage,
  visitor: Visitor | null,
  goOn: (sent: Sent) => Promise<FastifyReply>,
) => Promise<FastifyReply>;

export interface WithSentParts {
  readonly answers: Answers;
  readonly faults: Faults;
  readonly disk?: Disk | undefined;
  readonly intakeVoice?: IntakeVoice | undefined;
}

export function makeWithSent({ answers, faults, disk, intakeVoice }: WithSentParts): WithSent {
  /** Reads the form and goes on with what it sent; answers by itself where that cannot be taken. */
  async function withSent(
    request: FastifyRequest,
    reply: FastifyReply,
    registered: AnyPage,
    visitor: Visitor | null,
    goOn: (sent: Sent) => Promise<FastifyReply>,
  ): Promise<FastifyReply> {
    const taken = takenBy(registered as WorkPage<unknown, unknown>);
    const short = registered.gate === 'work' ? (disk?.short() ?? null) : null;
    if (short === 'all but answers' || (short === 'files' && taken.files !== undefined)) {
      const now = nearlyFull(short);
      faults.tell(now.kind, 'warn', {}, now.told);
      await drained(request);
      return answers.problem(
        request,
        reply.header('retry-after', now.retryAfter),
        now.problem,
        registered.gate,
        visitor,
      );
    }
    const reading = await readSent(request, reply, taken);
    if (reading.kind === 'sent') return goOn(reading.sent);
    if (reading.kind === 'refused') {
      // Who may send a file hears the refusal to its end; anybody else is cut off.
      if (taken.files !== undefined) await drained(request);
      else reply.header('connection', 'close');
      return answers.problem(request, reply, reading.problem, registered.gate, visitor);
    }
    const given = { pairs: reading.pairs, faulty: reading.faulty, files: Object.keys(taken.files ?? {}) };
    const isTold = registered.gate === 'intake' && intakeVoice !== undefined;
    const view = isTold
      ? intakeVoice.mend({ ...given, languages: languagesOf(request) })
      : { title: mendWords.title, main: MendView(given) };
    return answers.outcome(request, reply, registered.gate, { kind: 'view', status: 422, view }, visitor);
  }

  return withSent;
}
