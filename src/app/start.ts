/** `kept start`: the database, the demonstration where it is wanted, the web server and the jobs, in one process. */
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { backupKeyMark } from '#kit/backup/index.js';
import { notePlan } from '#kit/backup/timetable.js';
import { clockOfGate } from '#kit/clock.js';
import type { Config } from '#kit/config.js';
import { isOpenToOthers } from '#kit/db/hosts.js';
import { type Database, openDatabase } from '#kit/database.js';
import { type DailyWork, runDaily } from '#kit/daily/daily.js';
import { keepDays } from '#kit/days/days.js';
import { watchDisk } from '#kit/disk.js';
import { type JobWorker, startJobs } from '#kit/jobs/jobs.js';
import { gatherFigures } from '#kit/figures.js';
import type { Log } from '#kit/log.js';
import { type SendMail, sendLetters } from '#kit/mail/mail.js';
import { letterPair } from '#kit/mail/sealing.js';
import { smtpSender } from '#kit/mail/smtp.js';
import { nobody } from '#kit/db/gate.js';
import { retentionOf } from '#kit/retention/catalogue.js';
import { believedToday, keepRound, makeKeeper } from '#kit/retention/retention.js';
import { closeTypesetter } from '#kit/pdf/typst.js';
import type { RoundWork } from '#kit/room.js';
import { makeSecurityLog } from '#kit/security.js';
import { buildServer } from '#kit/server.js';
import { makeWorks, type Works } from '#kit/works.js';
import { visitorOf } from '#rooms/ground/people/index.js';
import { wipeTraces } from '#kit/traces.js';
import { readAssets } from './assets.js';
import { figuresOfBackups, keepTimetable } from './backups.js';
import { rooms } from './rooms.js';
import { keptVersion } from './version.js';
import { loadDemonstration, refuseOtherUse, whatItHolds } from './seed.js';
import { makeSigning } from './signing.js';
import { houseMigrations } from './migrations.js';

export interface Kept {
  /** Address at which it answers. */
  readonly url: string;
  /** Address at which people reach it. */
  readonly site: string;
  readonly database: Database;
  /** Stops in order; after so many milliseconds (9 s) whatever still runs is cut off. */
  stop(within?: number): Promise<void>;
}

export interface StartOptions {
  readonly log: Log;
  /** How long a job stays with a process that died, where another may be working on the same database. */
  readonly leaseSeconds?: number;
}

/** What the person who starts Kept can mend. */
class StartProblem extends Error {
  override readonly name = 'StartProblem';
}

function portTaken(config: Config): StartProblem {
  return new StartProblem(
    `The port ${config.port} is taken by another program. Stop that one, or give another port: PORT=${config.port + 1} npm start`,
  );
}

async function listen(
  app: { listen(at: { port: number; host: string }): Promise<string> },
  config: Config,
): Promise<string> {
  try {
    return await app.listen({ port: config.port, host: config.host });
  } catch (problem) {
    throw listenProblem(problem, config);
  }
}

/** Why nobody can listen there, in words; any other failure as it is. */
function listenProblem(problem: unknown, config: Config): unknown {
  const code = problem instanceof Error && 'code' in problem ? problem.code : null;
  if (code === 'EADDRINUSE') return portTaken(config);
  if (code === 'EACCES')
    return new StartProblem(
      `The port ${config.port} may only be opened by the administrator of this machine. Give one from 1024 on, such as PORT=3000.`,
    );
  if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL' || code === 'EAI_AGAIN')
    return new StartProblem(
      `This machine has no address ${config.host}. Give one it has, such as HOST=127.0.0.1 or HOST=0.0.0.0.`,
    );
  return problem;
}

/** Any free port has its number before the start, because links name it. */
async function withPort(config: Config): Promise<Config> {
  if (config.port !== 0) return config;
  const { createServer } = await import('node:net');
  const port = await new Promise<number>((settle, fail) => {
    const probe = createServer();
    probe.once('error', (problem) => fail(listenProblem(problem, config)));
    probe.listen(0, config.host, () => {
      const found = probe.address();
      probe.close(() => settle(typeof found === 'object' && found !== null ? found.port : 0));
    });
  });
  return {
    ...config,
    port,
    baseUrl: config.baseUrl.endsWith(':0') ? `${config.baseUrl.slice(0, -2)}:${port}` : config.baseUrl,
  };
}

/** Asked before anything is made: a second program on the port should not cost a whole first start. */
async function isPortFree(config: Config): Promise<boolean> {
  if (config.port === 0) return true;
  const { createServer } = await import('node:net');
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (problem: NodeJS.ErrnoException) => resolve(problem.code !== 'EADDRINUSE'));
    probe.listen(config.port, config.host, () => probe.close(() => resolve(true)));
  });
}

/** Minutes between two rounds of what is done again and again. */
const betweenRounds = 5 * 60_000;
/** What was destroyed leaves the files of the database within a minute. */
const betweenTraces = 60_000;
/** Between two looks at the database's clock: a machine that slept is right again after one. */
const betweenLooks = 60_000;
/** Somebody may be waiting for a link that the mail server did not take at once. */
const betweenLetters = 30_000;

/** Seconds of a stop: requests and jobs under way may end in the first part, the database stops in the rest. */
const stopWithin = 9_000;

/** What comes first: the end of the work, or the time. */
async function inTime(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  return Promise.race([work.then(() => true), pause(Math.max(0, milliseconds), false, { ref: false })]);
}

interface Stoppable {
  readonly app: FastifyInstance;
  readonly jobs: JobWorker;
  readonly works: Works;
  readonly database: Database;
  readonly log: Log;
}

/** Takes no new requests, lets running ones and short work end, gives long jobs back, and ends within the time whatever happens. */
async function stopInOrder({ app, jobs, works, database, log }: Stoppable, within: number): Promise<void> {
  const end = performance.now() + within;
  const working = Promise.all([app.close(), jobs.stop(within * 0.5), works.stop()]);
  if (!(await inTime(within * 0.6, working))) {
    log.warn(
      { work: works.underWay() },
      'Some requests or work did not end in time: they are cut off, and done again where they were acknowledged',
    );
    app.server.closeAllConnections();
  }
  working.catch((problem: unknown) => log.warn({ err: problem }, 'Something did not stop in order'));
  closeTypesetter();
  if (!(await inTime(end - performance.now(), database.stop())))
    log.warn('The database did not stop in time: it recovers by itself at the next start');
}

/** The rounds of the rooms, the work of the day and the letters, each on its own. */
function beginWorks(
  works: Works,
  database: Database,
  config: Config,
  clock: () => Date,
  sendMail: SendMail | null,
  log: Log,
): { nudge(): void } {
  const days: Readonly<Record<string, DailyWork>> = Object.assign({}, ...rooms.map((room) => room.daily ?? {}));
  const rounds: Readonly<Record<string, RoundWork>> = Object.assign({}, ...rooms.map((room) => room.rounds ?? {}));
  const believed = (): Promise<string | null> => database.gates.work.read(nobody, believedToday);
  for (const [name, work] of Object.entries(days)) {
    works.begin(name, betweenRounds, async () => {
      const failed: unknown[] = [];
      await runDaily(
        database.gates.work,
        { [name]: work },
        { now: clock(), site: config.baseUrl, believed: await believed() },
        (_, problem) => failed.push(problem),
      );
      if (failed.length > 0) throw failed[0];
    });
  }
  for (const [name, work] of Object.entries(rounds)) {
    works.begin(name, betweenRounds, async () =>
      work({
        gates: database.gates,
        now: clock(),
        key: database.key,
        site: config.baseUrl,
        believed: await believed(),
      }),
    );
  }
  const keeper = makeKeeper({
    entries: retentionOf(rooms, config.backupFolder),
    clock,
    ticks: () => performance.now(),
    site: config.baseUrl,
  });
  works.begin('retention', betweenRounds, () => keepRound(database, keeper));
  // Soon after the mixer, whose work leaves most of them.
  works.begin('traces', betweenTraces, async () => {
    const { waiting } = await wipeTraces(database);
    if (waiting > 0)
      log.info(
        'What was destroyed is not taken out of the files of the database yet: somebody still reads what was there before. The next round tries again',
      );
  });
  const pair = letterPair(database.key('letters'));
  return works.begin('letters', betweenLetters, async (isStopping) => {
    await sendLetters({
      gate: database.gates.work,
      sendMail,
      pair,
      site: config.baseUrl,
      clock,
      log: (line) => log.warn(line),
      isStopping,
    });
  });
}

export async function startKept(given: Config, { log, leaseSeconds }: StartOptions): Promise<Kept> {
  const config = await withPort(given);
  if (!(await isPortFree(config))) throw portTaken(config);
  log.info(config.databaseUrl === null ? 'Starting the database' : 'Connecting to the database');
  for (const [name, url] of [
    ['DATABASE_URL', config.databaseUrl],
    ['DATABASE_DIRECT_URL', config.directUrl],
  ] as const) {
    if (url !== null && isOpenToOthers(url))
      log.warn(
        `${name} leads to another machine with sslmode=disable: whoever is on the way between reads everything, unless something else encrypts it`,
      );
  }
  const database = await openDatabase(config, {
    migrations: houseMigrations(),
    how: 'own',
    holder: 'kept start',
    log: (message) => log.warn(`Database: ${message}`),
  });
  try {
    const time = await clockOfGate(database.gates.work);
    const clock = time.now;
    if (database.migrated.length > 0)
      log.info(
        `Prepared the database (${database.migrated.length} ${database.migrated.length === 1 ? 'step' : 'steps'})`,
      );
    await keepDays(
      database,
      rooms.flatMap(({ days = [] }) => days),
      (message) => log.info(message),
    );
    const holds = await whatItHolds(database);
    refuseOtherUse(holds, config.demo);
    const security = makeSecurityLog({ log, key: database.key('security events'), clock });
    const sign = makeSigning(config, database, clock, security.tell);
    // Before anything is published: every PDF names a head. Where it cannot be done, the rounds say so.
    await sign().catch(() => undefined);
    if (config.demo && holds === 'nothing') {
      log.info('Loading the demonstration');
      await loadDemonstration(database, clock, (line) => log.info(line));
    }
    database.gates.hear(security.tell);
    const assets = readAssets();
    const sendMail = config.smtpUrl === null ? null : smtpSender(config.smtpUrl, config.mailFrom);
    if (!config.demo && !/^(https:|http:\/\/localhost(:|$))/.test(config.baseUrl))
      log.warn(
        `Passkeys need https, and BASE_URL is ${config.baseUrl}: administrators and safeguarding leads cannot sign in there. Give BASE_URL=https://…`,
      );
    const works = makeWorks(log, clock);
    const disk = config.databaseUrl === null ? watchDisk(config.dataFolder, config.reserve) : null;
    const { app, shelf } = await buildServer({
      rooms,
      gates: database.gates,
      pulse: database.gates.pulse,
      clock,
      assets: assets.page,
      assetFiles: assets.files,
      baseUrl: config.baseUrl,
      settings: { demonstration: config.demo, hasMail: sendMail !== null },
      key: database.key,
      visitorOf,
      afterWrite: () => {
        jobs.nudge();
        letters.nudge();
        signing.nudge();
      },
      log,
      tellSecurity: security.tell,
      ...(disk ? { disk } : {}),
      works: {
        works: works.figures,
        jobs: () => jobs.figures(),
        security: security.counts,
        more: () =>
          gatherFigures({
            gates: database.gates,
            rooms,
            version: keptVersion(),
            now: clock(),
            folders: { data: config.dataFolder, ...(config.backupAt === null ? {} : { backups: config.backupFolder }) },
            more: () => figuresOfBackups(database, clock()),
          }),
      },
      metricsToken: config.metricsToken,
      signingKey: database.signer.key,
      behindProxy: config.behindProxy,
      securityContact: config.securityContact,
    });
    const jobs = startJobs({
      gate: database.gates.work,
      clock,
      handlers: Object.assign({}, ...rooms.map((room) => room.jobs ?? {})),
      aftermaths: Object.assign({}, ...rooms.map((room) => room.aftermaths ?? {})),
      afterJob: () => {
        shelf.doubt();
        signing.nudge();
      },
      ...(disk ? { isShort: () => disk.short() === 'all but answers' } : {}),
      // Whoever owns the embedded database is the only server on it; on a server of one's own there may be several.
      alone: database.postgres?.role === 'owned',
      ...(leaseSeconds === undefined ? {} : { leaseSeconds }),
      log,
    });
    await database.gates.keep();
    works.begin('clock', betweenLooks, time.look);
    const letters = beginWorks(works, database, config, clock, sendMail, log);
    await database.gates.work.write(nobody, (write) =>
      notePlan(
        write,
        config.backupAt === null || config.backupKey === null
          ? null
          : { dailyAt: config.backupAt, keep: config.backupKeep, mark: backupKeyMark(config.backupKey) },
        clock(),
      ),
    );
    if (config.backupAt !== null)
      works.begin('backups', betweenRounds, () => keepTimetable(config, database, clock, log));
    const signing = works.begin('signing', betweenTraces, sign);
    const url = await listen(app, config);
    return {
      url,
      site: config.baseUrl,
      database,
      stop: (within = stopWithin) => stopInOrder({ app, jobs, works, database, log }, within),
    };
  } catch (problem) {
    await database.stop();
    throw problem;
  }
}
