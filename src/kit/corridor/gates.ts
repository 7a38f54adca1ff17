/**
 * The corridor of each gate: shelf (public pages kept in memory) -> [origin, visitor, capability, parameters, form, token] -> page -> answer.
 * A POST of the workspace is one transaction: it opens here, it commits here, and the answer goes out after the commit (house law A.4).
 */
import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type Gates, nobody, type Read, type Standing } from '../db/gate.js';
import { bytesAtMost, type FieldLimits, type FileLimits } from '../fields.js';
import type { DoorPage, DoorSettings, IntakePage, PublicPage, Sent, WorkPage } from '../page.js';
import type { Room } from '../room.js';
import { attemptCookieName, cookieName, csrfOf, endSession, findSession, seatCookieName, seeSession, workIn } from '../session.js';
import type { Shelf } from '../shelf.js';
import { may, type Visitor } from '../visitor.js';
import type { Answers } from './answer.js';
import { MendView } from './mend-page.js';
import { drained, fieldsOf, jsonSent, readSent } from './sent.js';

export interface CorridorParts {
  readonly rooms: readonly Room[];
  readonly gates: Gates;
  readonly clock: () => Date;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly settings: DoorSettings;
  /** Kept's key for one purpose, the same in every process. */
  readonly key: (purpose: string) => Buffer;
  readonly visitorOf: (read: Read, account: string, csrf: string, organisation: string | null) => Promise<Visitor | null>;
  /** Called after every commit of the workspace: a job may have been asked for. */
  readonly afterWrite: () => void;
}

/** The registry forgot each page's parameter type on purpose (page.ts): here the page's own schema vouches for it. */
type AnyPage = PublicPage<unknown> | WorkPage<unknown, unknown> | DoorPage<unknown> | IntakePage<unknown>;

/** Bytes that a refused upload may still send before it is cut off. */
const drainedAtMost = 256 * 1024 * 1024;

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
function takenBy(registered: { readonly path: string; readonly fields?: FieldLimits | undefined; readonly files?: FileLimits | undefined }): { readonly fields: FieldLimits; readonly files: FileLimits | undefined } {
  if (registered.fields === undefined) throw new Error(`The page ${registered.path} takes a form and does not declare its fields (kit/fields.ts)`);
  return { fields: registered.fields, files: registered.files };
}

export function openCorridor(app: FastifyInstance, parts: CorridorParts, shelf: Shelf, answers: Answers): void {
  const { gates, clock, baseUrl } = parts;
  const places = parts.rooms.flatMap((room) => room.places ?? []);

  async function visitorBehind(request: FastifyRequest): Promise<{ visitor: Visitor; token: string } | null> {
    const token = request.cookies[cookieName];
    if (token === undefined || token.length !== 43) return null;
    const now = clock();
    const found = await gates.work.read(nobody, async (read) => {
      const session = await findSession(read, token, now);
      if (!session) return null;
      const visitor = await parts.visitorOf(read, session.account, csrfOf(token), session.organisation);
      return visitor ? { visitor, isStale: session.isStale } : null;
    });
    if (!found) return null;
    if (found.isStale) await gates.work.write(nobody, (write) => seeSession(write, token, now));
    return { visitor: found.visitor, token };
  }

  function seatBehind(request: FastifyRequest): string | null {
    const token = request.cookies[seatCookieName];
    return token !== undefined && /^[\w-]{43}$/.test(token) ? token : null;
  }

  function common<P>(request: FastifyRequest, params: P) {
    return { params, query: request.query as Readonly<Record<string, string>>, now: clock(), site: baseUrl };
  }

  /** Reads the form and goes on with what it sent; answers by itself where that cannot be taken. */
  async function withSent(request: FastifyRequest, reply: FastifyReply, registered: AnyPage, visitor: Visitor | null, goOn: (sent: Sent) => Promise<FastifyReply>): Promise<FastifyReply> {
    const taken = takenBy(registered as WorkPage<unknown, unknown>);
    const reading = await readSent(request, reply, taken);
    if (reading.kind === 'sent') return goOn(reading.sent);
    if (reading.kind === 'refused') {
      // Who may send a file hears the refusal to its end; anybody else is cut off.
      if (taken.files !== undefined) await drained(request.raw, drainedAtMost);
      else reply.header('connection', 'close');
      return answers.problem(request, reply, reading.problem, registered.gate, visitor);
    }
    const { pairs, faulty } = reading;
    const view = { title: 'This text cannot be saved as it is', main: MendView({ pairs, faulty, files: Object.keys(taken.files ?? {}) }) };
    return answers.outcome(request, reply, registered.gate, { kind: 'view', status: 422, view }, visitor);
  }

  function addPublic(registered: PublicPage<unknown>): void {
    app.get(registered.path, { exposeHeadRoute: true }, async (request, reply) => {
      const params = parametersOf(registered, request);
      if (!params.success) return answers.problem(request, reply, 'not-found', 'public', null);
      const from = await shelf.check();
      const outcome = await gates.public.read(nobody, (db) => registered.get({ db, ...common(request, params.data) }));
      const plainUrl = Object.keys(request.query as object).length === 0;
      if (registered.cached && plainUrl && (outcome.kind === 'view' || (outcome.kind === 'file' && outcome.download === undefined))) {
        const body = outcome.kind === 'view' ? answers.page(request, reply, 'public', outcome, null) : outcome.body;
        const type = outcome.kind === 'view' ? 'text/html; charset=utf-8' : outcome.type;
        const caching = outcome.kind === 'file' && outcome.forever ? 'public, max-age=31536000, immutable' : 'no-cache';
        reply.hijack();
        shelf.keepAndServe(request.raw, reply.raw, { body, type, headers: { ...answers.headers, 'cache-control': caching }, from });
        return reply;
      }
      reply.header('cache-control', 'no-cache');
      return answers.outcome(request, reply, 'public', outcome, null);
    });
  }

  function addWork(registered: WorkPage<unknown, unknown>): void {
    const { get, post, prepare } = registered;
    if (get) {
      app.get(registered.path, { exposeHeadRoute: false }, async (request, reply) => {
        const behind = await visitorBehind(request);
        if (!behind) return reply.headers(answers.headers).redirect(`/sign-in?to=${encodeURIComponent(request.url)}`, 303);
        const { visitor } = behind;
        if (!may(visitor, registered.needs)) return answers.problem(request, reply, 'not-allowed', 'work', visitor);
        const params = parametersOf(registered, request);
        if (!params.success) return answers.problem(request, reply, 'not-found', 'work', visitor);
        const mine = places.filter(({ needs }) => may(visitor, needs));
        const outcome = await gates.work.read(standingOf(visitor), (db) => get({ db, visitor, places: mine, ...common(request, params.data) }));
        return answers.outcome(request, reply, 'work', outcome, visitor);
      });
    }
    if (!post) return;
    app.post(registered.path, { bodyLimit: bytesAtMost(takenBy(registered).fields) }, async (request, reply) => {
      if (!isOwnOrigin(request, baseUrl)) return answers.problem(request, reply, 'wrong-origin', 'work', null);
      const behind = await visitorBehind(request);
      if (!behind) return answers.problem(request, reply, 'sign-in-needed', 'door', null);
      const { visitor } = behind;
      if (!may(visitor, registered.needs)) return answers.problem(request, reply, 'not-allowed', 'work', visitor);
      const params = parametersOf(registered, request);
      if (!params.success) return answers.problem(request, reply, 'not-found', 'work', visitor);
      return withSent(request, reply, registered, visitor, async (sent) => {
        if (!isEqual(sent.fields.get('csrf'), visitor.csrf)) return answers.problem(request, reply, 'form-expired', 'work', visitor);
        const prepared = await prepare?.(sent);
        const outcome = await gates.work.write(standingOf(visitor), async (db) => {
          const made = await post({ db, visitor, prepared, demonstration: parts.settings.demonstration, key: parts.key, ...sent, ...common(request, params.data) });
          if (made.kind === 'redirect' && made.session && 'workIn' in made.session) await workIn(db, behind.token, made.session.workIn);
          return made;
        });
        shelf.doubt();
        parts.afterWrite();
        if ('afterCommit' in outcome) await outcome.afterCommit?.();
        return answers.outcome(request, reply, 'work', outcome, visitor);
      });
    });
  }

  function addDoor(registered: DoorPage<unknown>): void {
    const { get, post } = registered;
    if (get) {
      app.get(registered.path, { exposeHeadRoute: false }, async (request, reply) => {
        const params = parametersOf(registered, request);
        if (!params.success) return answers.problem(request, reply, 'not-found', 'door', null);
        const visitor = (await visitorBehind(request))?.visitor ?? null;
        const outcome = await gates.work.read(nobody, (db) => get({ db, visitor, seat: seatBehind(request), settings: parts.settings, ...common(request, params.data) }));
        return answers.outcome(request, reply, 'door', outcome, visitor);
      });
    }
    if (!post) return;
    app.post(registered.path, { bodyLimit: bytesAtMost(takenBy(registered).fields) }, async (request, reply) => {
      if (!isOwnOrigin(request, baseUrl)) return answers.problem(request, reply, 'wrong-origin', 'door', null);
      const params = parametersOf(registered, request);
      if (!params.success) return answers.problem(request, reply, 'not-found', 'door', null);
      return withSent(request, reply, registered, null, async ({ fields }) => {
        const behind = await visitorBehind(request);
        if (behind && fields.get('csrf') !== '' && !isEqual(fields.get('csrf'), behind.visitor.csrf)) return answers.problem(request, reply, 'form-expired', 'door', null);
        const outcome = await gates.work.write(nobody, async (db) => {
          const context = { db, visitor: behind?.visitor ?? null, seat: seatBehind(request), sender: request.ip, settings: parts.settings, fields };
          const made = await post({ ...context, ...common(request, params.data) });
          // A session that is left, or changed for another, ends in the database too.
          if (made.kind === 'redirect' && made.session && ('begin' in made.session || 'end' in made.session) && behind) await endSession(db, behind.token);
          return made;
        });
        if ('afterCommit' in outcome) await outcome.afterCommit?.();
        return answers.outcome(request, reply, 'door', outcome, null);
      });
    });
  }

  function addIntake(registered: IntakePage<unknown>): void {
    const { get, post } = registered;
    const contextOf = (request: FastifyRequest, params: unknown) => {
      const attempt = request.cookies[attemptCookieName];
      return { gate: gates.intake, attempt: attempt !== undefined && /^[\w-]{43}$/.test(attempt) ? attempt : null, key: parts.key, sender: request.ip, ...common(request, params) };
    };
    if (get) {
      app.get(registered.path, { exposeHeadRoute: false }, async (request, reply) => {
        const params = parametersOf(registered, request);
        if (!params.success) return answers.problem(request, reply, 'not-found', 'intake', null);
        return answers.outcome(request, reply, 'intake', await get(contextOf(request, params.data)), null);
      });
    }
    if (!post) return;
    app.post(registered.path, { bodyLimit: registered.sentAtMost ?? (registered.takesJson ? 100_000 : bytesAtMost(takenBy(registered).fields)) }, async (request, reply) => {
      if (!isOwnOrigin(request, baseUrl)) return answers.problem(request, reply, 'wrong-origin', 'intake', null);
      const params = parametersOf(registered, request);
      if (!params.success) return answers.problem(request, reply, 'not-found', 'intake', null);
      const context = contextOf(request, params.data);
      if (registered.takesJson) return answers.outcome(request, reply, 'intake', await post({ ...context, fields: fieldsOf([]), files: {}, json: jsonSent(request) }), null);
      return withSent(request, reply, registered, null, async (sent) => answers.outcome(request, reply, 'intake', await post({ ...context, ...sent, json: null }), null));
    });
  }

  for (const room of parts.rooms) {
    for (const registered of room.pages as unknown as readonly AnyPage[]) {
      if (registered.gate === 'public') addPublic(registered);
      else if (registered.gate === 'work') addWork(registered);
      else if (registered.gate === 'intake') addIntake(registered);
      else addDoor(registered);
    }
  }
}
