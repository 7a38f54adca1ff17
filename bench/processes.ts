/** What the kernel says of a process and all its children: time on the processor, and memory. Linux alone tells. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

export const canLook = existsSync('/proc/self/smaps_rollup');
/** USER_HZ: 100 on every Linux that Node runs on. */
const ticksPerSecond = 100;

interface Stat {
  readonly pid: number;
  readonly parent: number;
  /** Its own, and those of children that have ended. */
  readonly ticks: number;
}

function statOf(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name may hold spaces and brackets: fields are counted from the last bracket.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { pid, parent: Number(fields[1]), ticks: [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0) };
  } catch {
    return null;
  }
}

/** The process and everything below it. */
export function tree(root: number): readonly number[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(Number(name)))
    .filter((stat) => stat !== null);
  const found = [root];
  for (let at = 0; at < found.length; at += 1)
    for (const stat of all) if (stat.parent === found[at]) found.push(stat.pid);
  return found;
}

/** Milliseconds on the processor that these processes have used so far. */
export function processorTime(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + (statOf(pid)?.ticks ?? 0), 0) * (1000 / ticksPerSecond);
}

export interface Memory {
  /** Megabytes; memory shared with others counts by its share (PSS). */
  readonly all: number;
  readonly parts: Readonly<Record<string, number>>;
}

function kindOf(pid: number): string {
  const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  if (words.some((word) => word.includes('typst.child'))) return 'typesetter';
  if (words.some((word) => word.endsWith('cli.js'))) return 'application';
  if (words.some((word) => word.endsWith('kept.mjs'))) return 'launcher';
  return /postgres/.test(words[0] ?? '') ? 'database' : 'other';
}

export function memory(root: number): Memory {
  const parts: Record<string, number> = {};
  for (const pid of tree(root)) {
    try {
      const kilobytes = Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
      const kind = kindOf(pid);
      parts[kind] = (parts[kind] ?? 0) + kilobytes / 1024;
    } catch {
      // It ended while we looked.
    }
  }
  return { all: Object.values(parts).reduce((sum, part) => sum + part, 0), parts };
}
