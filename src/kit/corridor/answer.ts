/** How what a page decided goes out: headers, frame, cookies, problems. Pages name outcomes and write no header of their own. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ownPath } from '#base/own-path.js';
import type { PageAssets } from '#ui/page/page.js';
import { framed, framedIntake } from '../frame.js';
import type { Outcome, Page, SessionChange } from '../page.js';
import { problemView } from '../problem-page.js';
import { type ProblemCode, problems } from '../problems.js';
import { changeAttempt } from '../attempt-cookies.js';
import { cookieNames, marksAtMost, marksIn } from '../session.js';
import type { Visitor } from '../visitor.js';
import type { WithdrawalRow } from '../withdrawals/withdrawals.js';
import type { IntakeVoice, Room } from '../room.js';
import { framePlacesOf } from '../frame-places.js';
import type { Ways } from '../ways.js';
import { withdrawalTold, withdrawnView } from '../withdrawals/withdrawn-page.js';
import { fileHeaders, light, sendFile } from './bytes.js';
import { languagesOf } from './sent.js';

type Gate = Page['gate'];

export interface Answers {
  /** Headers of every answer that is not a page of the intake. */
  readonly headers: Readonly<Record<string, string>>;
  readonly headersAtIntake: Readonly<Record<string, string>>;
  /** A page as it goes over the wire; sets status and type. */
  page(
    request: FastifyRequest,
    reply: FastifyReply,
    gate: Gate,
    outcome: Extract<Outcome, { kind: 'view' }>,
    visitor: Visitor | null,
    status?: number,
  ): string;
  problem(
    request: FastifyRequest,
    reply: FastifyReply,
    code: ProblemCode,
    gate: Gate,
    visitor: Visitor | null,
    reference?: string | null,
  ): FastifyReply;
  /** 410, in the form that was asked for: what it was, when it was withdrawn, why, and nothing else of it. */
  withdrawn(
    request: FastifyRequest,
    reply: FastifyReply,
    gone: WithdrawalRow,
    word: string,
    isForMachines?: boolean,
  ): FastifyReply;
  outcome(
    request: FastifyRequest,
    reply: FastifyReply,
    gate: Gate,
    outcome: Outcome,
    visitor: Visitor | null,
  ): FastifyReply;
}

export interface AnswerParts {
  readonly assets: PageAssets;
  readonly baseUrl: string;
  readonly demonstration: boolean;
  readonly rooms: readonly Room[];
  readonly ways: Ways;
  /** What the intake says itself, in the readers' languages. */
  readonly intakeVoice?: IntakeVoice | undefined;
}

/** Of every answer, whatever it is: the server gives them to each before anything else is known of it. */
export function securityHeaders(baseUrl: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy':
      "default-src 'none'; object-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; media-src " +
      "'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    ...(baseUrl.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}

/** Only intake pages run a script, ours; what it fetches, plays and keeps comes from this site. */
const intakePolicy =
  "default-src 'none'; object-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; media-src " +
  "'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; manifest-src 'self'; form-action 'self'; " +
  "base-uri 'none'; frame-ancestors 'none'";

/** The one page elsewhere that cannot do without a script: it runs ours, which asks this site. */
function scriptPolicy(policy: string): string {
  return `${policy}; script-src 'self'; connect-src 'self'`;
}

/** A machine, which no page helps. */
export function asksForData({ headers: { accept = '' } }: FastifyRequest): boolean {
  return accept.includes('application/json') && !accept.includes('text/html');
}

/** The page of ours that a form was sent from: it is where whoever signs in goes on. */
export function cameFrom({ method, url, headers }: FastifyRequest): string | null {
  if (method === 'GET') return url;
  const from = headers.referer ?? '';
  if (!URL.canParse(from)) return null;
  const { host, pathname, search } = new URL(from);
  return host === headers.host ? pathname + search : null;
}

export function makeAnswers({ assets, baseUrl, demonstration, rooms, ways, intakeVoice }: AnswerParts): Answers {
  const places = framePlacesOf(rooms);
  const headers = securityHeaders(baseUrl);
  // Of its worker, too: what a worker may fetch is said by the headers that it came with.
  const headersAtIntake = { ...headers, 'content-security-policy': intakePolicy };
  const headersWithScript = {
    ...headers,
    'content-security-policy': scriptPolicy(headers['content-security-policy'] ?? ''),
  };
  const headersOf = (gate: Gate) => (gate === 'intake' ? headersAtIntake : headers);
  const isSecure = baseUrl.startsWith('https:');
  const names = cookieNames(isSecure);
  const cookieOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure } as const;

  function changeSession(request: FastifyRequest, reply: FastifyReply, change: SessionChange): void {
    if ('begin' in change) reply.setCookie(names.session, change.begin, { ...cookieOptions, maxAge: 14 * 86_400 });
    else if ('end' in change) {
      reply.clearCookie(names.session, cookieOptions);
      // What the Back key of a shared browser would show. Not "storage": answers of children wait there for a connection.
      reply.header('clear-site-data', '"cache"');
    }
    // Without an age: the browser forgets it when it is closed.
    else if ('takePass' in change) reply.setCookie(names.pass, change.takePass, cookieOptions);
    else if ('leavePass' in change) reply.clearCookie(names.pass, cookieOptions);
    // The last few: what is older is over.
    else if ('once' in change)
      reply.setCookie(
        names.once,
        [...new Set([...marksIn(request.cookies[names.once]), change.once])].slice(-marksAtMost).join('.'),
        { ...cookieOptions, maxAge: 100 * 86_400 },
      );
  }

  const page: Answers['page'] = (request, reply, gate, outcome, visitor, status = outcome.status) => {
    reply.status(status).type('text/html; charset=utf-8');
    if (gate !== 'public') reply.header('cache-control', 'no-store');
    // Whoever takes part sees no navigation, no name and no other page of ours; what helps without being needed is a script of our own.
    if (gate === 'intake') return framedIntake(outcome.view, { assets, status });
    return framed(outcome.view, {
      places,
      ways,
      assets,
      demonstration,
      path: request.url.split('?')[0] ?? '/',
      gate,
      visitor,
      status,
    });
  };

  const problem: Answers['problem'] = (request, reply, code, gate, visitor, reference = null) => {
    const { status, title, what, way } = problems[code];
    // An error page that somebody between us and the reader keeps would outlast the error.
    reply.headers(headersOf(gate)).header('cache-control', 'no-store');
    if (asksForData(request)) {
      // RFC 9457.
      return reply
        .status(status)
        .type('application/problem+json')
        .send(
          JSON.stringify({
            type: ways.problem(code),
            title,
            status,
            detail: `${what} ${way}`,
            ...(reference ? { reference } : {}),
          }),
        );
    }
    const shown =
      gate === 'intake' && intakeVoice !== undefined
        ? intakeVoice.refused({ languages: languagesOf(request), problem: code, reference })
        : problemView({
            code,
            reference,
            isAtWork: gate === 'work' && visitor !== null,
            cameFrom: cameFrom(request),
            ways,
          });
    return reply.send(page(request, reply, gate, { kind: 'view', status: 200, view: shown }, visitor, status));
  };

  const withdrawn: Answers['withdrawn'] = (request, reply, gone, word, isForMachines = false) => {
    const told = withdrawalTold(gone, word);
    reply.headers(headers).header('cache-control', 'no-cache');
    const path = request.url.split('?')[0] ?? '/';
    if (path.endsWith('.json') || isForMachines || asksForData(request)) {
      return reply
        .status(410)
        .type('application/problem+json')
        .send(
          JSON.stringify({
            type: ways.problem('withdrawn'),
            title: told.title,
            status: 410,
            detail: told.lines.join(' '),
            withdrawn: gone.on_day,
            reason: gone.reason,
          }),
        );
    }
    // Neither a calendar nor a table: whoever reads it by machine sees the status, and a person the words.
    if (/\.(ics|csv|svg)$/.test(path))
      return reply
        .status(410)
        .type('text/plain; charset=utf-8')
        .send(`${[told.title, ...told.lines].join('\n')}\n`);
    return reply.send(
      page(
        request,
        reply,
        'public',
        { kind: 'view', status: 200, view: withdrawnView(told, ways.search()) },
        null,
        410,
      ),
    );
  };

  const outcome: Answers['outcome'] = (request, reply, gate, made, visitor) => {
    reply.headers(made.kind === 'view' && made.view.script ? headersWithScript : headersOf(gate));
    switch (made.kind) {
      case 'view':
        if (made.attempt) changeAttempt(request, reply, made.attempt, { isSecure, home: intakeVoice?.home ?? '/' });
        return reply.send(
          gate === 'intake'
            ? light(request, reply, page(request, reply, gate, made, visitor))
            : page(request, reply, gate, made, visitor),
        );
      case 'json':
        reply.status(made.status).header('cache-control', 'no-store').type('application/json');
        return reply.send(
          made.status === 200 && request.method === 'GET'
            ? light(request, reply, JSON.stringify(made.body))
            : JSON.stringify(made.body),
        );
      case 'redirect':
        if (made.session) changeSession(request, reply, made.session);
        if (made.attempt) changeAttempt(request, reply, made.attempt, { isSecure, home: intakeVoice?.home ?? '/' });
        if (gate !== 'public') reply.header('cache-control', 'no-store');
        // Only addresses of this site: a form field must not send anybody elsewhere.
        return reply.redirect(ownPath(made.to, '/'), made.again ? 307 : 303);
      case 'file':
        reply.headers(fileHeaders(made, request.url));
        if (made.forever) reply.header('cache-control', 'public, max-age=31536000, immutable');
        else if (gate !== 'public') reply.header('cache-control', 'no-store');
        return sendFile(request, reply, made.type, Buffer.from(made.body));
      case 'halt':
        return problem(request, reply, made.problem, gate, visitor);
    }
  };

  return { headers, headersAtIntake, page, problem, withdrawn, outcome };
}
