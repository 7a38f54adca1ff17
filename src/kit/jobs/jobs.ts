/**
 * The queue of long work, kept in the database so that a kill loses nothing: a job is taken under a lease that its
 * worker renews; when the worker dies the lease runs out and the job is taken again. Handlers must therefore bear being
 * run twice. Why this is our own: docs/decisions/0005.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { type Gate, nobody, type Read, type Write } from '#kit/db/gate.js';
import { isServerAway, json } from '#kit/db/client.js';
import { newId } from '#kit/id.js';

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

const attemptsAtMost = 5;
/** A job under which the process died this often is what kills it, and is not taken again. */
const takenAtMost = 50;

export async function askForJob(write: Write, job: Omit<Job, 'id'>, now: Date): Promise<string> {
  const id = newId();
  await write
    .insertInto('kit.job')
    .values({ id, kind: job.kind, organisation: job.organisation, account: job.account, payload: json(job.payload), state: 'waiting', step: 'Waiting to start', progress: 0, attempts: 0, lease_until: null, outcome: null, asked_at: now, ended_at: null })
    .execute();
  return id;
}

/** The job of this organisation, for its progress page. */
export async function jobProgress(read: Read, organisation: string, id: string): Promise<JobRow | undefined> {
  return read.selectFrom('kit.job').selectAll().where('id', '=', id).where('organisation', '=', organisation).executeTakeFirst();
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
  /** No other process can be working on this database: what is under way at the start was left by one that died, and is taken over at once. */
  readonly alone?: boolean;
  readonly log: { info(detail: object, message: string): void; error(detail: object, message: string): void };
}

interface TakenJob extends Job {
  readonly attempts: number;
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
        where state = 'waiting' or (state = 'running' and lease_until < now())
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
  return sql`id = ${job.id} and state = 'running' and attempts = ${job.attempts}`;
}

/** After the database went away under a job, the job waits again as if it had never been taken; else its lease runs out. */
async function giveBack(workshop: Workshop, job: TakenJob): Promise<void> {
  const until = performance.now() + leaseOf(workshop) * 1000;
  while (performance.now() < until) {
    try {
      await workshop.gate.write(nobody, async (write) => {
        await sql`update kit.job set state = 'waiting', step = 'Trying again', lease_until = null, attempts = attempts - 1 where ${isMine(job)}`.execute(write);
      });
      return;
    } catch (problem) {
      if (!isServerAway(problem)) throw problem;
      await pause(100);
    }
  }
}

async function tend(workshop: Workshop, job: TakenJob): Promise<void> {
  const tell: Tell = (step, progress) =>
    workshop.gate.write(nobody, async (write) => {
      await sql`update kit.job set step = ${step}, progress = ${progress}, lease_until = now() + make_interval(secs => ${leaseOf(workshop)}) where ${isMine(job)}`.execute(write);
    });
  const renew = setInterval(
    () => {
      workshop.gate
        .write(nobody, async (write) => {
          await sql`update kit.job set lease_until = now() + make_interval(secs => ${leaseOf(workshop)}) where ${isMine(job)}`.execute(write);
        })
        .catch(() => undefined);
    },
    (leaseOf(workshop) / 3) * 1000,
  );
  renew.unref();
  const standing = { account: job.account, organisation: job.organisation, boards: '*' } as const;
  const note = async (write: Write, state: 'done' | 'failed' | 'waiting', step: string, outcome: string | null): Promise<void> => {
    await sql`update kit.job set state = ${state}, step = ${step}, outcome = ${outcome}, lease_until = null,
      progress = case when ${state} = 'done' then 1 else progress end, ended_at = case when ${state} = 'waiting' then null else now() end where ${isMine(job)}`.execute(write);
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
  } catch (problem) {
    if (isServerAway(problem)) return await giveBack(workshop, job);
    const refused = problem instanceof JobRefused;
    const last = refused || job.attempts >= attemptsAtMost;
    workshop.log.error({ job: job.id, kind: job.kind, err: problem }, 'job did not end well');
    const aftermath = workshop.aftermaths[job.kind];
    // One transaction: a job never counts as failed while what it left behind still stands.
    await workshop.gate.write(standing, async (write) => {
      if (last) await aftermath?.(write, job);
      await note(write, last ? 'failed' : 'waiting', last ? 'Failed' : 'Trying again', refused ? problem.message : last ? `Something went wrong here; the reference is ${job.id}.` : null);
    });
  } finally {
    clearInterval(renew);
  }
}

export interface JobWorker {
  /** Looks now instead of at the next beat: called after a request that asked for a job. */
  nudge(): void;
  stop(): Promise<void>;
}

/** Takes jobs one at a time until stopped. */
export function startJobs(workshop: Workshop, beatMs = 2000): JobWorker {
  let stopped = false;
  let waken = (): void => undefined;
  const loop = async (): Promise<void> => {
    if (workshop.alone) await takeOver(workshop).catch(() => undefined);
    while (!stopped) {
      const job = await take(workshop).catch(() => undefined);
      if (job) await tend(workshop, job).catch(() => undefined);
      else {
        await new Promise<void>((resolve) => {
          waken = resolve;
          setTimeout(resolve, beatMs).unref();
        });
      }
    }
  };
  const running = loop();
  return {
    nudge: () => waken(),
    async stop() {
      stopped = true;
      waken();
      await running;
    },
  };
}
