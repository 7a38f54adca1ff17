/** How much of it there is in a country, how tests fill it, and where its lists are (test/room-volumes.ts). */
import { text, oneMeeting, newestMinutes, type RoomVolumes } from '#test/room-volumes.js';

declare module '#test/room-volumes.js' {
  interface Volumes {
    readonly actionsEach: number;
  }
}

export const volumes: RoomVolumes = {
  country: () => ({ actionsEach: 1 }),
  few: { actionsEach: 1 },
  fill: (size) => [
    `insert into published.action (publication, position, board, meeting, date, item_number, item_title, body, owner, due, state, path)
     select h.minutes, k, h.board, h.slug, h.day, k::text, 'Item ' || k, 'Officers to ' ||
       ${text(10, 'h.n * 4 + k + 2')} || '.', case when n % 3 > 0 then 'Head of service' end, case
       when n % 4 > 0 then h.day + 60 end, 'open', '/boards/' || h.board || '/meetings/' || h.slug ||
       '/minutes#minute-' || k from held h cross join generate_series(1, ${size.actionsEach}) k where n <= ${size.past}`,
  ],
  lists: [
    { at: '/actions', row: /\/minutes#/, rows: newestMinutes('action') },
    {
      at: '/actions?board=volume-board-0002',
      row: /\/minutes#/,
      rows: `select path from published.action where board = 'volume-board-0002' order by date desc, publication desc, position`,
    },
  ],
  measured: [
    { name: 'actions, all', path: '/actions?x=1' },
    { name: 'actions of a board', path: '/actions?board=$board', facts: oneMeeting },
  ],
};
