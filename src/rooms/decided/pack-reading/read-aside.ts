import type { Result } from '#base/result.js';
import { makeAside } from '#kit/aside/aside.js';
import { refusedAtSight } from './read-pack.js';
import type { Reading, ReadingProblem } from './words.js';

/** A reading with the lines it refers to; or why there is none, in words for the person who sent the file. */
export type ReadAside = Result<
  { readonly reading: Reading; readonly lines: readonly string[] },
  Pick<ReadingProblem, 'message'>
>;

/** A reading of the largest file needs some hundred megabytes: two at once, and a line of those who hold their file only. */
const packs = makeAside<{ readonly name: string }, ReadAside>({
  program: new URL('./pack.aside.js', import.meta.url),
  seconds: 60,
  megabytes: 512,
  atOnce: 2,
  waiting: 20,
  way: 'Split the pack into parts and read them one by one.',
});

/** Reads a pack aside: the reading, or why there is none. */
export async function readAside(bytes: Uint8Array, name: string): Promise<ReadAside> {
  const atSight = refusedAtSight(bytes);
  if (atSight) return { ok: false, problem: atSight };
  const read = await packs.read({ name }, bytes);
  return read.ok ? read.value : { ok: false, problem: { message: read.problem.message } };
}
