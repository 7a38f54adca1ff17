/** `kept start`: the database, the demonstration where it is wanted, the web server and the jobs, in one process. */
import type { Config } from '#kit/config.js';
import { type Database, openDatabase } from '#kit/database.js';
import { type DailyWork, runDaily } from '#kit/daily/daily.js';
import { startJobs } from '#kit/jobs/jobs.js';
import { sendLetters } from '#kit/mail/mail.js';
import { letterPair } from '#kit/mail/sealing.js';
import { smtpSender } from '#kit/mail/smtp.js';
import { closeTypesetter } from '#kit/pdf/typst.js';
import type { RoundWork } from '#kit/room.js';
import { buildServer } from '#kit/server.js';
import { visitorOf } from '#rooms/people/index.js';
import { readAssets } from './assets.js';
import { rooms } from './rooms.js';
import { isEmpty, loadDemonstration } from './seed.js';

export interface Kept {
  /** Address at which it answers. */
  readonly url: string;
  readonly database: Database;
  stop(): Promise<void>;
}

export interface StartOptions {
  readonly say: (line: string) => void;
  readonly clock?: () => Date;
  readonly logLevel?: 'silent' | 'warn' | 'info';
  /** How long a job stays with a process that died, where another may be working on the same database. */
  readonly leaseSeconds?: number;
}

/** What the person who starts Kept can mend. */
class StartProblem extends Error {
  override readonly name = 'StartProblem';
}

function portTaken(config: Config): StartProblem {
  return new StartProblem(`The port ${config.port} is taken by another program. Stop that one, or give another port: PORT=${config.port + 1} npm start`);
}

async function listen(app: { listen(at: { port: number; host: string }): Promise<string> }, config: Config): Promise<string> {
  try {
    return await app.listen({ port: config.port, host: config.host });
  } catch (problem) {
    const code = problem instanceof Error && 'code' in problem ? problem.code : null;
    if (code === 'EADDRINUSE') throw portTaken(config);
    if (code === 'EACCES') throw new StartProblem(`The port ${config.port} may only be opened by the administrator of this machine. Give one from 1024 on, such as PORT=3000.`);
    if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL' || code === 'EAI_AGAIN') throw new StartProblem(`This machine has no address ${config.host}. Give one it has, such as HOST=127.0.0.1 or HOST=0.0.0.0.`);
    throw problem;
  }
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

const minutesBetweenRounds = 5;
/** Somebody may be waiting for a link that the mail server did not take at once. */
const minutesBetweenLetters = 0.5;

/** What has to be done again and again: one round after the other, and sooner where somebody asks for it. */
function startRounds(round: (isStopping: () => boolean) => Promise<void>, minutes = minutesBetweenRounds): { nudge(): void; stop(): Promise<void> } {
  let isStopped = false;
  /** Asked for while a round was running: it may have passed by already. */
  let isAskedFor = false;
  let waken = (): void => undefined;
  const loop = async (): Promise<void> => {
    while (!isStopped) {
      isAskedFor = false;
      // The database may be away for a moment; the next round does what this one could not.
      await round(() => isStopped).catch(() => undefined);
      if (isStopped) return;
      if (isAskedFor) continue;
      await new Promise<void>((resolve) => {
        waken = resolve;
        setTimeout(resolve, minutes * 60_000).unref();
      });
    }
  };
  const running = loop();
  return {
    nudge: () => {
      isAskedFor = true;
      waken();
    },
    async stop() {
      isStopped = true;
      waken();
      await running;
    },
  };
}

export async function startKept(config: Config, { say, clock = () => new Date(), logLevel = 'warn', leaseSeconds }: StartOptions): Promise<Kept> {
  if (!(await isPortFree(config))) throw portTaken(config);
  say(config.databaseUrl === null ? 'Starting the database' : 'Connecting to the database');
  const database = await openDatabase(config, { how: 'own', holder: 'kept start', log: (message) => say(`Database: ${message}`) });
  try {
    if (database.migrated.length > 0) say(`Prepared the database (${database.migrated.length} ${database.migrated.length === 1 ? 'step' : 'steps'})`);
    if (config.demo && (await isEmpty(database))) {
      say('Loading the demonstration');
      await loadDemonstration(database, clock, say);
    }
    const assets = readAssets();
    const works: Readonly<Record<string, DailyWork>> = Object.assign({}, ...rooms.map((room) => room.daily ?? {}));
    const roundWorks: Readonly<Record<string, RoundWork>> = Object.assign({}, ...rooms.map((room) => room.rounds ?? {}));
    const log = {
      info: () => undefined,
      error: (detail: object, message: string) => say(`${message}: ${'err' in detail && detail.err instanceof Error ? (detail.err.stack ?? detail.err.message) : ''}`),
    };
    const sendMail = config.smtpUrl === null ? null : smtpSender(config.smtpUrl, config.mailFrom);
    const pair = letterPair(database.key('letters'));
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
      },
      logLevel,
      behindProxy: config.behindProxy,
    });
    const jobs = startJobs({
      gate: database.gates.work,
      clock,
      handlers: Object.assign({}, ...rooms.map((room) => room.jobs ?? {})),
      aftermaths: Object.assign({}, ...rooms.map((room) => room.aftermaths ?? {})),
      afterJob: () => shelf.doubt(),
      // Whoever owns the embedded database is the only server on it; on a server of one's own there may be several.
      alone: database.postgres?.role === 'owned',
      ...(leaseSeconds === undefined ? {} : { leaseSeconds }),
      log,
    });
    const days = startRounds(async () => void (await runDaily(database.gates.work, works, clock(), config.baseUrl, (message, problem) => log.error({ err: problem }, message))));
    const rounds = startRounds(async () => {
      for (const [name, work] of Object.entries(roundWorks)) {
        await work({ gates: database.gates, now: clock(), key: database.key, site: config.baseUrl }).catch((problem: unknown) => log.error({ err: problem }, `The work "${name}" did not end well`));
      }
    });
    const letters = startRounds(async (isStopping) => void (await sendLetters({ gate: database.gates.work, sendMail, pair, clock, log: say, isStopping })), minutesBetweenLetters);
    const url = await listen(app, config);
    return {
      url,
      database,
      async stop() {
        await app.close();
        await jobs.stop();
        await days.stop();
        await letters.stop();
        await rounds.stop();
        closeTypesetter();
        await database.stop();
      },
    };
  } catch (problem) {
    await database.stop();
    throw problem;
  }
}
