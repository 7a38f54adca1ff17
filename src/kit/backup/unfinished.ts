/**
 * A backup that is being made, under a name that nobody takes for a backup; and what is left of one whose process was killed. It holds keys as a whole
 * one does, so it goes before the next one is made, and with every look at the timetable.
 */
import { readdirSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

const mark = '.unfinished-';

/** A folder may be several machines': only the one that began it can tell whether its process goes on. */
function machine(): string {
  return (
    hostname()
      .replaceAll(/[^A-Za-z0-9]/g, '')
      .slice(0, 60) || 'machine'
  );
}

export function unfinishedName(name: string): string {
  return `.${name}${mark}${machine()}-${process.pid}`;
}

/** Whether a process of this machine has the number; number 0 is nobody's. */
export function isRunning(pid: number): boolean {
  if (pid === 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    return problem instanceof Error && 'code' in problem && problem.code === 'EPERM';
  }
}

/** Takes away what processes of this machine left there that have ended. */
export function clearUnfinished(folder: string): void {
  let names: readonly string[] = [];
  try {
    names = readdirSync(folder);
  } catch {
    return;
  }
  for (const name of names) {
    const [, begun] = name.split(mark);
    // An older Kept wrote the number of the process alone.
    const [host, number] = begun?.includes('-') ? begun.split('-') : [machine(), begun];
    if (!name.startsWith('.') || host !== machine() || !/^\d{1,10}$/.test(number ?? '') || isRunning(Number(number)))
      continue;
    rmSync(join(folder, name), { force: true });
  }
}
