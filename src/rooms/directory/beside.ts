/** Reads a file of the registers beside the main thread: the whole register of England takes seconds, in which pages must go on. */
import { Worker } from 'node:worker_threads';
import type { Result } from '#base/result.js';
import type { AuthoritiesReading, DirectoryRegister, FileProblem, LinksReading, SchoolsReading } from './words.js';

export type AnyReading = { readonly kind: 'authorities'; readonly reading: AuthoritiesReading } | { readonly kind: 'schools'; readonly reading: SchoolsReading } | { readonly kind: 'links'; readonly reading: LinksReading };

export interface ToRead {
  readonly kind: DirectoryRegister;
  readonly bytes: Uint8Array;
  /** Further spellings of authorities' names. */
  readonly names: Uint8Array | null;
}

const secondsAtMost = 120;
const memoryAtMost = 1024;

/** The reading, or why there is none; whatever happens in the other thread is an answer here. */
export function readBeside(file: ToRead): Promise<Result<AnyReading, FileProblem>> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./beside.worker.js', import.meta.url), { workerData: file, resourceLimits: { maxOldGenerationSizeMb: memoryAtMost } });
    const end = (answer: Result<AnyReading, FileProblem>): void => {
      clearTimeout(limit);
      const give = () => resolve(answer);
      worker.terminate().then(give, give);
    };
    const refuse = (message: string): void => end({ ok: false, problem: { code: 'not a table', message, rows: [], broken: 0 } });
    const limit = setTimeout(() => refuse(`Reading took longer than ${secondsAtMost} seconds and was stopped. Is this the right file?`), secondsAtMost * 1000);
    worker.once('message', end);
    worker.once('error', () => refuse('The file could not be read: it needs more memory than Kept gives to one reading, or this is a fault of ours. Try “kept import” on the command line.'));
  });
}
