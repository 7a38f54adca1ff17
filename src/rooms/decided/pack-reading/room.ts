import type { Room } from '#kit/room.js';

/** Only reads: has neither pages nor tables. */
export const packReading: Room = { name: 'pack-reading', pages: [] };
