/** Kept as somebody starts it: `node kept.mjs start` in a process of its own, on a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

export interface Running {
  readonly url: string;
  readonly pid: number;
  /** Milliseconds from the command to the first page that was answered. */
  readonly took: number;
  /** The last lines it wrote for whoever runs it, and how it ended if it did. */
  said(): string;
  stop(): Promise<void>;
}

function environment(folder: string, port: number): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    NODE_ENV: process.env['NODE_ENV'],
    KEPT_DATA: folder,
    PORT: String(port),
    KEPT_DEMO: 'on',
  };
}

async function firstPage(url: string, child: ChildProcess, said: () => string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`Kept did not start: ${said()}`);
    const answered = await fetch(`${url}/boards`).then(
      async (response) => {
        await response.arrayBuffer();
        return response.ok;
      },
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export async function startKept(folder: string, port: number): Promise<Running> {
  const began = performance.now();
  const child = spawn(process.execPath, [join(home, 'kept.mjs'), 'start'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: environment(folder, port),
  });
  let said = '';
  child.stderr.on('data', (part: Buffer) => (said = (said + part.toString()).slice(-4000)));
  const ended = new Promise<void>((settle) => child.on('exit', () => settle()));
  const url = `http://127.0.0.1:${port}`;
  await firstPage(url, child, () => said);
  return {
    url,
    pid: child.pid ?? 0,
    took: performance.now() - began,
    said: () =>
      `${said}${child.exitCode === null && child.signalCode === null ? '' : `(ended: ${child.exitCode ?? child.signalCode})`}`,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Runs a command of Kept; hears each line of its progress with the milliseconds since the command was given. */
export async function runKept(
  folder: string,
  port: number,
  words: readonly string[],
  hear: (line: string, at: number) => void = () => undefined,
): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, [join(home, 'kept.mjs'), ...words], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: environment(folder, port),
  });
  let said = '';
  child.stderr.on('data', (part: Buffer) => {
    said += part.toString();
    for (const line of part.toString().split('\n'))
      if (line.trim() !== '') hear(line.trim(), performance.now() - began);
  });
  const code = await new Promise<number | null>((settle) => child.on('close', settle));
  if (code !== 0) throw new Error(`kept ${words.join(' ')} failed: ${said}`);
  return performance.now() - began;
}
