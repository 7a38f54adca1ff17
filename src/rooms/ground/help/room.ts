import type { Room } from '#kit/room.js';

/** Has no pages of its own: whoever needs a number reads it where they are. */
export const help: Room = { name: 'help', pages: [] };
