import type { Room } from '#kit/room.js';
import { mixing } from './mixer.js';

export const takingPart: Room = { name: 'taking-part', pages: [], rounds: { mixing } };
