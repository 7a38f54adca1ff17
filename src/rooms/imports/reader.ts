import { Worker } from 'node:worker_threads';
import type { Result } from '#base/result.js';
import type { Reading, ReadingProblem } from './words.js';

/** A reading with the lines it refers to; or why there is none, in words for the person who sent the file. */
export type ReadAside = Result<{ readonly reading: Reading; readonly lines: readonly string[] }, Pick<ReadingProblem, 'message'>>;

const secondsAtMost = 120;
const memoryAtMost = 1024;

/** Reads a pack beside the main thread. Whatever happens there (too long, out of memory, a bug) is an answer here. */
export function readAside(bytes: Uint8Array, name: string): Promise<ReadAside> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./reader.worker.js', import.meta.url), { workerData: { bytes, name }, resourceLimits: { maxOldGenerationSizeMb: memoryAtMost } });
    const end = (answer: ReadAside): void => {
      clearTimeout(limit);
      resolve(answer);
      worker.terminate().catch(() => undefined);
    };
    const refuse = (message: string): void => end({ ok: false, problem: { message } });
    const limit = setTimeout(() => refuse(`Reading took longer than ${secondsAtMost} seconds and was stopped. Split the pack into parts and read them one by one.`), secondsAtMost * 1000);
    worker.once('message', (answer: ReadAside) => end(answer));
    worker.once('error', (problem) =>
      refuse('code' in problem && problem.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'The file needs more memory than Kept gives to one reading. Split the pack into parts and read them one by one.' : 'The file could not be read: this is a fault of ours. Save it as plain text and choose that file instead.'),
    );
    worker.once('exit', () => refuse('The file could not be read: this is a fault of ours. Save it as plain text and choose that file instead.'));
  });
}
