import { rooms } from '#app/rooms.js';
import type { Write } from '#kit/db/gate.js';

/** The days that the rooms' rules yield, for rows that no act wrote; as the tables' owner. */
export async function workOutDays(write: Write): Promise<void> {
  for (const { days = [] } of rooms) for (const { rewrite } of days) await rewrite(write);
}
