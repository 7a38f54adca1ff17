/**
 * Rounds of `kill -9` against the whole of Kept while a clerk imports and publishes over HTTP: whatever was answered with
 * "done" is there afterwards, once; what was asked for is finished without anybody's help; nothing is published by half.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readConfig } from '#kit/config.js';
import { type Database, openDatabase } from '#kit/database.js';
import { sql } from 'kysely';
import { asOwner } from '../src/app/owner.js';
import { verify } from '../src/app/verify.js';
import { type Answer, type Clerk, type RunningApp, signIn, startApp } from './app.js';
import { houseMigrations } from './migrations.js';

/** What the clerk was told, over all rounds. */
interface Acknowledged {
  /** SHA-256 of the file -> the file and its import. */
  readonly imports: Map<string, { readonly text: string; readonly id: string }>;
  readonly jobs: Set<string>;
  /** Statuses that were neither success nor "come back in a moment". */
  readonly faults: string[];
}

export interface KillFigures {
  readonly rounds: number;
  readonly imports: number;
  readonly publications: number;
  readonly jobs: number;
  /** Kills that fell into a job under way, and into an upload without an answer. */
  readonly midPublish: number;
  readonly midImport: number;
}

/** A small pack of an invented board: two meetings take turns, every text is new, so versions follow on one another. */
export function packText(number: number, salt: string): string {
  const day = number % 2 === 0 ? 10 : 17;
  return `# Harbour Youth Board

Agenda

Tuesday, ${day} March 2026
11.00 am

Harbour Youth Board – Membership 2025/26

| Councillor | Authority |
|---|---|
| Labour (2) | |
| Cllr Ada Penrose (Chair) | Northmoor Council |
| Cllr Tomos Rhydderch | Saltmarsh Council |
| Conservative (1) | |
| Cllr Iris Fell | Eastwater Council |

Agenda

| Item | Page |
|---|---|
| 1. Welcome, Apologies and Declarations of Interest | |
| 2. Note of the Previous Meeting | 1 - 2 |
| 3. Summer places | 3 - 4 |

Minutes of last Harbour Youth Board meeting

Harbour Youth Board

Tuesday, 13 January 2026

1 Welcome, Apologies and Substitutes, Declarations of Interest

The Chair opened the meeting.

2 Outreach

The Chair invited officers to speak about outreach in week ${number}.

Members comments:

- A member asked how outreach of ${salt} begins.

Decision

The Board noted report ${number} of ${salt}.

Actions

- Officers to bring figures for week ${number}.

Summer places

Purpose of Report

For discussion.

Summary

Pack ${number} of the round ${salt}: places offered to young people in the summer.

Recommendation(s)

That the board notes the ${number} places.

Background

1. ${`Each authority was asked in week ${number} how many places it keeps. `.repeat(3)}

2. ${`The answers of ${salt} differ by district. `.repeat(1 + (number % 7))}
`;
}

async function untilDone(answer: Promise<Answer>, what: string, told: Acknowledged): Promise<Answer | null> {
  try {
    const got = await answer;
    if (got.status === 303 || got.status === 200) return got;
    // 422 is an answer too ("being published"); 503 says to come back.
    if (got.status !== 503 && got.status !== 422)
      told.faults.push(`${what}: ${got.status} ${/<h1[^>]*>([^<]*)/.exec(got.body)?.[1] ?? ''}`);
  } catch {
    // Cut off: whether it was done is open, and so it was not acknowledged.
  }
  return null;
}

/** Imports and publishes until told to stop; notes what was acknowledged. */
async function busy(
  clerk: Clerk,
  salt: string,
  going: () => boolean,
  told: Acknowledged,
  state: { uploading: boolean },
): Promise<void> {
  for (let number = 0; going(); number += 1) {
    const text = packText(number, salt);
    state.uploading = true;
    const uploaded = await untilDone(clerk.upload(`pack-${number}.md`, text), 'upload', told);
    state.uploading = false;
    const id = /^\/work\/imports\/([0-9a-f-]{36})/.exec(uploaded?.location ?? '')?.[1];
    if (id === undefined) {
      await pause(50);
      continue;
    }
    told.imports.set(createHash('sha256').update(text).digest('hex'), { text, id });
    await untilDone(clerk.post(`/work/imports/${id}/accept-rest`, {}), 'accept', told);
    const asked = await untilDone(clerk.post(`/work/imports/${id}/publish`, {}), 'publish', told);
    const job = /^\/work\/progress\/([0-9a-f-]{36})/.exec(asked?.location ?? '')?.[1];
    if (job !== undefined) told.jobs.add(job);
  }
}

interface JobState {
  id: string;
  state: string;
  outcome: string | null;
}

async function jobs(database: Database): Promise<readonly JobState[]> {
  return asOwner(
    database,
    async (write) => (await sql<JobState>`select id, state, outcome from kit.job`.execute(write)).rows,
  );
}

/** Waits until the queue has worked itself empty; nobody asks it to. */
async function settled(database: Database): Promise<readonly JobState[]> {
  const deadline = Date.now() + 120_000;
  for (;;) {
    const all = await jobs(database).catch(() => null);
    if (all?.every(({ state }) => state === 'done' || state === 'failed')) return all;
    if (Date.now() > deadline)
      throw new Error(`work is left over: ${JSON.stringify(all?.filter(({ state }) => state !== 'done'))}`);
    await pause(100);
  }
}

/** One number for each question; all must be nothing. */
const halves: Readonly<Record<string, string>> = {
  'a decision, action, person or passage of an older version': `
    with newest as (select distinct on (kind, subject) id from published.publication order by kind, subject, version desc),
      drawn as (select publication from published.decision union all select publication from published.action
        union all select publication from published.person union all select publication from published.passage)
    select count(*) from drawn where publication not in (select id from newest)`,
  'a newest version without its passages, or with a gap in them': `
    with newest as (select distinct on (kind, subject) id from published.publication order by kind, subject, version desc)
    select count(*) from newest left join (select publication, count(*) as found, max(position) as last
      from published.passage group by publication) as held on held.publication = newest.id
    where (held.found is null or held.found <> held.last + 1)
      and not exists (select from published.practice as gone where gone.publication = newest.id and gone.state = 'withdrawn')`,
  'a withdrawn practice that the search still finds': `
    select count(*) from published.practice as gone where gone.state = 'withdrawn' and exists (select
      from published.passage where publication = gone.publication)`,
  'a pack or minutes whose meeting does not show the newest version': `
    with newest as (select distinct on (kind, subject) id, kind, subject from published.publication
      where kind in ('pack', 'minutes') order by kind, subject, version desc)
    select count(*) from newest left join published.meeting as meeting on meeting.board || '/' || meeting.slug = newest.subject
    where (case newest.kind when 'pack' then meeting.pack else meeting.minutes end) is distinct from newest.id`,
  'a board that does not show its newest version': `
    with newest as (select distinct on (subject) id, subject from published.publication where kind = 'board' order by subject, version desc)
    select count(*) from newest left join published.board as board on board.slug = newest.subject where board.publication is distinct from newest.id`,
  'minutes whose decisions or actions are not all there': `
    with newest as (select distinct on (subject) id, content::jsonb as content from published.publication where kind = 'minutes' order by subject, version desc)
    select count(*) from newest where
      (select count(*) from published.decision where publication = newest.id) <> (select
        coalesce(sum(jsonb_array_length(item->'decisions')), 0)
        from jsonb_array_elements(newest.content->'minutes'->'items') as item)
      or (select count(*) from published.action where publication = newest.id) <> (select
        coalesce(sum(jsonb_array_length(item->'actions')), 0)
        from jsonb_array_elements(newest.content->'minutes'->'items') as item)`,
  'a board whose members are not all there': `
    with newest as (select distinct on (subject) id, content::jsonb as content from published.publication where kind = 'board' order by subject, version desc)
    select count(*) from newest where
      (select count(*) from published.person where publication = newest.id and kind in ('member', 'substitute')) <>
      (select coalesce(sum(jsonb_array_length(party->'members') + jsonb_array_length(party->'substitutes')), 0)
        from jsonb_array_elements(newest.content->'groups') as party)`,
  'a pack without its PDF': `select count(*) from published.publication where kind = 'pack' and pdf is null`,
  'a publication that no journal entry names': `
    select count(*) from published.publication as made where not exists (
      select from kit.journal where verb = 'publish' and kind = made.kind and thing = made.subject and (detail->>'version')::int = made.version)`,
  'an import that is still said to be publishing': `select count(*) from record.import where state = 'publishing'`,
  'a file that was imported twice': `select count(*) from (select sha256 from record.import group by organisation, sha256 having count(*) > 1) as twice`,
};

async function checkAll(database: Database, clerk: Clerk, told: Acknowledged): Promise<number> {
  const all = new Map((await settled(database)).map((job) => [job.id, job]));
  for (const id of told.jobs)
    assert.equal(all.get(id)?.state, 'done', `the job ${id} that was asked for: ${JSON.stringify(all.get(id))}`);
  assert.deepEqual(
    [...all.values()].filter(({ state }) => state === 'failed'),
    [],
    'no job failed',
  );
  const kept = await asOwner(
    database,
    async (write) =>
      (await sql<{ id: string; sha256: string }>`select id, sha256 from record.import`.execute(write)).rows,
  );
  const byHash = Map.groupBy(kept, ({ sha256 }) => sha256);
  for (const [hash, { id }] of told.imports)
    assert.deepEqual(
      byHash.get(hash)?.map((row) => row.id),
      [id],
      'an acknowledged import is there once',
    );
  for (const [question, text] of Object.entries(halves)) {
    const found = await asOwner(
      database,
      async (write) => (await sql<{ count: string | number }>`${sql.raw(text)}`.execute(write)).rows[0],
    );
    assert.equal(Number(found?.count), 0, question);
  }
  const verified = await verify(database.gates);
  assert.deepEqual(verified.faults, []);
  if (told.jobs.size > 0) {
    const drawn = await asOwner(
      database,
      async (write) =>
        (
          await sql<{
            decisions: number;
            actions: number;
          }>`select (select count(*)::int from published.decision
            where body like 'The Board noted report%') as decisions, (select count(*)::int from published.action
            where body like 'Officers to bring figures%') as actions`.execute(write)
        ).rows[0],
    );
    assert.deepEqual({ ...drawn }, { decisions: 1, actions: 1 }, 'the newest minutes, and they alone, are drawn from');
  }
  const last = [...told.imports.values()].at(-1);
  if (last)
    assert.equal(
      (await clerk.upload('again.md', last.text)).location,
      `/work/imports/${last.id}?done=known`,
      'the same file again is the same import',
    );
  assert.deepEqual(told.faults, [], 'no request ended in a fault of ours');
  return verified.publications;
}

function nothingTold(): Acknowledged {
  return { imports: new Map(), jobs: new Set(), faults: [] };
}

function joined(folder: string): Promise<Database> {
  return openDatabase(readConfig({ KEPT_DATA: folder }), {
    migrations: houseMigrations(),
    how: 'join',
    holder: 'a test of Kept',
    log: () => undefined,
  });
}

async function isWorking(folder: string): Promise<boolean> {
  const database = await joined(folder).catch(() => null);
  if (!database) return false;
  try {
    return (await jobs(database)).some(({ state }) => state === 'running');
  } finally {
    await database.stop();
  }
}

/** Some part of a second up to three: from the first upload into the third or fourth act of publishing. */
function moment(): number {
  return 50 + Math.random() * 2950;
}

/** Kills the application; the next round's start finds what the last one left. */
export async function killWhilePublishing(folder: string, rounds: number): Promise<KillFigures> {
  const told = nothingTold();
  let midPublish = 0;
  let midImport = 0;
  let publications = 0;
  let app: RunningApp = await startApp(folder);
  try {
    for (let round = 0; round < rounds; round += 1) {
      const clerk = await signIn(app.url);
      let going = true;
      const state = { uploading: false };
      const work = busy(clerk, `application-${round}-${process.pid}`, () => going, told, state);
      // Every second round waits for an acknowledged import: on a busy machine the moment may come before the first one.
      const acknowledged = told.imports.size;
      if (round % 2 === 1) await until(async () => told.imports.size > acknowledged, 'an import is acknowledged');
      await pause(moment());
      if (state.uploading) midImport += 1;
      going = false;
      app.process.kill('SIGKILL');
      await app.ended;
      await work;
      app = await startApp(folder);
      const database = await joined(folder);
      try {
        // What is left over right after the start was cut off in the middle.
        if ((await jobs(database)).some((job) => job.state !== 'done')) midPublish += 1;
        publications = await checkAll(database, await signIn(app.url), told);
      } finally {
        await database.stop();
      }
    }
  } finally {
    await app.end();
  }
  return { rounds, imports: told.imports.size, publications, jobs: told.jobs.size, midPublish, midImport };
}

/** Kills the postmaster under a running application, every second time with all its sessions; nobody starts anything. */
export async function killTheDatabaseWhilePublishing(folder: string, rounds: number): Promise<KillFigures> {
  const told = nothingTold();
  let midPublish = 0;
  let midImport = 0;
  let publications = 0;
  const app = await startApp(folder);
  try {
    for (let round = 0; round < rounds; round += 1) {
      const clerk = await signIn(app.url);
      let going = true;
      const state = { uploading: false };
      const work = busy(clerk, `database-${round}-${process.pid}`, () => going, told, state);
      const acknowledged = told.imports.size;
      if (round % 2 === 1) await until(async () => told.imports.size > acknowledged, 'an import is acknowledged');
      await pause(moment());
      if (await isWorking(folder)) midPublish += 1;
      if (state.uploading) midImport += 1;
      const pid = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
      process.kill(round % 2 === 1 ? -pid : pid, 'SIGKILL');
      await pause(500);
      going = false;
      await work;
      assert.equal(app.process.exitCode, null, `the application lives on: ${app.said.join('\n')}`);
      await until(async () => (await fetch(`${app.url}/readyz`)).status === 200, 'it is ready again');
      const database = await joined(folder);
      try {
        publications = await checkAll(database, clerk, told);
      } finally {
        await database.stop();
      }
    }
  } finally {
    await app.end();
  }
  return { rounds, imports: told.imports.size, publications, jobs: told.jobs.size, midPublish, midImport };
}

async function until(wanted: () => Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await wanted().catch(() => false))) {
    if (Date.now() > deadline) throw new Error(`not within a minute: ${what}`);
    await pause(50);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Kills the application below `kept.mjs start`, and its database with it every second time; the launcher brings it back. */
export async function killUnderTheLauncher(folder: string, rounds: number): Promise<void> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const launcher = spawn(process.execPath, [resolve(import.meta.dirname, '..', '..', 'kept.mjs'), 'start'], {
    stdio: 'ignore',
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'] ?? '/',
      KEPT_DATA: folder,
      KEPT_DEMO: 'on',
      PORT: String(port),
    },
  });
  const ended = new Promise<void>((settle) => launcher.on('exit', () => settle()));
  const isReady = async (): Promise<boolean> => (await fetch(`${url}/readyz`)).status === 200;
  const children = (): readonly number[] =>
    readFileSync(`/proc/${launcher.pid}/task/${launcher.pid}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter((pid) => pid !== '')
      .map(Number);
  try {
    await until(isReady, 'the first start is ready');
    for (let round = 0; round < rounds; round += 1) {
      // The launcher takes a death in the first three seconds for a fault that would come again.
      await pause(3200);
      const before = children();
      const postmaster = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
      assert.equal(before.length, 1);
      for (const pid of before) process.kill(pid, 'SIGKILL');
      if (round % 2 === 1) {
        try {
          process.kill(postmaster, 'SIGKILL');
        } catch {
          // It had noticed the end of its application already.
        }
      }
      await until(
        async () => children().some((pid) => !before.includes(pid)) && (await isReady()),
        'it is ready again',
      );
    }
  } finally {
    launcher.kill('SIGTERM');
    await ended;
  }
}
