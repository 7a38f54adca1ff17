/** Reads one pack in a thread of its own, so that a large PDF does not make everybody else wait. */
import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { readingOf } from './parts/reading.js';
import { readSource } from './read.js';
import type { ReadAside } from './reader.js';

const { bytes, name } = workerData as { bytes: Uint8Array; name: string };
const source = await readSource(bytes, name);
const answer: ReadAside = source.ok
  ? { ok: true, value: { reading: readingOf(source.value, { name, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length }), lines: source.value.lines } }
  : source;
parentPort?.postMessage(answer);
