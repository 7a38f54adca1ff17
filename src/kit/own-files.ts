/** Files that a command of root makes in a folder of whoever Kept runs as: without this Kept could not read or continue them. */
import { chownSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Gives a file to the owner of its folder, where root made it. */
export function giveToFolderOwner(path: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(dirname(path));
  if (uid !== 0) chownSync(path, uid, gid);
}
