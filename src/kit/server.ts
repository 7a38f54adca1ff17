/**
 * The web server: takes pages from the rooms and runs each request along one corridor
 *   shelf (public pages kept in memory) -> page wrapper [visitor, capability, parameters, gate] -> page -> answer.
 * A POST of the workspace is one transaction: it opens here, it commits here, and the answer goes out after the commit.
 * No page opens a transaction, sets a cookie or writes a header (house law A.4).
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import type { z } from 'zod';
import { isServerAway } from '#kit/db/client.js';
import { ownPath } from '#base/own-path.js';
import { type Gates, nobody, type Read, type Standing } from '#kit/db/gate.js';
import type { PageAssets } from '#ui/page/page.js';
import { framed, framedIntake } from './frame.js';
import type { DoorPage, DoorSettings, Fields, IntakePage, Outcome, Page, PublicPage, Sent, UploadedFile, WorkPage } from './page.js';
import { problemView } from './problem-page.js';
import { type ProblemCode, problems } from './problems.js';
import type { Room } from './room.js';
import { attemptCookieName, cookieName, csrfOf, endSession, findSession, seatCookieName, seeSession, workIn } from './session.js';
import { makeShelf, type Shelf } from './shelf.js';
import { tokenHash } from './token.js';
import { may, type Visitor } from './visitor.js';

export interface ServerParts {
  readonly rooms: readonly Room[];
  readonly gates: Gates;
  readonly clock: () => Date;
  readonly assets: PageAssets;
  /** Files under /assets/: name -> bytes, type and compressed twins. */
  readonly assetFiles: ReadonlyMap<string, { readonly body: Buffer; readonly br: Buffer | null; readonly gzip: Buffer | null; readonly type: string }>;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly settings: DoorSettings;
  /** Kept's key for one purpose, the same in every process. */
  readonly key: (purpose: string) => Buffer;
  readonly visitorOf: (read: Read, account: string, csrf: string, organisation: string | null) => Promise<Visitor | null>;
  /** Called after every commit of the workspace: a job may have been asked for. */
  readonly afterWrite: () => void;
  readonly logLevel: 'silent' | 'warn' | 'info';
  /** Whether a reverse proxy of the same machine or network stands before Kept. */
  readonly behindProxy: boolean;
}

export interface KeptServer {
  readonly app: FastifyInstance;
  readonly shelf: Shelf;
}

const uploadAtMost = 64 * 1024 * 1024;

function securityHeaders(baseUrl: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    ...(baseUrl.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}

/** The part of a file that a player asks for (RFC 9110, 14): first and last byte; null for all of it. Some players play nothing without. */
export function partAsked(range: string | undefined, size: number): readonly [number, number] | null {
  const [, from = '', to = ''] = /^bytes=(\d{0,12})-(\d{0,12})$/.exec(range ?? '') ?? [];
  if (from === '' && to === '') return null;
  const [first, last] = from === '' ? [Math.max(0, size - Number(to)), size - 1] : [Number(from), to === '' ? size - 1 : Math.min(Number(to), size - 1)];
  return first <= last ? [first, last] : null;
}

function sendFile(request: FastifyRequest, reply: FastifyReply, type: string, body: Buffer): FastifyReply {
  reply.type(type);
  if (!type.startsWith('audio/')) return reply.send(body);
  reply.header('accept-ranges', 'bytes');
  const part = partAsked(request.headers.range, body.length);
  if (part === null) return reply.send(body);
  const [first, last] = part;
  return reply.status(206).header('content-range', `bytes ${first}-${last}/${body.length}`).send(body.subarray(first, last + 1));
}

/** Only intake pages run a script, ours; what it fetches, plays and keeps comes from this site. */
const intakePolicy =
  "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; media-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

function standingOf(visitor: Visitor | null): Standing {
  return visitor ? { account: visitor.account, organisation: visitor.organisation, boards: visitor.boards } : nobody;
}

function fieldsOf(pairs: readonly (readonly [string, string])[]): Fields {
  return {
    get: (name) => pairs.find(([key]) => key === name)?.[1] ?? '',
    all: (name) => pairs.filter(([key]) => key === name).map(([, value]) => value),
    names: () => [...new Set(pairs.map(([key]) => key))],
  };
}

async function sentBy(request: FastifyRequest): Promise<Sent> {
  if (!request.isMultipart()) {
    const body = typeof request.body === 'object' && request.body !== null ? Object.entries(request.body) : [];
    return { fields: fieldsOf(body.flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one) => [name, String(one)] as const))), files: {} };
  }
  const pairs: [string, string][] = [];
  const files: Record<string, UploadedFile> = {};
  for await (const part of request.parts()) {
    if (part.type === 'field') pairs.push([part.fieldname, String(part.value)]);
    else {
      const bytes = await part.toBuffer();
      // A browser sends an empty nameless file where none was chosen.
      if (part.filename !== '' || bytes.length > 0) files[part.fieldname] = { name: part.filename, bytes };
    }
  }
  return { fields: fieldsOf(pairs), files };
}

/** A form must come from a page of this site: the browser says so, and no browser lets a page lie about it. */
function isOwnOrigin(request: FastifyRequest, baseUrl: string): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.headers.origin;
  if (origin === undefined) return true;
  return origin === baseUrl || (URL.canParse(origin) && new URL(origin).host === request.headers.host);
}

/**
 * Reads what a sender is still sending, and forgets it, so that they hear the refusal instead of a broken connection.
 * At most four times what an upload may hold, and at most half a minute.
 */
async function drained(request: IncomingMessage): Promise<void> {
  if (request.complete || request.destroyed) return;
  request.unpipe();
  let bytes = 0;
  await new Promise<void>((settle) => {
    const timer = setTimeout(settle, 30_000);
    timer.unref();
    const done = (): void => {
      clearTimeout(timer);
      settle();
    };
    request.on('data', (part: Buffer) => {
      bytes += part.length;
      if (bytes > 4 * uploadAtMost) done();
    });
    request.on('end', done);
    request.on('close', done);
    request.on('error', done);
    request.resume();
  });
}

/**
 * A page made for one answer alone, made light for a phone: no shelf does it before. No other site can have one made (the attempt's cookie is
 * SameSite=Strict and forms are taken from this site only), so its length tells nobody what it repeats.
 */
function light(request: FastifyRequest, reply: FastifyReply, markup: string): string | Buffer {
  const accepts = request.headers['accept-encoding'] ?? '';
  reply.header('vary', 'accept-encoding');
  if (/\bbr\b/.test(accepts)) {
    reply.header('content-encoding', 'br');
    return brotliCompressSync(markup, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
  }
  if (/\bgzip\b/.test(accepts)) {
    reply.header('content-encoding', 'gzip');
    return gzipSync(markup, { level: 4 });
  }
  return markup;
}

function isEqual(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}

export async function buildServer(parts: ServerParts): Promise<KeptServer> {
  const { gates, clock, baseUrl } = parts;
  const shelf = makeShelf(
    () => gates.public.read(nobody, async (read) => (await read.selectFrom('published.revision').select('number').executeTakeFirstOrThrow()).number),
    clock,
  );
  const safe = securityHeaders(baseUrl);
  // Of its worker, too: what a worker may fetch is said by the headers that it came with.
  const safeAtIntake = { ...safe, 'content-security-policy': intakePolicy };
  const app = fastify({
    // Requests are counted (metrics), never logged: an address on an intake route must not reach a log at all.
    logger: parts.logLevel === 'silent' ? false : { level: parts.logLevel },
    logController: new LogController({ disableRequestLogging: true }),
    // And so no request needs a logger of its own.
    childLoggerFactory: (logger) => logger,
    bodyLimit: 2 * 1024 * 1024,
    // Behind a reverse proxy the sender is who the proxy says; without one the header is anybody's invention.
    trustProxy: parts.behindProxy,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    // Addresses that cannot be read at all get the same page as addresses that do not exist.
    frameworkErrors: (_problem, request, reply) => void problemAnswer(request as FastifyRequest, reply as FastifyReply, 'not-found', 'public', null),
    serverFactory: (handler) => createServer((request: IncomingMessage, response: ServerResponse) => void (shelf.serve(request, response) || handler(request, response))),
  });
  await app.register(cookie);
  await app.register(formbody);
  await app.register(multipart, { limits: { fileSize: uploadAtMost, files: 4, fields: 500, fieldSize: 1024 * 1024 } });

  const places = parts.rooms.flatMap((room) => room.places ?? []);
  const isSecure = baseUrl.startsWith('https:');
  const attemptOptions = { path: '/take', httpOnly: true, sameSite: 'strict', secure: isSecure } as const;
  const cookieOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure } as const;

  function page(request: FastifyRequest, reply: FastifyReply, gate: Page['gate'], outcome: Extract<Outcome, { kind: 'view' }>, visitor: Visitor | null, status: number = outcome.status): string {
    reply.status(status).type('text/html; charset=utf-8');
    if (gate !== 'public') reply.header('cache-control', 'no-store');
    // Whoever takes part sees no navigation, no name and no other page of ours; what helps without being needed is a script of our own.
    if (gate === 'intake') return framedIntake(outcome.view, { assets: parts.assets, status });
    return framed(outcome.view, { assets: parts.assets, demonstration: parts.settings.demonstration, path: request.url.split('?')[0] ?? '/', gate, visitor, status });
  }

  function problemAnswer(request: FastifyRequest, reply: FastifyReply, code: ProblemCode, gate: Page['gate'], visitor: Visitor | null, reference: string | null = null): FastifyReply {
    const { status, title, what, way } = problems[code];
    reply.headers(gate === 'intake' ? safeAtIntake : safe);
    if ((request.headers.accept ?? '').includes('application/json') && !(request.headers.accept ?? '').includes('text/html')) {
      // RFC 9457.
      return reply.status(status).type('application/problem+json').send(JSON.stringify({ type: `/problems#${code}`, title, status, detail: `${what} ${way}`, ...(reference ? { reference } : {}) }));
    }
    return reply.send(page(request, reply, gate, { kind: 'view', status: 200, view: problemView(code, reference) }, visitor, status));
  }

  function answer(request: FastifyRequest, reply: FastifyReply, gate: Page['gate'], outcome: Outcome, visitor: Visitor | null): FastifyReply {
    reply.headers(gate === 'intake' ? safeAtIntake : safe);
    switch (outcome.kind) {
      case 'view':
        if (outcome.attempt) {
          if ('begin' in outcome.attempt) reply.setCookie(attemptCookieName, outcome.attempt.begin, attemptOptions);
          else reply.clearCookie(attemptCookieName, attemptOptions);
        }
        return reply.send(gate === 'intake' ? light(request, reply, page(request, reply, gate, outcome, visitor)) : page(request, reply, gate, outcome, visitor));
      case 'json':
        reply.status(outcome.status).header('cache-control', 'no-store').type('application/json');
        return reply.send(outcome.status === 200 && request.method === 'GET' ? light(request, reply, JSON.stringify(outcome.body)) : JSON.stringify(outcome.body));
      case 'redirect':
        if (outcome.session) {
          if ('begin' in outcome.session) reply.setCookie(cookieName, outcome.session.begin, { ...cookieOptions, maxAge: 14 * 86_400 });
          else if ('end' in outcome.session) reply.clearCookie(cookieName, cookieOptions);
          // Without an age: the browser forgets it when it is closed.
          else if ('takeSeat' in outcome.session) reply.setCookie(seatCookieName, outcome.session.takeSeat, cookieOptions);
          else if ('leaveSeat' in outcome.session) reply.clearCookie(seatCookieName, cookieOptions);
        }
        // Only addresses of this site: a form field must not send anybody elsewhere.
        return reply.redirect(ownPath(outcome.to, '/'), 303);
      case 'file':
        if (outcome.download !== undefined) reply.header('content-disposition', `attachment; filename="${outcome.download.replace(/[^\w.-]+/g, '-')}"`);
        if (outcome.forever) reply.header('cache-control', 'public, max-age=31536000, immutable');
        else if (gate !== 'public') reply.header('cache-control', 'no-store');
        return sendFile(request, reply, outcome.type, Buffer.from(outcome.body));
      case 'halt':
        return problemAnswer(request, reply, outcome.problem, gate, visitor);
    }
  }

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
    return { visitor: { ...found.visitor, session: tokenHash(token).toString('hex') }, token };
  }

  function seatBehind(request: FastifyRequest): string | null {
    const token = request.cookies[seatCookieName];
    return token !== undefined && /^[\w-]{43}$/.test(token) ? token : null;
  }

  function common<P>(request: FastifyRequest, params: P) {
    return { params, query: request.query as Readonly<Record<string, string>>, now: clock(), site: baseUrl };
  }

  // The registry forgot each page's parameter type on purpose (page.ts): here the page's own schema vouches for it.
  type AnyPage = PublicPage<unknown> | WorkPage<unknown, unknown> | DoorPage<unknown> | IntakePage<unknown>;

  function parametersOf(registered: AnyPage, request: FastifyRequest): z.ZodSafeParseResult<unknown> {
    return registered.params.safeParse(request.params);
  }

  function addPublic(registered: PublicPage<unknown>): void {
    app.get(registered.path, { exposeHeadRoute: true }, async (request, reply) => {
      const params = parametersOf(registered, request);
      if (!params.success) return problemAnswer(request, reply, 'not-found', 'public', null);
      const from = await shelf.check();
      const outcome = await gates.public.read(nobody, (db) => registered.get({ db, ...common(request, params.data) }));
      const plainUrl = Object.keys(request.query as object).length === 0;
      if (registered.cached && plainUrl && (outcome.kind === 'view' || (outcome.kind === 'file' && outcome.download === undefined))) {
        const body = outcome.kind === 'view' ? page(request, reply, 'public', outcome, null) : outcome.body;
        const type = outcome.kind === 'view' ? 'text/html; charset=utf-8' : outcome.type;
        const caching = outcome.kind === 'file' && outcome.forever ? 'public, max-age=31536000, immutable' : 'no-cache';
        reply.hijack();
        shelf.keepAndServe(request.raw, reply.raw, { body, type, headers: { ...safe, 'cache-control': caching }, from });
        return reply;
      }
      reply.header('cache-control', 'no-cache');
      return answer(request, reply, 'public', outcome, null);
    });
  }

  function addWork(registered: WorkPage<unknown, unknown>): void {
    const { get, post, prepare } = registered;
    if (get) {
      app.get(registered.path, { exposeHeadRoute: false }, async (request, reply) => {
        const behind = await visitorBehind(request);
        if (!behind) return reply.headers(safe).redirect(`/sign-in?to=${encodeURIComponent(request.url)}`, 303);
        const { visitor } = behind;
        if (!may(visitor, registered.needs)) return problemAnswer(request, reply, 'not-allowed', 'work', visitor);
        const params = parametersOf(registered, request);
        if (!params.success) return problemAnswer(request, reply, 'not-found', 'work', visitor);
        const outcome = await gates.work.read(standingOf(visitor), (db) => get({ db, visitor, places: places.filter(({ needs }) => may(visitor, needs)), ...common(request, params.data) }));
        return answer(request, reply, 'work', outcome, visitor);
      });
    }
    if (post) {
      app.post(registered.path, async (request, reply) => {
        if (!isOwnOrigin(request, baseUrl)) return problemAnswer(request, reply, 'wrong-origin', 'work', null);
        const behind = await visitorBehind(request);
        if (!behind) return problemAnswer(request, reply, 'sign-in-needed', 'door', null);
        const { visitor } = behind;
        if (!may(visitor, registered.needs)) return problemAnswer(request, reply, 'not-allowed', 'work', visitor);
        const params = parametersOf(registered, request);
        if (!params.success) return problemAnswer(request, reply, 'not-found', 'work', visitor);
        const sent = await sentBy(request);
        if (!isEqual(sent.fields.get('csrf'), visitor.csrf)) return problemAnswer(request, reply, 'form-expired', 'work', visitor);
        const prepared = await prepare?.(sent);
        const outcome = await gates.work.write(standingOf(visitor), async (db) => {
          const made = await post({ db, visitor, prepared, demonstration: parts.settings.demonstration, key: parts.key, ...sent, ...common(request, params.data) });
          if (made.kind === 'redirect' && made.session && 'workIn' in made.session) await workIn(db, behind.token, made.session.workIn);
          return made;
        });
        shelf.doubt();
        parts.afterWrite();
        if ('afterCommit' in outcome) await outcome.afterCommit?.();
        return answer(request, reply, 'work', outcome, visitor);
      });
    }
  }

  function addDoor(registered: DoorPage<unknown>): void {
    const { get, post } = registered;
    if (get) {
      app.get(registered.path, { exposeHeadRoute: false }, async (request, reply) => {
        const params = parametersOf(registered, request);
        if (!params.success) return problemAnswer(request, reply, 'not-found', 'door', null);
        const visitor = (await visitorBehind(request))?.visitor ?? null;
        const outcome = await gates.work.read(nobody, (db) => get({ db, visitor, seat: seatBehind(request), settings: parts.settings, ...common(request, params.data) }));
        return answer(request, reply, 'door', outcome, visitor);
      });
    }
    if (post) {
      app.post(registered.path, async (request, reply) => {
        if (!isOwnOrigin(request, baseUrl)) return problemAnswer(request, reply, 'wrong-origin', 'door', null);
        const params = parametersOf(registered, request);
        if (!params.success) return problemAnswer(request, reply, 'not-found', 'door', null);
        const behind = await visitorBehind(request);
        const sent = await sentBy(request);
        if (behind && sent.fields.get('csrf') !== '' && !isEqual(sent.fields.get('csrf'), behind.visitor.csrf)) return problemAnswer(request, reply, 'form-expired', 'door', null);
        const outcome = await gates.work.write(nobody, async (db) => {
          const made = await post({ db, visitor: behind?.visitor ?? null, seat: seatBehind(request), sender: request.ip, settings: parts.settings, fields: sent.fields, ...common(request, params.data) });
          // A session that is left, or changed for another, ends in the database too.
          if (made.kind === 'redirect' && made.session && ('begin' in made.session || 'end' in made.session) && behind) await endSession(db, behind.token);
          return made;
        });
        if ('afterCommit' in outcome) await outcome.afterCommit?.();
        return answer(request, reply, 'door', outcome, null);
      });
    }
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
        if (!params.success) return problemAnswer(request, reply, 'not-found', 'intake', null);
        return answer(request, reply, 'intake', await get(contextOf(request, params.data)), null);
      });
    }
    if (post) {
      app.post(registered.path, { ...(registered.sentAtMost === undefined ? {} : { bodyLimit: registered.sentAtMost }) }, async (request, reply) => {
        if (!isOwnOrigin(request, baseUrl)) return problemAnswer(request, reply, 'wrong-origin', 'intake', null);
        const params = parametersOf(registered, request);
        if (!params.success) return problemAnswer(request, reply, 'not-found', 'intake', null);
        const isJson = /^application\/json\b/i.test(request.headers['content-type'] ?? '');
        const sent = isJson ? { fields: fieldsOf([]), files: {} } : await sentBy(request);
        return answer(request, reply, 'intake', await post({ ...contextOf(request, params.data), ...sent, json: isJson ? request.body : null }), null);
      });
    }
  }

  for (const room of parts.rooms) {
    for (const registered of room.pages as unknown as readonly AnyPage[]) {
      if (registered.gate === 'public') addPublic(registered);
      else if (registered.gate === 'work') addWork(registered);
      else if (registered.gate === 'intake') addIntake(registered);
      else addDoor(registered);
    }
  }

  app.get('/assets/:file', { exposeHeadRoute: true }, (request, reply) => {
    const file = parts.assetFiles.get((request.params as { file: string }).file);
    if (!file) return problemAnswer(request, reply, 'not-found', 'public', null);
    const accepts = request.headers['accept-encoding'] ?? '';
    reply.headers({ ...safe, 'cache-control': 'public, max-age=31536000, immutable', vary: 'accept-encoding' }).type(file.type);
    if (file.br && accepts.includes('br')) return reply.header('content-encoding', 'br').send(file.br);
    if (file.gzip && accepts.includes('gzip')) return reply.header('content-encoding', 'gzip').send(file.gzip);
    return reply.send(file.body);
  });

  app.get('/healthz', (_, reply) => reply.type('text/plain').send('ok\n'));
  app.get('/readyz', async (_, reply) => {
    await gates.public.read(nobody, (read) => read.selectFrom('published.revision').select('number').executeTakeFirstOrThrow());
    return reply.type('text/plain').send('ready\n');
  });
  const counts = new Map<string, number>();
  app.addHook('onResponse', async (request, reply) => {
    const key = `method="${request.method}",route="${request.routeOptions.url ?? 'none'}",status="${reply.statusCode}"`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  app.get('/metrics', (request, reply) => {
    // For whoever runs the machine: asked on it, and not through a proxy.
    const isLocal = /^(::1|(::ffff:)?127\.)/.test(request.socket.remoteAddress ?? '') && request.headers['x-forwarded-for'] === undefined && request.headers.forwarded === undefined;
    if (!isLocal) return problemAnswer(request, reply, 'not-found', 'public', null);
    const lines = [
      '# TYPE kept_requests counter',
      ...[...counts].map(([labels, count]) => `kept_requests_total{${labels}} ${count}`),
      '# TYPE kept_shelf_hits counter',
      `kept_shelf_hits_total ${shelf.hits()}`,
      '# TYPE kept_memory_bytes gauge',
      `kept_memory_bytes ${process.memoryUsage.rss()}`,
      '# EOF',
    ];
    return reply.type('application/openmetrics-text; version=1.0.0; charset=utf-8').send(`${lines.join('\n')}\n`);
  });

  app.setNotFoundHandler((request, reply) => problemAnswer(request, reply, request.method === 'GET' || request.method === 'HEAD' ? 'not-found' : 'method-not-allowed', 'public', null));
  app.setErrorHandler(async (problem: Error & { statusCode?: number; code?: string }, request, reply) => {
    if (problem.code === 'FST_REQ_FILE_TOO_LARGE' || problem.statusCode === 413) {
      await drained(request.raw);
      return problemAnswer(request, reply, 'too-large', 'door', null);
    }
    if (isServerAway(problem)) {
      reply.header('retry-after', '2');
      return problemAnswer(request, reply, 'not-ready', 'door', null);
    }
    // U+0000 and halves of characters cannot be kept in the database; a broken multipart body is the sender's.
    if (/U\+0000|invalid byte sequence|Unexpected end of form|Malformed part|Multipart: Boundary/i.test(problem.message)) return problemAnswer(request, reply, 'not-understood', 'door', null);
    if (problem.statusCode !== undefined && problem.statusCode < 500) return problemAnswer(request, reply, problem.statusCode === 404 ? 'not-found' : 'not-understood', 'door', null);
    const reference = randomBytes(6).toString('hex');
    request.log.error({ err: problem, reference, route: request.routeOptions.url }, 'a fault of ours');
    return problemAnswer(request, reply, 'our-fault', 'door', null, reference);
  });
  return { app, shelf };
}
