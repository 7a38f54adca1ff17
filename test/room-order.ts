/** The order of the rooms as src/app/rooms.ts lists them, read without loading a single room: that would take a second of every test process. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Folders of rooms in the order of the list: "decided/boards". test/floor-plan.test.ts compares it with the list itself. */
export function roomsIn(source: string): readonly string[] {
  const folders = new Map(
    [...source.matchAll(/^import \{ (\w+) \} from '#rooms\/([\w-]+\/[\w-]+)\/room\.js';$/gm)].map(
      ([, name = '', folder = '']) => [name, folder] as const,
    ),
  );
  const list = /export const rooms: readonly Room\[\] = \[([^\]]*)\]/.exec(source)?.[1] ?? '';
  return list
    .split(',')
    .map((name) => name.replace(/\/\/.*$/gm, '').trim())
    .filter((name) => name !== '')
    .map((name) => folders.get(name) ?? name);
}

export const roomFolders: readonly string[] = roomsIn(readFileSync(join(home, 'src', 'app', 'rooms.ts'), 'utf8'));

/** Names of the rooms in their order: a room may use those before it. */
export const roomOrder: readonly string[] = roomFolders.map((folder) => folder.slice(folder.indexOf('/') + 1));
