/**
 * The queue of long work, kept in the database so that a kill loses nothing: a job is taken under a lease that its
 * worker renews; when the worker dies the lease runs out and the job is taken again. Handlers must therefore bear being
 * run twice. Why this is our own: docs/decisions/0005.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { type Gate, nobody, type Read, type Write } from '#kit/db/gate.js';
import { isDiskFull, isUnable, json } from '#kit/db/client.js';
import { newId } from '#kit/id.js';
import { kindOf } from '#kit/log.js';
import { refusedByRule } from '#kit/refused-row.js';
import { unavailable } from '#kit/unavailable.js';

declare module '#kit/db/tables.js' {
  interface Tables {
    'kit.job': JobRow;
  }
}

export interface JobRow {
  id: string;
  kind: string;
  organisation: string;
  account: string;
  payload: unknown;
  state: 'waiting' | 'running' | 'done' | 'failed';
  step: string;
  progress: number;
  attempts: number;
  lease_until: Date | null;
  outcome: string | null;
  asked_at: Date;
  ended_at: Date | null;
}

export interface Job {
  readonly id: string;
  readonly kind: string;
  readonly organisation: string;
  readonly account: string;
  readonly payload: unknown;
}

/** Says how far a job is; also renews its lease. `progress` from 0 to 1. */
export type Tell = (step: string, progress: number) => Promise<void>;

/** What a handler works with: the work gate under the standing of the account that asked. */
export interface Bench {
  readonly read: <T>(question: (read: Read) => Promise<T>) => Promise<T>;
  readonly write: <T>(act: (write: Write) => Promise<T>) => Promise<T>;
  readonly tell: Tell;
  readonly clock: () => Date;
}

/** Does the job and returns the address where its result is shown. Throws `JobRefused` for what the reader must mend. */
export type JobHandler = (job: Job, bench: Bench) => Promise<string>;

/** What a failed job leaves behind and must be put right, in the transaction that notes the failure. */
export type JobAftermath = (write: Write, job: Job) => Promise<void>;

/** A refusal that trying again will not change; its message is shown to the reader as it is. */
export class JobRefused extends Error {}

/** A worker that stops has given its job back: whatever its handler still does, it no longer speaks for it. */
class JobGivenBack extends Error {}

/** It was refused by a rule of the database, which was asked before and has changed its answer since: its organisation was rejected meanwhile. */
const ruleWords = {
  'not-verified':
    'Nothing was published: your organisation is not verified. In the workspace, “Verification” says why, and what you can do.',
  'has-ended': 'Nothing was published: something that it belongs to has ended.',
} as const;

const attemptsAtMost = 5;
/** Longest rest after the database could not take a job back or go on with it. */
const restAtMost = 30_000;
/** A job under which the process died this often is what kills it, and is not taken again. */
const takenAtMost = 50;

export async function askForJob(write: Write, job: Omit<Job, 'id'>, now: Date): Promise<string> {
  const id = newId();
  await write
    .insertInto('kit.job')
    .values({
      id,
      kind: job.kind,
      organisation: job.organisation,
      account: job.account,
      payload: json(job.payload),
      state: 'waiting',
      step: 'Waiting to start',
      progress: 0,
      attempts: 0,
      lease_until: null,
      outcome: null,
      asked_at: now,
      ended_at: null,
    })
    .execute();
  return id;
}

/** The job of this organisation, for its progress page. */
export async function jobProgress(read: Read, organisation: string, id: string): Promise<JobRow | undefined> {
  return read
    .selectFrom('kit.job')
    .selectAll()
    .where('id', '=', id)
    .where('organisation', '=', organisation)
    .executeTakeFirst();
}

export interface Workshop {
  readonly gate: Gate;
  readonly clock: () => Date;
  /** Called after every job: it may have published something. */
  readonly afterJob: () => void;
  readonly handlers: Readonly<Record<string, JobHandler>>;
  readonly aftermaths: Readonly<Record<string, JobAftermath>>;
  /** How long a job stays with a worker that says nothing; 30 s unless told otherwise. */
  readonly leaseSeconds?: number;
  /** Seconds until a job that failed once is tried again; four and nine times as long after the second and third time. 2 unless told otherwise. */
  readonly retrySeconds?: number;
  /** No job is begun while this is true: there is no room for what it would make. */
  readonly isShort?: () => boolean;
  /** No other process can be working on this database: what is under way at the start was left by one that died, and is taken over at once. */
  readonly alone?: boolean;
  readonly log: {
    info(detail: object, message: string): void;
    warn?(detail: object, message: string): void;
    error(detail: object, message: string): void;
  };
}

interface TakenJob extends Job {
  readonly attempts: number;
  isGivenBack?: boolean;
}

function leaseOf(workshop: Workshop): number {
  return workshop.leaseSeconds ?? 30;
}

async function take(workshop: Workshop): Promise<TakenJob | undefined> {
  return workshop.gate.write(nobody, async (write) => {
    const found = await sql<JobRow>`
      update kit.job set state = 'running', attempts = attempts + 1, lease_until = now() + make_interval(secs => ${leaseOf(workshop)})
      where id = (
        select id from kit.job
        where state in ('waiting', 'running') and (state = 'waiting' and lease_until is null or lease_until < now())
        order by asked_at limit 1 for update skip locked)
      returning *`.execute(write);
    return found.rows[0];
  });
}

async function takeOver(workshop: Workshop): Promise<void> {
  await workshop.gate.write(nobody, async (write) => {
    await sql`update kit.job set state = 'waiting', lease_until = null where state = 'running'`.execute(write);
  });
}

/** Only who took a job last may speak for it: a worker whose lease ran out while it was held up must not overrule its successor. */
function isMine(job: TakenJob) {
  if (job.isGivenBack) throw new JobGivenBack('this job was given back');
  return sql`id = ${job.id} and state = 'running' and attempts = ${job.attempts}`;
}

/**
 * After the database went away under a job, or had no room for it, or when its worker stops, the job waits again as if
 * it had never been taken; else its lease runs out.
 */
async function giveBack(workshop: Workshop, job: TakenJob): Promise<void> {
  const until = performance.now() + leaseOf(workshop) * 1000;
  while (performance.now() < until) {
    try {
      await workshop.gate.write(nobody, async (write) => {
        await sql`update kit.job set state = 'waiting', step = 'Trying again', lease_until = null, attempts = attempts - 1 where ${isMine(job)}`.execute(
          write,
        );
      });
      return;
    } catch (problem) {
      if (!isUnable(problem)) throw problem;
      await pause(isDiskFull(problem) ? 1000 : 100);
    }
  }
}

/** False where the database could not go on with it: then the worker rests. */
async function tend(workshop: Workshop, job: TakenJob): Promise<boolean> {
  const tell: Tell = (step, progress) =>
    workshop.gate.write(nobody, async (write) => {
      await sql`update kit.job set step = ${step}, progress = ${progress}, lease_until = now() + make_interval(secs =>
        ${leaseOf(workshop)}) where ${isMine(job)}`.execute(write);
    });
  const renew = setInterval(
    () => {
      workshop.gate
        .write(nobody, async (write) => {
          await sql`update kit.job set lease_until = now() + make_interval(secs => ${leaseOf(workshop)}) where ${isMine(job)}`.execute(
            write,
          );
        })
        .catch(() => undefined);
    },
    (leaseOf(workshop) / 3) * 1000,
  );
  renew.unref();
  const standing = { account: job.account, organisation: job.organisation, boards: '*' } as const;
  const note = async (
    write: Write,
    state: 'done' | 'failed' | 'waiting',
    step: string,
    outcome: string | null,
  ): Promise<void> => {
    await sql`update kit.job set state = ${state}, step = ${step}, outcome = ${outcome}, lease_until = case
      when ${state}
      = 'waiting' then now() + make_interval(secs => ${(workshop.retrySeconds ?? 2) * job.attempts ** 2}) end,
      progress = case when ${state} = 'done' then 1 else progress end, ended_at = case
        when ${state} = 'waiting' then null else now() end where ${isMine(job)}`.execute(write);
  };
  try {
    const handler = workshop.handlers[job.kind];
    if (!handler) throw new JobRefused(`There is no work of the kind "${job.kind}".`);
    if (job.attempts > takenAtMost) throw new JobRefused('This work was begun many times and never came to its end.');
    const result = await handler(job, {
      read: (question) => workshop.gate.read(standing, question),
      write: (act) => workshop.gate.write(standing, act),
      tell,
      clock: workshop.clock,
    });
    workshop.afterJob();
    await workshop.gate.write(nobody, (write) => note(write, 'done', 'Done', result));
    return true;
  } catch (problem) {
    if (problem instanceof JobGivenBack || job.isGivenBack) return true;
    if (isUnable(problem)) {
      await giveBack(workshop, job);
      return false;
    }
    const rule = refusedByRule(problem);
    const refused = problem instanceof JobRefused ? problem.message : rule === null ? null : ruleWords[rule];
    const last = refused !== null || job.attempts >= attemptsAtMost;
    workshop.log.error({ job: job.id, kind: job.kind, err: problem }, 'job did not end well');
    const aftermath = workshop.aftermaths[job.kind];
    // One transaction: a job never counts as failed while what it left behind still stands.
    await workshop.gate.write(standing, async (write) => {
      if (last) await aftermath?.(write, job);
      await note(
        write,
        last ? 'failed' : 'waiting',
        last ? 'Failed' : 'Trying again',
        refused !== null ? refused : last ? `Something went wrong here; the reference is ${job.id}.` : null,
      );
    });
    return true;
  } finally {
    clearInterval(renew);
  }
}

export interface JobFigures {
  readonly done: number;
  /** Jobs and looks for jobs that did not end well. */
  readonly failures: number;
}

export interface JobWorker {
  /** Looks now instead of at the next beat: called after a request that asked for a job. */
  nudge(): void;
  readonly figures: () => JobFigures;
  /** Takes no more. A job under way may end within the time, then it is given back: another worker, or the next start, does it. */
  stop(within?: number): Promise<void>;
}

/** Takes jobs one at a time until stopped. */
export function startJobs(workshop: Workshop, beatMs = 2000): JobWorker {
  let stopped = false;
  let resting: { readonly done: () => void; readonly canBeWoken: boolean } | null = null;
  let current: TakenJob | null = null;
  let failed: string | null = null;
  const figures = { done: 0, failures: 0 };
  const rest = (milliseconds: number, canBeWoken: boolean): Promise<void> =>
    new Promise<void>((done) => {
      if (stopped) return done();
      resting = { done, canBeWoken };
      setTimeout(done, milliseconds).unref();
    });
  /** Told once, until it is over or another. */
  function fail(problem: unknown): void {
    figures.failures += 1;
    const kind = kindOf(problem);
    const now = unavailable(problem);
    if (failed !== kind && now !== null)
      workshop.log.warn?.({ work: 'jobs', code: kind.split(' ')[0] }, `Jobs are tried again. ${now.told}`);
    else if (failed !== kind)
      workshop.log.error({ work: 'jobs', err: problem }, 'Jobs could not be taken or noted; they are tried again');
    failed = kind;
  }
  const loop = async (): Promise<void> => {
    if (workshop.alone) await takeOver(workshop).catch(fail);
    let troubles = 0;
    while (!stopped) {
      let isWell = true;
      try {
        current = workshop.isShort?.() === true ? null : ((await take(workshop)) ?? null);
        if (current) {
          isWell = await tend(workshop, current);
          figures.done += 1;
        }
        if (isWell) failed = null;
      } catch (problem) {
        fail(problem);
        isWell = false;
      }
      troubles = isWell ? 0 : troubles + 1;
      if (!isWell) await rest(Math.min(beatMs * 2 ** (troubles - 1), restAtMost), false);
      else if (!current) await rest(beatMs, true);
      current = null;
    }
  };
  const running = loop();
  return {
    nudge() {
      if (resting?.canBeWoken) resting.done();
    },
    figures: () => figures,
    async stop(within) {
      stopped = true;
      resting?.done();
      if (within === undefined) return running;
      const isOver = await Promise.race([running.then(() => true), pause(within, false, { ref: false })]);
      if (isOver || !current) return;
      const left: TakenJob = current;
      await Promise.race([giveBack(workshop, left), pause(1500, undefined, { ref: false })]);
      left.isGivenBack = true;
    },
  };
}
