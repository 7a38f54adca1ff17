/** The file in which a device saved what it could not hand in; anybody may carry it, so it is read aside. */
import { makeAside } from '#kit/aside/aside.js';

export const unsentAtMost = 5000;

export interface UnsentFile {
  readonly answers: readonly { readonly survey: string; readonly sealed: string }[];
}

const files = makeAside<null, UnsentFile | null>({
  program: new URL('./unsent.aside.js', import.meta.url),
  seconds: 10,
  megabytes: 256,
  atOnce: 1,
  waiting: 20,
  way: '',
});

/** The answers of a file; null where it is none, and 'busy' where too many are being read. */
export async function readUnsent(bytes: Uint8Array): Promise<UnsentFile | null | 'busy'> {
  const read = await files.read(null, bytes);
  if (read.ok) return read.value;
  return read.problem.code === 'busy' ? 'busy' : null;
}
