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

/** How a file of tests ends: at the first test that fails, or when its time is over. */
type Ending = 'passed' | 'failed' | 'out of time';

/** Runs a file of tests in a lane. */
export async function ran(
  lane: string,
  file: string,
  milliseconds: number,
  more: NodeJS.ProcessEnv = {},
): Promise<Ending> {
  return new Promise((settle) => {
    const child = spawn(process.execPath, ['--test-reporter=tap', join(lane, file)], {
      cwd: lane,
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...environment(lane), ...more },
      detached: true,
    });
    running.add(child);
    const end = (ending: Ending): void => {
      if (!running.delete(child)) return;
      clearTimeout(clock);
      // With all that it started: a browser, a server.
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It has ended.
      }
      settle(ending);
    };
    const clock = setTimeout(end, milliseconds, 'out of time');
    let rest = '';
    child.stdout.on('data', (part: Buffer) => {
      const lines = (rest + part.toString()).split('\n');
      rest = lines.pop() ?? '';
      if (lines.some((line) => /^\s*not ok /.test(line))) end('failed');
    });
    child.on('close', (code) => end(code === 0 ? 'passed' : 'failed'));
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
