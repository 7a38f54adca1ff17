/** What postmaster.pid says (PostgreSQL, src/include/utils/pidfile.h), and whether that server still runs. */
import { readFileSync, rmSync, statSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PostgresProblem } from './binaries.js';

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly socketFolder: string;
  readonly ready: boolean;
}

export function readPostmaster(cluster: string): Postmaster | null {
  let lines: readonly string[];
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    // No server, or none that got as far as writing its file.
    return null;
  }
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0) return null;
  return { pid, port: Number(lines[3] ?? 0), socketFolder: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Whether the process is the postmaster of this folder, not another process that got its number after a restart of the
 * machine or the container. A postmaster works inside its data folder, which Linux shows.
 */
function serves(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform === 'linux') {
    try {
      const here = statSync(`/proc/${pid}/cwd`);
      const data = statSync(cluster);
      return here.ino === data.ino && here.dev === data.dev;
    } catch {
      // Gone meanwhile, or another user's process: PostgreSQL itself looks once more when it starts.
      return false;
    }
  }
  if (process.platform === 'win32') return true;
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes('postgres');
}

export function signal(pid: number, name: 'SIGTERM' | 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself in between.
  }
}

/** Not asked of the process number alone: in a container nobody may reap the dead, and they keep their number. */
async function gone(pid: number, cluster: string, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (serves(pid, cluster)) {
    if (Date.now() > end) return false;
    await pause(10);
  }
  return true;
}

/**
 * Ends a server that outlived the process which started it (that one was killed), so that the next one starts on a folder
 * nobody uses. The caller holds the folder's lock, so no living Kept owns the server. True if there was one.
 */
export async function endOrphan(cluster: string): Promise<boolean> {
  const found = readPostmaster(cluster);
  if (!found) return false;
  const orphan = serves(found.pid, cluster);
  if (orphan) {
    signal(found.pid, 'SIGINT');
    if (!(await gone(found.pid, cluster, 20_000))) {
      signal(found.pid, 'SIGQUIT');
      if (!(await gone(found.pid, cluster, 20_000))) {
        throw new PostgresProblem(
          `A PostgreSQL from an earlier start (process ${found.pid}) still uses ${cluster} and does not stop. End that process, then start Kept again.`,
        );
      }
    }
  } else {
    // PostgreSQL would take the number in the file for a living server if any process of the same user had it by now.
    rmSync(join(cluster, 'postmaster.pid'), { force: true });
  }
  for (const name of [`.s.PGSQL.${found.port}`, `.s.PGSQL.${found.port}.lock`])
    rmSync(join(found.socketFolder, name), { force: true });
  return orphan;
}
