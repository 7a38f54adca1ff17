/**
 * Real packs and data sets lie beside the repository, never in it. A test that needs one asks here and skips, visibly,
 * where it is not there.
 */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Path of a file in the shared folder (`../shared` beside the repository, or `KEPT_SHARED`), or null. */
export function sharedFile(relative: string): string | null {
  const path = resolve(process.env['KEPT_SHARED'] ?? join(repository, '..', 'shared'), relative);
  return existsSync(path) ? path : null;
}
