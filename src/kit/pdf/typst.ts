/**
 * Typst as a service of this process: one job after the other in a process of its own, which is started by the first
 * job, serves the following ones warm and ends when it has been idle. It never keeps a command alive.
 */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { textSource } from './sources.js';
import type { Reply, Typeset, TypesetJob } from './messages.js';

export type { Typeset, TypesetJob } from './messages.js';

export interface TypesetLimits {
  /** Milliseconds of typesetting after which the process is killed; waiting for earlier jobs does not count. */
  readonly timeout?: number;
  readonly signal?: AbortSignal;
}

const minutes = 60_000;
const idle = 20_000;
/** Freed memory does not go back to the system (measured: 700 MB after two packs of 640 pages): a heavy process is not kept. */
const heavy = 300_000_000;
let running: ChildProcess | null = null;
let queue: Promise<unknown> = Promise.resolve();
let rest: NodeJS.Timeout | undefined;

/** Lays out one document and gives its PDF; rejects with a plain sentence on a mistake in it, on timeout, on abort and on a crash. */
export function typeset(job: TypesetJob, limits: TypesetLimits = {}): Promise<Typeset> {
  const mine = queue.then(() => perform(job, limits));
  queue = mine.catch(() => undefined);
  return mine;
}

/** Process number of the typesetting process, or null while there is none: for tests and for measuring memory. */
export function typesetterPid(): number | null {
  return running?.pid ?? null;
}

/** Ends the typesetting process at once; the next job starts a new one. */
export function closeTypesetter(): void {
  clearTimeout(rest);
  running?.kill('SIGKILL');
  running = null;
}

function perform(job: TypesetJob, { timeout = 5 * minutes, signal }: TypesetLimits): Promise<Typeset> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new Error('Typesetting was cancelled.'));
    clearTimeout(rest);
    const child = running ?? start();
    hold(child, true);
    const stop = (why: string) => finish(() => reject(new Error(why)), true);
    const alarm = setTimeout(
      () => stop(`Typesetting took longer than ${timeout / 1000} seconds and was stopped.`),
      timeout,
    );
    const onAbort = () => stop('Typesetting was cancelled.');
    const onExit = (code: number | null, by: NodeJS.Signals | null) =>
      stop(`The typesetting process ended unexpectedly (${by ?? `code ${code}`}).`);
    const onError = (error: Error) => stop(`The typesetting process could not be used: ${error.message}`);
    const onMessage = (reply: Reply) =>
      finish(
        () => (reply.ok ? resolve(reply.value) : reject(new Error(`Typesetting failed: ${reply.message}`))),
        reply.memory > heavy,
      );

    function finish(settle: () => void, kill: boolean): void {
      clearTimeout(alarm);
      signal?.removeEventListener('abort', onAbort);
      child.off('exit', onExit).off('error', onError).off('message', onMessage);
      if (kill) {
        // SIGKILL, because a process deep in native code answers nothing milder.
        child.kill('SIGKILL');
        if (running === child) running = null;
      } else {
        hold(child, false);
        rest = setTimeout(closeTypesetter, idle).unref();
      }
      settle();
    }

    signal?.addEventListener('abort', onAbort);
    child.on('exit', onExit).on('error', onError).on('message', onMessage);
    child.send({ ...job, files: { 'text.typ': textSource(), ...job.files } } satisfies TypesetJob);
  });
}

function start(): ChildProcess {
  const child = fork(fileURLToPath(new URL('./typst.child.js', import.meta.url)), [], {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  // Between jobs it may be killed from outside; then the next job starts another.
  child.on('exit', () => {
    if (running === child) running = null;
  });
  running = child;
  return child;
}

/** Only a job under way keeps this process from ending. */
function hold(child: ChildProcess, busy: boolean): void {
  if (busy) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}
