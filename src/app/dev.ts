/** `npm run dev`: builds and starts again whenever a source changes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

export async function dev(): Promise<void> {
  let running: ChildProcess | null = null;
  let wanted: NodeJS.Timeout | null = null;
  const begin = (): void => {
    running = spawn(process.execPath, [join(home, 'kept.mjs'), 'start'], { stdio: 'inherit', cwd: process.cwd() });
  };
  const again = (): void => {
    const old = running;
    if (!old || old.exitCode !== null) begin();
    else {
      old.once('exit', begin);
      old.kill('SIGTERM');
    }
  };
  for (const folder of ['src', 'seeds']) {
    watch(join(home, folder), { recursive: true }, () => {
      if (wanted) clearTimeout(wanted);
      wanted = setTimeout(again, 150);
    });
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      running?.kill('SIGTERM');
      setTimeout(() => process.exit(0), 3000).unref();
      running?.once('exit', () => process.exit(0));
    });
  }
  begin();
  await new Promise(() => undefined);
}
