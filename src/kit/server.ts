/**
 * The web server: takes pages from the rooms and opens the corridor to them (kit/corridor). No page opens a transaction, sets a cookie or writes a
 * header (house law A.4).
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { PageAssets } from '#ui/page/page.js';
import { headersAtMost } from './attempt-cookies.js';
import { makeAnswers } from './corridor/answer.js';
import { makeAskers } from './corridor/asker.js';
import { type AssetFile, openAssets } from './corridor/assets.js';
import { type CorridorParts, openCorridor } from './corridor/corridor.js';
import { makeNameCheck } from './corridor/edge.js';
import { onFaults } from './corridor/on-faults.js';
import { takeBodiesAsText } from './corridor/sent.js';
import { refuseUnread } from './corridor/unread.js';
import { openContact } from './corridor/contact.js';
import { openWatch, type WatchedWorks } from './corridor/watch.js';
import { nobody } from './db/gate.js';
import type { Pulse } from './db/pulse.js';
import { pemOf } from './proof/signing.js';
import { megabytes } from './fields.js';
import { framedFromMemory } from './frame.js';
import { type Log, makeFaults, quiet } from './log.js';
import { revisionNow } from './publications/publications.js';
import { waysOf } from './ways.js';
import { makeShelf, type Shelf } from './shelf.js';

export interface ServerParts extends Omit<CorridorParts, 'faults' | 'askers' | 'intakeVoice' | 'ways'> {
  /** How the revision is asked for; over the public gate where it is left out (tests without a pulse). */
  readonly pulse?: Pick<Pulse, 'ask'>;
  readonly assets: PageAssets;
  readonly assetFiles: ReadonlyMap<string, AssetFile>;
  /** Where faults of security are told (kit/config.ts); left out where nobody is named. */
  readonly securityContact?: string | null;
  /** Silent where it is left out. */
  readonly log?: Log;
  /** What the process does by itself, for whoever looks after it. */
  readonly works?: WatchedWorks;
  /** With which figures may be asked for from elsewhere. */
  readonly metricsToken?: string | null;
  /** The public key with which this process signs, as its secret says and not as the database does. */
  readonly signingKey?: string;
}

export interface KeptServer {
  readonly app: FastifyInstance;
  readonly shelf: Shelf;
}

const beat = 500;

/** Also a process that nobody asks hears twice a second what was published, and how long it has been without the database. */
function keepBeating(app: FastifyInstance, shelf: Shelf): void {
  let timer: NodeJS.Timeout | undefined;
  app.addHook('onListen', async () => {
    timer = setInterval(() => void shelf.check().catch(() => undefined), beat);
    timer.unref();
  });
  app.addHook('onClose', async () => clearInterval(timer));
}

export async function buildServer(parts: ServerParts): Promise<KeptServer> {
  const { gates, clock, baseUrl } = parts;
  const { pulse, log = quiet } = parts;
  const faults = makeFaults(log);
  const readRevision = pulse ? () => pulse.ask() : () => gates.public.read(nobody, revisionNow);
  const shelf = makeShelf(readRevision, clock, { sayOld: framedFromMemory });
  const intakeVoice = parts.rooms.find((room) => room.intakeVoice !== undefined)?.intakeVoice;
  const ways = waysOf(parts.rooms);
  const answers = makeAnswers({
    assets: parts.assets,
    baseUrl,
    demonstration: parts.settings.demonstration,
    rooms: parts.rooms,
    ways,
    intakeVoice,
  });
  const askers = makeAskers(parts.rooms);
  const isOwnName = makeNameCheck(baseUrl, parts.settings.demonstration);
  let isClosing = false;
  const app = fastify({
    // Requests are counted (metrics), never logged: an address on an intake route must not reach a log at all.
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    // And so no request needs a logger of its own.
    childLoggerFactory: (logger) => logger,
    bodyLimit: megabytes,
    // Who sent it and by which name is asked in one place (corridor/edge.ts), which knows of the one proxy; nothing else reads such headers.
    trustProxy: false,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    clientErrorHandler: refuseUnread(baseUrl),
    // Addresses that cannot be read at all get the same page as addresses that do not exist.
    frameworkErrors: (_problem, request, reply) =>
      void answers.problem(request as FastifyRequest, reply as FastifyReply, 'not-found', 'public', null),
    serverFactory: (handler) => {
      // Who names no host is answered as whoever names another one, with the headers of every answer, and not by Node.
      const server = createServer(
        { maxHeaderSize: headersAtMost, requireHostHeader: false },
        (request: IncomingMessage, response: ServerResponse) => {
          // Whoever is answered while Kept stops asks the next time elsewhere.
          if (isClosing) response.shouldKeepAlive = false;
          void ((isOwnName(request) && shelf.serve(request, response)) || handler(request, response));
        },
      );
      server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) =>
        response
          .writeHead(417, { ...answers.headers, 'cache-control': 'no-store', 'content-length': 0, connection: 'close' })
          .end(),
      );
      return server;
    },
  });
  await app.register(cookie);
  takeBodiesAsText(app);
  await app.register(multipart);
  app.addHook('preClose', async () => void (isClosing = true));
  app.addHook('onRequest', async (request, reply) => {
    // Every answer has them, also one that no page made; the intake's and those with a script put their own in the place.
    reply.headers(answers.headers);
    if (isOwnName(request.raw)) return;
    faults.tell(
      'wrong-name',
      'warn',
      {},
      'Somebody asked by a name that is not that of BASE_URL, and was refused. A proxy must pass on the header Host',
    );
    return answers.problem(request, reply, 'wrong-name', 'public', null);
  });
  openCorridor(app, { ...parts, faults, intakeVoice, askers, ways }, shelf, answers);
  openAssets(app, parts.assetFiles, answers);
  openContact(app, parts.securityContact ?? null, baseUrl, clock);
  openWatch(app, {
    rooms: parts.rooms,
    shelf,
    answers,
    faults,
    works: parts.works ?? null,
    token: parts.metricsToken ?? null,
    tellSecurity: parts.tellSecurity ?? (() => undefined),
  });
  app.get('/signed-heads/key.pem', (request, reply) =>
    parts.signingKey === undefined
      ? answers.problem(request, reply, 'not-found', 'public', null)
      : reply
          .headers(answers.headers)
          .header('cache-control', 'no-cache')
          .type('application/x-pem-file')
          .send(pemOf(parts.signingKey)),
  );
  keepBeating(app, shelf);
  onFaults(app, answers, faults, askers);
  return { app, shelf };
}
