/**
 * The disk of the embedded database, before it is full: files are refused first, then everything else that is saved, and what is left then is for the
 * answers of young people alone (docs/decisions/0025). Whose server stands elsewhere watches its disk there.
 */
import { statfsSync } from 'node:fs';

export type Short = 'files' | 'all but answers';

export interface Disk {
  /** What there is no room for; null where there is room for all. */
  short(): Short | null;
}

/** PostgreSQL writes its log in files of 16 MB, and answers need some of them whatever else happens. */
export const usualReserve = 100;

/** How long a look at the disk is good for, in milliseconds. */
const lookEvery = 500;

/** What is short with so much free; `reserve` in bytes. */
export function shortOf(free: number, reserve: number): Short | null {
  if (free < reserve) return 'all but answers';
  return free < 2 * reserve ? 'files' : null;
}

export function watchDisk(
  folder: string,
  megabytes: number,
  free: (folder: string) => number = freeIn,
  now: () => number = () => performance.now(),
): Disk {
  let looked = Number.NEGATIVE_INFINITY;
  let found: Short | null = null;
  return {
    short: () => {
      if (megabytes === 0 || now() - looked < lookEvery) return found;
      looked = now();
      found = shortOf(free(folder), megabytes * 1e6);
      return found;
    },
  };
}

/** For who is not root: some file systems keep a part back for root. */
function freeIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
