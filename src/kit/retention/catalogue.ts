/** What Kept keeps and for how long: of kit, of all rooms, and of its own backups. */
import type { Room } from '#kit/room.js';
import { backupRetention } from './backups.js';
import { kitKeeps, kitRetention } from './own.js';
import type { Kept, Retention } from './retention.js';

/** Everything that is deleted, in the order of the rooms: Kept's own backups in their folder last, once the keys in them are destroyed. */
export function retentionOf(rooms: readonly Room[], backupFolder: string): readonly Retention[] {
  const destroyedKeys = rooms.flatMap((room) => room.destroyedKeys ?? []);
  return [
    ...kitRetention,
    ...rooms.flatMap((room) => room.retention ?? []),
    ...destroyedKeys.map((keys) => backupRetention(backupFolder, keys)),
  ];
}

/** Everything that is kept without a date. */
export function keptOf(rooms: readonly Room[]): readonly Kept[] {
  return [...kitKeeps, ...rooms.flatMap((room) => room.keeps ?? [])];
}
