/**
 * The queue of long work, kept in the database so that a kill loses nothing: a job is taken under a lease that its
 * worker renews; when the worker dies the lease runs out and the job is taken again. Handlers must therefore bear being
 * run twice. Why this is our own: docs/decisions/0005.
 */
import { sql } from 'kysely';
import { type Gate, nobody, type Read, type Write } from '#kit/db/gate.js';
import { json } from '#kit/db/client.js';
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

const leaseSeconds = 30;
const attemptsAtMost = 5;

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
  readonly log: { info(detail: object, message: string): void; error(detail: object, message: string): void };
}

async function take(workshop: Workshop): Promise<Job | undefined> {
  return workshop.gate.write(nobody, async (write) => {
    const found = await sql<JobRow>`
      update kit.job set state = 'running', attempts = attempts + 1, lease_until = now() + make_interval(secs => ${leaseSeconds})
      where id = (
        select id from kit.job
        where state = 'waiting' or (state = 'running' and lease_until < now())
        order by asked_at limit 1 for update skip locked)
      returning *`.execute(write);
    return found.rows[0];
  });
}

async function tend(workshop: Workshop, job: Job & { attempts?: number }): Promise<void> {
  const tell: Tell = (step, progress) =>
    workshop.gate.write(nobody, async (write) => {
      await sql`update kit.job set step = ${step}, progress = ${progress}, lease_until = now() + make_interval(secs => ${leaseSeconds}) where id = ${job.id}`.execute(write);
    });
  const renew = setInterval(() => {
    workshop.gate
      .write(nobody, async (write) => {
        await sql`update kit.job set lease_until = now() + make_interval(secs => ${leaseSeconds}) where id = ${job.id} and state = 'running'`.execute(write);
      })
      .catch(() => undefined);
  }, (leaseSeconds / 3) * 1000);
  renew.unref();
  const end = (state: 'done' | 'failed' | 'waiting', step: string, outcome: string | null): Promise<void> =>
    workshop.gate.write(nobody, async (write) => {
      await sql`update kit.job set state = ${state}, step = ${step}, outcome = ${outcome}, lease_until = null,
        progress = case when ${state} = 'done' then 1 else progress end, ended_at = case when ${state} = 'waiting' then null else now() end where id = ${job.id}`.execute(write);
    });
  try {
    const handler = workshop.handlers[job.kind];
    if (!handler) throw new JobRefused(`There is no work of the kind "${job.kind}".`);
    const standing = { account: job.account, organisation: job.organisation, boards: '*' } as const;
    const result = await handler(job, {
      read: (question) => workshop.gate.read(standing, question),
      write: (act) => workshop.gate.write(standing, act),
      tell,
      clock: workshop.clock,
    });
    workshop.afterJob();
    await end('done', 'Done', result);
  } catch (problem) {
    const refused = problem instanceof JobRefused;
    const last = refused || (job.attempts ?? 1) >= attemptsAtMost;
    workshop.log.error({ job: job.id, kind: job.kind, err: problem }, 'job did not end well');
    const aftermath = workshop.aftermaths[job.kind];
    if (last && aftermath) await workshop.gate.write({ account: job.account, organisation: job.organisation, boards: '*' }, (write) => aftermath(write, job)).catch(() => undefined);
    await end(last ? 'failed' : 'waiting', last ? 'Failed' : 'Trying again', refused ? problem.message : last ? `Something went wrong here; the reference is ${job.id}.` : null).catch(() => undefined);
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
