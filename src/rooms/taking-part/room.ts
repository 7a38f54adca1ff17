import type { Room } from '#kit/room.js';

export const takingPart: Room = { name: 'taking-part', pages: [] };
