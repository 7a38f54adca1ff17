/** How much of it there is in a country, how tests fill it, and where its lists are (test/room-volumes.ts). */
import { type RoomVolumes } from '#test/room-volumes.js';

export const volumes: RoomVolumes = {
  measured: [{ name: 'home', path: '/?x=1' }],
};
