/** `kept start`: the database, the demonstration where it is wanted, the web server and the jobs, in one process. */
import { createTransport } from 'nodemailer';
import type { Config } from '#kit/config.js';
import { type Database, openDatabase } from '#kit/database.js';
import { startJobs } from '#kit/jobs/jobs.js';
import type { DoorSettings } from '#kit/page.js';
import { closeTypesetter } from '#kit/pdf/typst.js';
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

function mailer(config: Config): DoorSettings['sendMail'] {
  if (config.smtpUrl === null) return null;
  const transport = createTransport(config.smtpUrl);
  return async (mail) => {
    await transport.sendMail({ from: config.mailFrom, ...mail });
  };
}

export async function startKept(config: Config, { say, clock = () => new Date(), logLevel = 'warn', leaseSeconds }: StartOptions): Promise<Kept> {
  say(config.databaseUrl === null ? 'Starting the database' : 'Connecting to the database');
  const database = await openDatabase(config, { how: 'own', holder: 'kept start', log: (message) => say(`Database: ${message}`) });
  try {
    if (database.migrated.length > 0) say(`Prepared the database (${database.migrated.length} ${database.migrated.length === 1 ? 'step' : 'steps'})`);
    if (config.demo && (await isEmpty(database))) {
      say('Loading the demonstration');
      await loadDemonstration(database, clock, say);
    }
    const assets = readAssets();
    const log = {
      info: () => undefined,
      error: (detail: object, message: string) => say(`${message}: ${'err' in detail && detail.err instanceof Error ? (detail.err.stack ?? detail.err.message) : ''}`),
    };
    const { app, shelf } = await buildServer({
      rooms,
      gates: database.gates,
      clock,
      assets: assets.page,
      assetFiles: assets.files,
      baseUrl: config.baseUrl,
      settings: { demonstration: config.demo, sendMail: mailer(config) },
      visitorOf,
      afterWrite: () => jobs.nudge(),
      logLevel,
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
    const url = await app.listen({ port: config.port, host: config.host });
    return {
      url,
      database,
      async stop() {
        await app.close();
        await jobs.stop();
        closeTypesetter();
        await database.stop();
      },
    };
  } catch (problem) {
    await database.stop();
    throw problem;
  }
}
