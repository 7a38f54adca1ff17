/** How much of it there is in a country, how tests fill it, and where its lists are (test/room-volumes.ts). */
import { oneMeeting, like, holder, id, type RoomVolumes, type Volumes } from '#test/room-volumes.js';

declare module '#test/room-volumes.js' {
  interface Volumes {
    readonly meetings: number;
    /** Meetings that were: each has a pack and minutes published. */
    readonly past: number;
  }
}

const boardOf = (size: Volumes) =>
  `'volume-board-' || lpad((1 + ${size.oneIsBusy ? `case when n % 2 = 0 then 1 else n % ${size.boards} end` : `n % ${size.boards}`})::text, 4, '0')`;
/** The same number of meetings for each board, a week or more apart, most of them past. */
const dayOf = (size: Volumes) => `current_date - ((${size.past} - n) / ${size.boards}) * 14 - n % 11 - 1`;

export const volumes: RoomVolumes = {
  country: (of) => ({ meetings: of(50_000), past: of(45_000) }),
  few: { meetings: 240, past: 160 },
  many: { meetings: 480, past: 320 },
  fill: (size) => [
    // Meetings with a pack and minutes each, and those to come.
    `create temporary table held as
     select n, ${boardOf(size)} as board, day, to_char(day, 'YYYY-MM-DD') || case
       when row_number() over (partition by ${boardOf(size)}, day order by n) = 1 then ''
       else '-' || row_number() over (partition by ${boardOf(size)}, day order by n) end as slug,
            pg_temp.id('pack ' || n) as pack, pg_temp.id('minutes ' || n) as minutes
       from generate_series(1, ${size.meetings}) n, lateral (select ${dayOf(size)} as day) dated`,
    'analyze published.board, published.person, held',
  ],
  measured: [
    { name: 'calendar, what comes next', path: '/calendar?x=1' },
    { name: 'calendar, a month', path: '/calendar?month=$month', facts: oneMeeting },
    { name: 'calendar of a board', path: '/calendar?board=$board', facts: oneMeeting },
    { name: 'feed of all boards', path: '/calendar.ics?x=1', isFile: true },
    { name: 'feed of a board', path: '/boards/$board/calendar.ics?x=1', facts: oneMeeting, isFile: true },
  ],
  atWork: {
    pages: [
      { path: '/work/boards', as: 'clerk' },
      {
        path: '/work/boards?board=bound-1',
        as: 'clerk',
        inOrder: {
          row: /^\/work\/boards\/bound-1\/meetings\/(?!new)[^/?#]+$/,
          rows: `select '/work/boards/bound-1/meetings/' || slug from record.meeting where board = ${id(`'bound board 1'`)}
            order by date desc, slug desc`,
        },
      },
    ],
    more: (numbers) => [
      `insert into record.meeting
      select
        ${like(
          'record.meeting',
          'm',
          `'board', ${id(`'bound board 1'`)}, 'id', ${id(`'bound meeting ' || n`)}, 'slug',
          (current_date + n - 40)::text, 'date', current_date + n - 40, 'state', 'planned'`,
        )}
       from (select * from record.meeting where organisation = ${holder('clerk')} limit 1) m cross join ${numbers}`,
    ],
  },
};
