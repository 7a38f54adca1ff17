/** Rounds on a PostgreSQL of the machine's own: a failover under a class that answers, two processes of which one is killed, and two Kepts on one server. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { readConfig } from '#kit/config.js';
import { type Database, openDatabase } from '#kit/database.js';
import { quiet } from '#kit/log.js';
import { openSurvey } from '#rooms/heard/taking-part/fixtures.js';
import { type Kept, startKept } from '../src/app/start.js';
import { allAreThere, answering } from './children.js';
import { type OwnServer, startServer, startStandby } from './own-server.js';
import { houseMigrations } from './migrations.js';

const secret = 'a secret that nobody can guess, of 44 letters';
const children = 200;

async function as(url: string, ...texts: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const text of texts) await client.query(text);
  await client.end();
}

async function aServer(...databases: readonly string[]): Promise<OwnServer> {
  const server = startServer();
  await as(
    server.address('keeper', 'of the keeper', 'postgres'),
    `create role council login createrole password 'p'`,
    ...databases.map((name) => `create database ${name} owner council`),
  );
  return server;
}

async function aSurvey(
  database: Database,
): Promise<{ readonly survey: string; readonly id: string; readonly code: string }> {
  const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const { survey, wayIn } = await openSurvey(database.gates.work, database.key, randomUUID(), {
    opensOn: day(-1),
    closesOn: day(20),
  });
  const { id, code } = await wayIn('class session', { places: 1_000_000 });
  return { survey, id, code };
}

/** The primary dies at once; the standby, which every commit has waited for, takes over; Kept and the children go on by themselves. */
export async function failOver(rounds: number): Promise<Readonly<Record<string, number>>> {
  const figures = { rounds, acknowledged: 0, again: 0, longestSilence: 0 };
  let primary = await aServer('kept');
  try {
    for (let round = 0; round < rounds; round += 1) {
      const standby = startStandby(primary, 'second');
      const keeper = (server: OwnServer) => server.address('keeper', 'of the keeper', 'postgres');
      const config = readConfig({
        DATABASE_URL: `postgres://council:p@/kept?host=${primary.folder},${standby.folder}`,
        KEPT_SECRET: secret,
        PORT: '0',
        KEPT_DEMO: 'off',
      });
      let kept: Kept | null = null;
      try {
        kept = await startKept(config, { log: quiet });
        const { url, database } = kept;
        const way = await aSurvey(database);
        await as(keeper(primary), `alter system set synchronous_standby_names = 'second'`, 'select pg_reload_conf()');
        const class_ = answering(() => [url], way, children);
        await class_.thanks(children * 3);
        await pause(Math.random() * 300);
        const began = performance.now();
        primary.stop('immediate');
        standby.run('pg_ctl', '-D', join(standby.folder, 'data'), '-w', 'promote');
        await class_.thanks(1);
        figures.longestSilence = Math.max(figures.longestSilence, Math.round(performance.now() - began));
        await class_.thanks(children * 2);
        await class_.end();
        await allAreThere(database, way, class_.acknowledged, children);
        figures.acknowledged += class_.acknowledged.size;
        figures.again += class_.again();
      } finally {
        await kept?.stop();
        primary.stop();
        primary.remove();
        primary = standby;
      }
    }
    return figures;
  } finally {
    primary.stop();
    primary.remove();
  }
}

interface Process {
  readonly child: ChildProcess;
  readonly url: string;
}

async function aProcess(environment: Readonly<Record<string, string>>): Promise<Process> {
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', resolve(import.meta.dirname, '..', 'src', 'app', 'cli.js'), 'start'],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        HOME: '/',
        PORT: '0',
        KEPT_DEMO: 'off',
        KEPT_LOG: 'text',
        KEPT_USER: 'root',
        ...environment,
      },
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += part.toString()));
  for (;;) {
    const url = /Kept is ready after [^:]*: (http:\S+)/.exec(said)?.[1];
    if (url !== undefined) return { child, url: url.replace('localhost', '127.0.0.1') };
    assert.equal(child.exitCode, null, said);
    await pause(30);
  }
}

/** One of two processes is killed and started again, round after round; the other takes what comes. */
export async function killOneOfTwo(rounds: number): Promise<Readonly<Record<string, number>>> {
  const server = await aServer('kept');
  const environment = { DATABASE_URL: server.address('council', 'p', 'kept'), KEPT_SECRET: secret };
  const database = await openDatabase(readConfig(environment), {
    migrations: houseMigrations(),
    how: 'join',
    holder: 'a soak of Kept',
    log: () => undefined,
  });
  const running: Process[] = [];
  try {
    const way = await aSurvey(database);
    running.push(...(await Promise.all([aProcess(environment), aProcess(environment)])));
    const class_ = answering(() => running.map(({ url }) => url), way, children);
    for (let round = 0; round < rounds; round += 1) {
      await class_.thanks(children);
      await pause(Math.random() * 200);
      running[round % 2]?.child.kill('SIGKILL');
      await class_.thanks(children);
      running[round % 2] = await aProcess(environment);
    }
    await class_.thanks(children);
    await class_.end();
    await allAreThere(database, way, class_.acknowledged, children * (rounds + 1));
    return { rounds, acknowledged: class_.acknowledged.size, again: class_.again() };
  } finally {
    for (const { child } of running) {
      const ended = new Promise((settle) => child.once('exit', settle));
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGTERM');
      await ended;
    }
    await database.stop();
    server.stop();
    server.remove();
  }
}

/** Two Kepts with secrets of their own on one server: both take answers, are started again, and neither gate opens the other's database. */
export async function twoKepts(rounds: number): Promise<Readonly<Record<string, number>>> {
  const server = await aServer('kept', 'pilot');
  const configs = [
    ['kept', secret],
    ['pilot', 'another secret that nobody can guess either'],
  ].map(([name = '', own = '']) =>
    readConfig({ DATABASE_URL: server.address('council', 'p', name), KEPT_SECRET: own, PORT: '0', KEPT_DEMO: 'off' }),
  );
  const start = () => Promise.all(configs.map((config) => startKept(config, { log: quiet })));
  let both = await start();
  let acknowledged = 0;
  try {
    const ways = await Promise.all(both.map(({ database }) => aSurvey(database)));
    for (let round = 0; round < rounds; round += 1) {
      const classes = both.map(({ url }, at) => answering(() => [url], ways[at] ?? assert.fail(), 50));
      await Promise.all(classes.map((one) => one.thanks(100)));
      await Promise.all(classes.map((one) => one.end()));
      acknowledged += classes.reduce((sum, one) => sum + one.acknowledged.size, 0);
      const [first = assert.fail()] = both;
      const { connectionString } = first.database.reach('kept_work') as { readonly connectionString: string };
      await assert.rejects(as(connectionString.replace('/kept?', '/pilot?'), 'select 1'), { code: '42501' });
      await Promise.all(both.map((one) => one.stop()));
      both = await start();
    }
    return { rounds, acknowledged };
  } finally {
    await Promise.all(both.map((one) => one.stop()));
    server.stop();
    server.remove();
  }
}
