/** A disk of its own that is soon full; only root can make one. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

function mount(...words: readonly string[]): boolean {
  return spawnSync('mount', words, { stdio: 'ignore' }).status === 0;
}

function unmount(folder: string): boolean {
  return spawnSync('umount', ['-l', folder], { stdio: 'ignore' }).status === 0;
}

function make(size: string): { readonly folder: string; grow(size: string): void; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'kept-disk-'));
  if (!mount('-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder)) {
    rmSync(folder, { recursive: true });
    throw new Error('no disk could be mounted');
  }
  chmodSync(folder, 0o755);
  return {
    folder,
    grow: (larger) => void mount('-o', `remount,size=${larger}`, folder),
    remove: () => {
      unmount(folder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Tried once: a container of root's own may not mount. */
function reason(): string | false {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'needs root on Linux, for a small disk';
  try {
    make('1m').remove();
    return false;
  } catch {
    return 'no disk can be mounted here';
  }
}

export const smallDisk = { skip: reason(), make };
