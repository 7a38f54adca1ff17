/** Kept's own backups, in a folder of its own: those that hold a key that was destroyed since are deleted (decision 0013). */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { backupHeader, backupsToDelete, type HeldBackup } from '#kit/backup/index.js';
import type { DestroyedKeys } from '../room.js';
import type { DatedRetention } from './retention.js';

/** The backups in the folder of Kept's own (KEPT_BACKUP_FOLDER). What is no whole backup, and what somebody makes elsewhere, is not Kept's to delete. */
async function heldIn(folder: string): Promise<readonly HeldBackup[]> {
  const names = await readdir(folder).catch(() => []);
  const held: HeldBackup[] = [];
  for (const file of names.toSorted()) {
    const header = file.startsWith('.') ? null : await backupHeader(join(folder, file)).catch(() => null);
    if (header) held.push({ file, made: header.made, keys: header.keys ?? null });
  }
  return held;
}

export function backupRetention(folder: string, destroyedKeys: DestroyedKeys): DatedRetention {
  return {
    name: 'backups',
    counts: ['file', 'files'],
    what: destroyedKeys.what,
    howLong: 'Until a newer one is there, and six days at most. While the date is not confirmed they stay.',
    why: destroyedKeys.why,
    tables: [],
    due: async (write, today) => {
      const held = await heldIn(folder);
      if (held.length === 0) return [];
      return backupsToDelete(held, await destroyedKeys.find(write), today).map((file) => ({
        thing: file,
        organisation: null,
        until: today,
      }));
    },
    // A file that is gone is not due any more: where the transaction fails after this, the next round only takes the mark away.
    forget: async (_, files) => {
      for (const file of files) await rm(join(folder, file), { force: true });
      return files;
    },
  };
}
