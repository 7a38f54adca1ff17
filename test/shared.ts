/** Files that lie beside the repository and are not part of it: published packs and public data. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Path of a shared file, or null where this machine has none: the test then skips and says so. */
export function sharedFile(relative: string): string | null {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
  const path = join(process.env['KEPT_SHARED'] ?? join(root, '..', 'shared'), relative);
  return existsSync(path) ? path : null;
}
