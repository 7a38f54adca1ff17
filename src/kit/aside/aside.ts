/**
 * Reads a file aside: in a process of its own, which ends after one file. Whatever the file does there (runs for ever, fills the memory, meets a
 * fault of ours) is an answer here, and pages go on. A process and not a thread, because an array that grows too large ends V8 as a whole, and
 * with a thread the server (docs/decisions/0014).
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import { ok, refused, type Result } from '#base/result.js';
import { heapFull } from './answer.js';
import { makeQueue } from './queue.js';

/** One kind of file and what reading it may take. */
export interface AsideKind {
  /** The module that the process runs: it calls `answerAside`. */
  readonly program: URL;
  /** From the start of the process; waiting for others does not count. */
  readonly seconds: number;
  /** Of the heap. What lies outside it (the file itself, what was unpacked) has a limit that follows from this one. */
  readonly megabytes: number;
  /** How many are read at once, and how many wait for them. */
  readonly atOnce: number;
  readonly waiting: number;
  /** What somebody can do with a file that takes too much: "Split the pack into parts and read them one by one." */
  readonly way: string;
}

export type AsideProblemCode = 'busy' | 'too long' | 'too much memory' | 'our fault';

/** Why there is no reading, with words for whoever sent the file. */
export interface AsideProblem {
  readonly code: AsideProblemCode;
  readonly message: string;
}

export interface Aside<Asked, Told> {
  readonly read: (asked: Asked, bytes: Uint8Array) => Promise<Result<Told, AsideProblem>>;
}

const waitingBytes = 256 * 1024 * 1024;
const answerAtMost = 256 * 1024 * 1024;
/** How often the memory of a process is looked at. */
const lookEvery = 100;
const running = new Set<ChildProcess>();

/** Process numbers of the files that are being read: for tests and for measuring. */
export function asidePids(): readonly number[] {
  return [...running].flatMap(({ pid }) => (pid === undefined ? [] : [pid]));
}

// A stop of the server ends what it started; a server that is killed leaves this to `ulimit` below.
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** A kind's way of reading, with a line of its own: a slow pack keeps no table waiting. */
export function makeAside<Asked, Told>(kind: AsideKind): Aside<Asked, Told> {
  const queue = makeQueue({ atOnce: kind.atOnce, waiting: kind.waiting, waitingBytes });
  return {
    async read(asked, bytes) {
      const answer = await queue.run(bytes.length, () => readIn<Asked, Told>(kind, asked, bytes));
      return answer ?? refused({ code: 'busy', message: words(kind, 'busy') });
    },
  };
}

function words({ seconds, way }: AsideKind, code: AsideProblemCode): string {
  switch (code) {
    case 'busy':
      return 'Many files are being read at this moment. Try again in a minute.';
    case 'too long':
      return `Reading took longer than ${seconds} seconds and was stopped. ${way}`;
    case 'too much memory':
      return `The file needs more memory than Kept gives to one file. ${way}`;
    case 'our fault':
      return `The file could not be read: this is a fault of ours, and it was noted. ${way}`;
  }
}

function readIn<Asked, Told>(kind: AsideKind, asked: Asked, bytes: Uint8Array): Promise<Result<Told, AsideProblem>> {
  return new Promise((resolve) => {
    const child = start(kind);
    const told: Buffer[] = [];
    const errors: Buffer[] = [];
    let size = 0;
    let stopped: AsideProblemCode | null = null;
    const stop = (code: AsideProblemCode): void => {
      stopped ??= code;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(() => stop('too long'), kind.seconds * 1000);
    const memoryAtMost = kind.megabytes * 1024 * 1024 + 4 * bytes.length + 200 * 1024 * 1024;
    const look = setInterval(() => {
      if (memoryOf(child.pid) > memoryAtMost) stop('too much memory');
    }, lookEvery);
    let isEnded = false;
    const end = (code: number | null, by: NodeJS.Signals | null): void => {
      if (isEnded) return;
      isEnded = true;
      clearTimeout(timer);
      clearInterval(look);
      running.delete(child);
      if (stopped === null && code === 0 && size > 0) return resolve(ok(deserialize(Buffer.concat(told)) as Told));
      const said = Buffer.concat(errors).toString('latin1');
      const problem = stopped ?? endOf(code, by, said);
      if (problem === 'our fault')
        console.error(`a file could not be read aside (${by ?? `code ${code}`})\n${placesIn(said)}`);
      resolve(refused({ code: problem, message: words(kind, problem) }));
    };
    child.stdio[3]?.on('data', (part: Buffer) => {
      size += part.length;
      if (size > answerAtMost) stop('too much memory');
      else told.push(part);
    });
    child.stderr?.on('data', (part: Buffer) => {
      if (errors.length < 20) errors.push(part);
    });
    child.once('error', () => end(null, null));
    child.once('close', end);
    // A process that ended before it had the whole file is told by its end.
    child.stdin?.on('error', () => undefined);
    const header = serialize({ asked, size: bytes.length });
    const length = Buffer.alloc(4);
    length.writeUInt32LE(header.length);
    child.stdin?.write(Buffer.concat([length, header]));
    child.stdin?.end(bytes);
  });
}

function start({ program, seconds, megabytes }: AsideKind): ChildProcess {
  const command = [
    process.execPath,
    `--max-old-space-size=${megabytes}`,
    '--disallow-code-generation-from-strings',
    fileURLToPath(program),
  ];
  // The limit of processor time holds even when nobody is left who would kill the process.
  const limited =
    process.platform === 'win32'
      ? command
      : ['/bin/sh', '-c', 'ulimit -t "$0"; exec "$@"', String(seconds * 2), ...command];
  const [file = '', ...parameters] = limited;
  // No secret of the server is in its environment.
  const { SystemRoot } = process.env;
  const child = spawn(file, parameters, {
    cwd: '/',
    env: { TZ: 'UTC', ...(SystemRoot === undefined ? {} : { SystemRoot }) },
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  if (child.pid !== undefined) stepBack(child.pid);
  return child;
}

/** Pages come first: for the processor, and when the machine runs out of memory. */
function stepBack(pid: number): void {
  try {
    setPriority(pid, 10);
    if (process.platform === 'linux') writeFileSync(`/proc/${pid}/oom_score_adj`, '900');
  } catch {
    // It has ended, or this machine does not let us say so.
  }
}

const pageBytes = 4096;

/** Bytes that a process holds; 0 where the machine does not tell. */
function memoryOf(pid: number | undefined): number {
  if (process.platform !== 'linux' || pid === undefined) return 0;
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * pageBytes;
  } catch {
    return 0;
  }
}

/** Why a process ended that nobody here stopped: the kernel's limits, V8's, or a fault. */
function endOf(code: number | null, by: NodeJS.Signals | null, said: string): AsideProblemCode {
  if (by === 'SIGXCPU') return 'too long';
  // V8 ends a process whose heap is full, or one of whose arrays grew beyond every size, with such words.
  if (by === 'SIGKILL' || code === heapFull || /heap out of memory|invalid size error|process OOM/i.test(said))
    return 'too much memory';
  return 'our fault';
}

/** Names of errors and places in the code; nothing else of what the process said, which may be words of the file. */
function placesIn(said: string): string {
  return said
    .split('\n')
    .filter((line) => /^(?: +at |[A-Z][A-Za-z]{1,40}Error$)/.test(line))
    .slice(0, 10)
    .join('\n');
}
