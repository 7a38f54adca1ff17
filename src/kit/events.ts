/**
 * One room tells others what it did; those that hear it act in the same transaction, so that all of it holds or nothing does. A room names what it
 * tells in `Events`, and a later room says in its `room.ts` what it hears: the one that tells knows none of them.
 */
import type { Write } from './db/gate.js';

/** What rooms tell, by its name, and what goes with it. Each room merges its own, as it does with tables. */
// oxlint-disable-next-line no-empty-interface, no-empty-object-type
export interface Events {}

export type Hears = {
  readonly [Event in keyof Events]?: (write: Write, told: Events[Event]) => Promise<void>;
};

let listening: (() => Promise<readonly Hears[]>) | null = null;

/** Says who hears; by the list of rooms, which kit does not know. */
export function hearBy(rooms: () => Promise<readonly Hears[]>): void {
  listening = rooms;
}

/** Tells it to all that hear it, one after the other, in the order of the rooms. */
export async function tell<Event extends keyof Events>(write: Write, event: Event, told: Events[Event]): Promise<void> {
  // Silence would leave what others keep of it as it was, and nobody would see that.
  if (listening === null) throw new Error('Nobody said which rooms there are: import app/rooms.js');
  for (const hears of await listening()) await hears[event]?.(write, told);
}
