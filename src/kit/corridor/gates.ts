/**
 * The corridor of each gate: shelf (public pages kept in memory) -> [origin, visitor, capability, parameters, form, token] -> page -> answer.
 * A POST of the workspace is one transaction: it opens here, it commits here, and the answer goes out after the commit (house law A.4).
 */
import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { momentOf } from '../db/client.js';
import type { Disk } from '../disk.js';
import { type Gates, nobody, type Read, type Standing } from '../db/gate.js';
import { bytesAtMost, type FieldLimits, type FileLimits } from '../fields.js';
import { minuteLimit } from '../limit.js';
import type { Faults } from '../log.js';
import type { DoorPage, DoorSettings, Fields, IntakePage, Outcome, PublicPage, Sent, WorkPage } from '../page.js';
import { keptOf, retentionOf } from '#kit/retention/catalogue.js';
import { kitRefusals } from '../own-refusals.js';
import { problems } from '../problems.js';
import { isOvertaken, refusedRow, rowWords } from '../refused-row.js';
import type { IntakeVoice, Room } from '../room.js';
import { queryOf } from '../address.js';
import { attemptKey, carriedBy, roomToCarry } from '../attempt-cookies.js';
import { type TellSecurity, tellSecurity } from '../security.js';
import { cookieNames, csrfOf, endSession, findSession, isOfSession, marksIn, seeSession, workIn } from '../session.js';
import { addressOf } from '../canonical.js';
import { makeTallies } from '../publications/tally.js';
import { revisionNow } from '../publications/publications.js';
import type { Shelf } from '../shelf.js';
import { nearlyFull, unavailable } from '../unavailable.js';
import { tokenHash } from '../token.js';
import { may, type Visitor } from '../visitor.js';
import { withdrawalBook } from '../withdrawals/withdrawals.js';
import { type Answers, fileHeaders } from './answer.js';
import { isAskedHere, senderOf } from './edge.js';
import type { Askers } from './asker.js';
import { MendView, mendWords } from '../mend-page.js';
import { RefusedRowView } from './refused-row-page.js';
import { drained, fieldsOf, jsonSent, languagesOf, readSent } from './sent.js';

export interface CorridorParts {
  /** Whether a reverse proxy of the same machine or network stands before Kept. */
  readonly behindProxy: boolean;
  readonly faults: Faults;
  readonly rooms: readonly Room[];
  readonly gates: Gates;
  readonly clock: () => Date;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly settings: DoorSettings;
  /** Kept's key for one purpose, the same in every process. */
  readonly key: (purpose: string) => Buffer;
  readonly visitorOf: (
    read: Read,
    account: string,
    organisation: string | null,
  ) => Promise<Omit<Visitor, 'csrf'> | null>;
  /** Who is told of what matters for security; nobody where it is left out. */
  readonly tellSecurity?: TellSecurity | undefined;
  /** Whether there is room on it; where it is left out nobody looks. */
  readonly disk?: Disk | undefined;
  /** Called after every commit of the workspace: a job may have been asked for. */
  readonly afterWrite: () => void;
  /** What the intake says itself, in the readers' languages. */
  readonly intakeVoice?: IntakeVoice | undefined;
  readonly askers: Askers;
}

interface Behind {
  readonly visitor: Visitor;
  readonly token: string;
  /** False while a passkey is still to be shown: then the session opens nothing but the page that asks for it. */
  readonly isWhole: boolean;
  readonly isFresh: boolean;
}

/** The registry forgot each page's parameter type on purpose (page.ts): here the page's own schema vouches for it. */
type AnyPage = PublicPage<unknown> | WorkPage<unknown, unknown> | DoorPage<unknown> | IntakePage<unknown>;

function isEqual(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}

/** A form must come from a page of this site: the browser says so, and no browser lets a page lie about it. */
function isOwnOrigin(request: FastifyRequest, baseUrl: string): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.headers.origin;
  if (origin === undefined) return true;
  return origin === baseUrl || (URL.canParse(origin) && new URL(origin).host === request.headers.host);
}

function standingOf(visitor: Visitor): Standing {
  return { account: visitor.account, organisation: visitor.organisation, boards: visitor.boards };
}

function parametersOf(registered: AnyPage, request: FastifyRequest): z.ZodSafeParseResult<unknown> {
  return registered.params.safeParse(request.params);
}

/** What a page declared that its form may bring. A page that takes a form and says nothing of it is a fault of ours. */
function takenBy(registered: {
  readonly path: string;
  readonly fields?: FieldLimits | undefined;
  readonly files?: FileLimits | undefined;
}): { readonly fields: FieldLimits; readonly files: FileLimits | undefined } {
  if (registered.fields === undefined)
    throw new Error(`The page ${registered.path} takes a form and does not declare its fields (kit/fields.ts)`);
  return { fields: registered.fields, files: registered.files };
}

/** Pages a minute for one sender that are made for their address alone: a school whose pupils search all at once stays far below. */
const askedAtMost = 600;

export function openCorridor(app: FastifyInstance, parts: CorridorParts, shelf: Shelf, answers: Answers): void {
  const { gates, clock, baseUrl, faults } = parts;
  const tell: TellSecurity = parts.tellSecurity ?? (() => undefined);
  const isSecure = baseUrl.startsWith('https:');
  const names = cookieNames(isSecure);
  const { intakeVoice, askers } = parts;
  const asked = minuteLimit(askedAtMost);
  const [tallies, talliesAtWork] = [makeTallies(), makeTallies()];
  const places = parts.rooms.flatMap((room) => room.places ?? []);
  const keeping = { deleted: retentionOf(parts.rooms, ''), kept: keptOf(parts.rooms) };
  const withdrawables = parts.rooms.flatMap((room) => room.withdrawables ?? []);
  const withdrawn = withdrawalBook(() =>
    gates.public.read(nobody, (read) => read.selectFrom('published.withdrawal').selectAll().execute()),
  );

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
    const visitor = { ...found.visitor, csrf, session: tokenHash(token).toString('hex') };
    // The invented people of the demonstration have no device to hold a passkey.
    const isWhole =
      visitor.needsPasskey !== true ||
      found.session.hasShownPasskey ||
      (visitor.persona && parts.settings.demonstration);
    return { visitor, token, isWhole, isFresh: found.session.isFresh };
  }

  function seatBehind(request: FastifyRequest): string | null {
    const token = request.cookies[names.seat];
    return token !== undefined && /^[\w-]{43}$/.test(token) ? token : null;
  }

  function onceBehind(request: FastifyRequest): readonly string[] {
    return marksIn(request.cookies[names.once]);
  }

  /** A refusal of which whoever guards the installation hears; of somebody who takes part, without any mark. */
  function refuse(
    request: FastifyRequest,
    reply: FastifyReply,
    registered: AnyPage,
    code: 'wrong-origin' | 'form-expired' | 'not-allowed' | 'passkey-needed',
    visitor: Visitor | null,
  ): FastifyReply {
    const whose =
      registered.gate === 'intake'
        ? {}
        : visitor
          ? { account: visitor.account }
          : { sender: senderOf(request.raw, parts.behindProxy) };
    tell({
      name: code === 'not-allowed' || code === 'passkey-needed' ? 'right-refused' : 'form-refused',
      how: code,
      page: registered.path,
      ...whose,
    });
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

  function common<P>(request: FastifyRequest, params: P) {
    return { params, query: queryOf(request.query), now: clock(), site: baseUrl };
  }

  const refusals = [kitRefusals, ...parts.rooms.flatMap((room) => room.refusals ?? [])];

  /**
   * One act in one transaction. Where the database refused it because somebody else was a moment earlier, it is tried once more: the room's own
   * rules see what is there now and answer. A row that is refused again is an answer too, with everything that was typed.
   */
  async function acted(
    request: FastifyRequest,
    registered: WorkPage<unknown, unknown> | DoorPage<unknown>,
    sent: Fields,
    act: () => Promise<Outcome>,
  ): Promise<Outcome> {
    try {
      return await act();
    } catch (problem) {
      if (!isOvertaken(problem)) throw problem;
    }
    try {
      return await act();
    } catch (problem) {
      const row = refusedRow(problem);
      if (row === null) throw problem;
      const reference = faults.tell(
        `row ${row.constraint}`,
        'error',
        { err: problem, route: registered.path },
        'A constraint refused a row that no rule had refused: the sender was told so',
      );
      const pairs = sent.names().flatMap((name) => sent.all(name).map((value) => [name, value] as const));
      const { fields, files } = takenBy(registered);
      const main = RefusedRowView({
        problem: row.problem,
        words: rowWords(refusals, row),
        pairs,
        fields,
        files: Object.keys(files ?? {}),
        page: registered.get ? request.url : null,
        reference,
      });
      return {
        kind: 'view',
        status: row.problem === 'not-kept' ? 422 : 409,
        view: { title: problems[row.problem].title, main },
      };
    }
  }

  /** Reads the form and goes on with what it sent; answers by itself where that cannot be taken. */
  async function withSent(
    request: FastifyRequest,
    reply: FastifyReply,
    registered: AnyPage,
    visitor: Visitor | null,
    goOn: (sent: Sent) => Promise<FastifyReply>,
  ): Promise<FastifyReply> {
    const taken = takenBy(registered as WorkPage<unknown, unknown>);
    const short = registered.gate === 'work' ? (parts.disk?.short() ?? null) : null;
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

  function addPublic(registered: PublicPage<unknown>): void {
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
  }

  /** Whoever sits down at a machine that somebody left cannot change how its owner signs in, or close their account. */
  function signInAgain(reply: FastifyReply, url: string): FastifyReply {
    return reply.header('cache-control', 'no-store').redirect(`/sign-in?again=yes&to=${encodeURIComponent(url)}`, 303);
  }

  function addWork(registered: WorkPage<unknown, unknown>): void {
    const { get, post, prepare } = registered;
    if (get) {
      app.get(registered.path, { exposeHeadRoute: false }, async (request, reply) => {
        const behind = await visitorBehind(request);
        if (!behind)
          return reply
            .header('cache-control', 'no-store')
            .redirect(`/sign-in?to=${encodeURIComponent(request.url)}`, 303);
        if (!behind.isWhole)
          return reply
            .header('cache-control', 'no-store')
            .redirect(`/sign-in/passkey?to=${encodeURIComponent(request.url)}`, 303);
        const { visitor } = behind;
        askers.note(request, visitor);
        if (!may(visitor, registered.needs)) return refuse(request, reply, registered, 'not-allowed', visitor);
        if (registered.fresh === 'page' && !behind.isFresh) return signInAgain(reply, request.url);
        const params = parametersOf(registered, request);
        if (!params.success) return answers.problem(request, reply, 'not-found', 'work', visitor);
        const mine = places.filter(({ needs }) => may(visitor, needs));
        const outcome = await gates.work.read(standingOf(visitor), (db) =>
          talliesAtWork.during(
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
        return answers.outcome(request, reply, 'work', hear(registered, outcome, visitor), visitor);
      });
    }
    if (!post) return;
    app.post(registered.path, { bodyLimit: bytesAtMost(takenBy(registered).fields) }, async (request, reply) => {
      if (!isOwnOrigin(request, baseUrl)) return refuse(request, reply, registered, 'wrong-origin', null);
      const behind = await visitorBehind(request);
      if (!behind) return answers.problem(request, reply, 'sign-in-needed', 'door', null);
      if (!behind.isWhole) return refuse(request, reply, registered, 'passkey-needed', behind.visitor);
      const { visitor } = behind;
      askers.note(request, visitor);
      if (!may(visitor, registered.needs)) return refuse(request, reply, registered, 'not-allowed', visitor);
      if (registered.fresh !== undefined && !behind.isFresh) return signInAgain(reply, request.url);
      const params = parametersOf(registered, request);
      if (!params.success) return answers.problem(request, reply, 'not-found', 'work', visitor);
      return withSent(request, reply, registered, visitor, async (sent) => {
        if (!isEqual(sent.fields.get('csrf'), visitor.csrf))
          return refuse(request, reply, registered, 'form-expired', visitor);
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
        return answers.outcome(request, reply, 'work', hear(registered, outcome, visitor), visitor);
      });
    });
  }

  function addDoor(registered: DoorPage<unknown>): void {
    const { get, post } = registered;
    if (get) {
      app.get(registered.path, { exposeHeadRoute: false }, async (request, reply) => {
        const params = parametersOf(registered, request);
        if (!params.success) return answers.problem(request, reply, 'not-found', 'door', null);
        const behind = await visitorBehind(request);
        const visitor = behind?.isWhole ? behind.visitor : null;
        const pending = behind && !behind.isWhole ? behind.visitor : null;
        const outcome = await gates.work.read(nobody, (db) =>
          get({
            db,
            visitor,
            pending,
            seat: seatBehind(request),
            once: onceBehind(request),
            settings: parts.settings,
            ...common(request, params.data),
          }),
        );
        return answers.outcome(request, reply, 'door', outcome, visitor);
      });
    }
    if (!post) return;
    app.post(registered.path, { bodyLimit: bytesAtMost(takenBy(registered).fields) }, async (request, reply) => {
      if (!isOwnOrigin(request, baseUrl)) return refuse(request, reply, registered, 'wrong-origin', null);
      const params = parametersOf(registered, request);
      if (!params.success) return answers.problem(request, reply, 'not-found', 'door', null);
      return withSent(request, reply, registered, null, async ({ fields }) => {
        const behind = await visitorBehind(request);
        if (behind && fields.get('csrf') !== '' && !isOfSession(fields.get('csrf'), behind.token))
          return refuse(request, reply, registered, 'form-expired', null);
        const outcome = await acted(request, registered, fields, () =>
          gates.work.write(nobody, async (db) => {
            const context = {
              db,
              visitor: behind?.isWhole ? behind.visitor : null,
              pending: behind && !behind.isWhole ? behind.visitor : null,
              seat: seatBehind(request),
              once: onceBehind(request),
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
        return answers.outcome(request, reply, 'door', hear(registered, outcome, null), null);
      });
    });
  }

  /** While the database is away: that it is, in a language of whoever takes part, and a way to send the same once more. */
  async function orAway(
    registered: AnyPage,
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
      const href = request.url.split('?')[0] ?? '/take';
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
    return answers.outcome(request, reply, 'intake', hear(registered, made, null), null);
  }

  function addIntake(registered: IntakePage<unknown>): void {
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
        if (!isOwnOrigin(request, baseUrl)) return refuse(request, reply, registered, 'wrong-origin', null);
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
  }

  for (const room of parts.rooms) {
    for (const registered of room.pages as unknown as readonly AnyPage[]) {
      if (registered.gate === 'public') {
        if (!registered.onlyInDemonstration || parts.settings.demonstration) addPublic(registered);
      } else if (registered.gate === 'work') addWork(registered);
      else if (registered.gate === 'intake') addIntake(registered);
      else addDoor(registered);
    }
  }
}
