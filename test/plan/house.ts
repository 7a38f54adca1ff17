/** The house as its imports show it: wings, their rooms in order, and which room uses which. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { roomFolders } from '../room-order.js';
import { isTest } from '../floor-plan.js';
import { importsOf } from '../scan.js';

export interface PlannedRoom {
  readonly wing: string;
  readonly name: string;
  /** Rooms whose door it opens, in the order of rooms. */
  readonly uses: readonly string[];
}

export interface House {
  /** In their order: each uses itself and those before it. */
  readonly wings: readonly string[];
  readonly rooms: readonly PlannedRoom[];
}

/** Names of rooms that a source imports, its own included. Tests may look wherever they want. */
function roomsNamed(source: string): readonly string[] {
  return importsOf(source).flatMap(({ from }) => /^#rooms\/[\w-]+\/([\w-]+)\//.exec(from)?.[1] ?? []);
}

export function houseOf(home: string, folders: readonly string[] = roomFolders): House {
  const order = folders.map((folder) => folder.slice(folder.indexOf('/') + 1));
  const rooms = folders.map((folder): PlannedRoom => {
    const [wing = '', name = ''] = folder.split('/');
    const files = globSync(`src/rooms/${folder}/**/*.{ts,tsx}`, { cwd: home }).filter(
      (file) => !isTest(file) && !/fixtures\.tsx?$/.test(file),
    );
    const used = new Set(files.flatMap((file) => roomsNamed(readFileSync(join(home, file), 'utf8'))));
    return { wing, name, uses: order.filter((one) => one !== name && used.has(one)) };
  });
  return { wings: [...new Set(rooms.map(({ wing }) => wing))], rooms };
}

/** How many rooms of one wing use how many of another, counted as pairs; only wings that do. */
export function wingArrows({
  rooms,
}: House): readonly { readonly from: string; readonly to: string; readonly count: number }[] {
  const wingOf = new Map(rooms.map(({ name, wing }) => [name, wing]));
  const counts = new Map<string, number>();
  for (const { wing, uses } of rooms)
    for (const used of uses) {
      const pair = `${wing} ${wingOf.get(used) ?? ''}`;
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  return [...counts].flatMap(([pair, count]) => {
    const [from = '', to = ''] = pair.split(' ');
    return from === to ? [] : [{ from, to, count }];
  });
}
