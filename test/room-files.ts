/** What rooms say to the tests of the house, each in its folder `test` (src/rooms/<wing>/<room>/test/): a room is added by adding its own files. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { roomFolders } from './room-order.js';

/** What the rooms that have such a file export under its name, by the name of the room, in the order of the rooms. */
export async function fromRooms<T>(name: string): Promise<ReadonlyMap<string, T>> {
  const found = new Map<string, T>();
  for (const folder of roomFolders) {
    const file = join(import.meta.dirname, '..', 'src', 'rooms', folder, 'test', `${name}.js`);
    if (!existsSync(file)) continue;
    const { [name]: said }: Readonly<Record<string, T | undefined>> = await import(pathToFileURL(file).href);
    if (said === undefined) throw new Error(`${file} exports no ${name}`);
    found.set(folder.slice(folder.indexOf('/') + 1), said);
  }
  return found;
}
