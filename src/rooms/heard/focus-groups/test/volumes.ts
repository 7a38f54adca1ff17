/** How much of it there is in a country, how tests fill it, and where its lists are (test/room-volumes.ts). */
import { holder, id, type RoomVolumes } from '#test/room-volumes.js';

export const volumes: RoomVolumes = {
  atWork: {
    pages: [
      {
        path: '/work/focus-groups',
        as: 'programme',
        inOrder: {
          row: /^\/work\/focus-groups\/(?!new)[^/?#]+$/,
          rows: `select '/work/focus-groups/' || id from record.conversation where organisation = ${holder('programme')}
      order by day desc, id desc`,
        },
      },
    ],
    more: (numbers) => [
      `insert into record.conversation (organisation, id, kind, who, phase, day, present, facilitator, notes, changed_at)
     select ${holder('programme')}, ${id(`'bound conversation ' || n`)}, 'focus group', 'students', 'primary',
       current_date - n, 8, 'Youth worker', repeat('Notes ', 500), now() from ${numbers}`,
    ],
  },
};
