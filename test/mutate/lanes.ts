/** Copies of what was built, in which a fault is planted and tests are run: by `npm run mutate` and `npm run plant`. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const home = resolve(import.meta.dirname, '..', '..', '..');

const environment = (lane: string): NodeJS.ProcessEnv => ({
  ...process.env,
  TZ: 'UTC',
  NODE_OPTIONS: '',
  // A database that was filled without the fault would hide it.
  KEPT_TEST_FILLED: 'alone',
  NODE_COMPILE_CACHE: join(lane, 'compiled'),
});

/** A copy of what was built, so that a fault meets nobody else; all else is the checkout's own. */
export function openLane(workshop: string, number: number): string {
  const lane = join(workshop, String(number));
  mkdirSync(lane);
  cpSync(join(home, 'dist'), join(lane, 'dist'), {
    recursive: true,
    filter: (path) => !path.includes('.compile-cache'),
  });
  mkdirSync(join(home, '.cache'), { recursive: true });
  for (const name of readdirSync(home).filter((one) => !['dist', '.git'].includes(one)))
    symlinkSync(join(home, name), join(lane, name));
  return lane;
}

const running = new Set<ChildProcess>();

/** Whether a file of tests passes; ends at the first that does not. */
export async function passes(
  lane: string,
  file: string,
  milliseconds: number,
  more: NodeJS.ProcessEnv = {},
): Promise<boolean> {
  return new Promise((settle) => {
    const child = spawn(process.execPath, ['--test-reporter=tap', join(lane, file)], {
      cwd: lane,
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...environment(lane), ...more },
      detached: true,
    });
    running.add(child);
    const end = (passed: boolean): void => {
      if (!running.delete(child)) return;
      clearTimeout(clock);
      // With all that it started: a browser, a server.
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It has ended.
      }
      settle(passed);
    };
    const clock = setTimeout(end, milliseconds, false);
    let rest = '';
    child.stdout.on('data', (part: Buffer) => {
      const lines = (rest + part.toString()).split('\n');
      rest = lines.pop() ?? '';
      if (lines.some((line) => /^\s*not ok /.test(line))) end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}

/** A folder for the lanes that goes with the process, as does all that runs in them. */
export function openWorkshop(): string {
  const workshop = mkdtempSync(join(tmpdir(), 'kept-mutate-'));
  process.on('exit', () => rmSync(workshop, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      for (const child of running) if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      process.exit(1);
    });
  return workshop;
}
