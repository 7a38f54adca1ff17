/** How much of it there is in a country, how tests fill it, and where its lists are (test/room-volumes.ts). */
import { oneMeeting, type RoomVolumes } from '#test/room-volumes.js';

export const volumes: RoomVolumes = {
  measured: [
    { name: 'a publication', path: '/publications/$publication?x=1', facts: oneMeeting },
    { name: 'signed heads', path: '/signed-heads?x=1', isConstant: true },
  ],
};
