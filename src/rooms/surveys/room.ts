import type { Room } from '#kit/room.js';

export const surveys: Room = { name: 'surveys', pages: [] };
