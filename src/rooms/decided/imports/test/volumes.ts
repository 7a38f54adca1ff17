/** How much of it there is in a country, how tests fill it, and where its lists are (test/room-volumes.ts). */
import { type RoomVolumes } from '#test/room-volumes.js';

export const volumes: RoomVolumes = {
  measuredAtWork: [{ name: 'the start of the workspace', path: '/work' }],
  atWork: {
    pages: [
      { path: '/work', as: 'programme' },
      { path: '/work/imports', as: 'clerk' },
    ],
  },
};
