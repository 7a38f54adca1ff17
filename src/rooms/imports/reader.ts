import { Worker } from 'node:worker_threads';
import type { Result } from '#base/result.js';
import { makeQueue } from './queue.js';
import { isPdf, problem } from './read.js';
import type { Reading, ReadingProblem } from './words.js';

/** A reading with the lines it refers to; or why there is none, in words for the person who sent the file. */
export type ReadAside = Result<{ readonly reading: Reading; readonly lines: readonly string[] }, Pick<ReadingProblem, 'message'>>;

const secondsAtMost = 60;
const memoryAtMost = 512;
/** A reading of the largest file needs some hundred megabytes: two at once, and a line of those who hold their file only. */
const queue = makeQueue({ atOnce: 2, waiting: 20, waitingBytes: 256 * 1024 * 1024 });
const tooMany = 'Many files are being read at this moment. Try again in a minute.';

const tailOfPdf = 2048;
const plainPdfAtMost = 30_000_000;

/**
 * Whether a PDF has no end, or no table of its objects where its end says. The reader would search such a file byte by
 * byte for half a minute to find that nothing is there; a whole PDF ends with both (ISO 32000-1, 7.5.5).
 */
export function isCutPdf(bytes: Uint8Array): boolean {
  const latin1 = new TextDecoder('latin1');
  const end = latin1.decode(bytes.subarray(-tailOfPdf));
  const starts = [...end.matchAll(/startxref\s+(\d{1,10})/g)];
  if (starts.length === 0 && !end.includes('%%EOF')) return true;
  if (bytes.length <= plainPdfAtMost) return false;
  const head = Math.max(0, latin1.decode(bytes.subarray(0, 1024)).indexOf('%PDF-'));
  // Some writers count from the first byte, others from "%PDF-".
  const isTable = (at: number): boolean => /^\s*(?:xref\b|\d+\s+\d+\s+obj\b)/.test(latin1.decode(bytes.subarray(at, at + 64)));
  return !starts.some((start) => isTable(Number(start[1])) || isTable(Number(start[1]) + head));
}

/**
 * Reads a pack beside the main thread. Whatever happens there (too long, out of memory, a bug) is an answer here.
 * `isGivenAway`: the bytes go to the other thread instead of a copy, and are empty here afterwards.
 */
export async function readAside(bytes: Uint8Array, name: string, isGivenAway = false): Promise<ReadAside> {
  if (isPdf(bytes) && isCutPdf(bytes)) return { ok: false, problem: problem('pdf damaged') };
  return queue.run(bytes.length, () => readBeside(bytes, name, isGivenAway)) ?? { ok: false, problem: { message: tooMany } };
}

function readBeside(bytes: Uint8Array, name: string, isGivenAway: boolean): Promise<ReadAside> {
  return new Promise((resolve) => {
    // A small Buffer is a part of a memory that it shares with others: only one that has its own can be given away.
    const memory = isGivenAway && bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength ? [bytes.buffer] : [];
    const worker = new Worker(new URL('./reader.worker.js', import.meta.url), { workerData: { bytes, name }, transferList: memory, resourceLimits: { maxOldGenerationSizeMb: memoryAtMost } });
    let isEnded = false;
    // The next reading begins when the memory of this one is free again.
    const end = (answer: ReadAside): void => {
      if (isEnded) return;
      isEnded = true;
      clearTimeout(limit);
      worker.terminate().then(
        () => resolve(answer),
        () => resolve(answer),
      );
    };
    const refuse = (message: string): void => end({ ok: false, problem: { message } });
    const limit = setTimeout(() => refuse(`Reading took longer than ${secondsAtMost} seconds and was stopped. Split the pack into parts and read them one by one.`), secondsAtMost * 1000);
    worker.once('message', (answer: ReadAside) => end(answer));
    worker.once('error', (fault) =>
      refuse('code' in fault && fault.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'The file needs more memory than Kept gives to one reading. Split the pack into parts and read them one by one.' : 'The file could not be read: this is a fault of ours. Save it as plain text and choose that file instead.'),
    );
    worker.once('exit', () => refuse('The file could not be read: this is a fault of ours. Save it as plain text and choose that file instead.'));
  });
}
