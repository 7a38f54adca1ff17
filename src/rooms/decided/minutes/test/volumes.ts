/** How much of it there is in a country, how tests fill it, and where its lists are (test/room-volumes.ts). */
import { literal, text, farOn, oneMeeting, newestMinutes, type RoomVolumes } from '#test/room-volumes.js';
import type { MinutesContent } from '../words.js';

declare module '#test/room-volumes.js' {
  interface Volumes {
    readonly decisionsEach: number;
    readonly attendedBy: number;
  }
}

/** What published minutes hold, as short as they can be; $board, $slug and $date stand for those of each meeting. */
const minutes: MinutesContent = {
  format: 'kept-minutes/1',
  board: { slug: '$board', name: 'Volume Board', organisation: 'Volume Council' },
  meeting: { slug: '$slug', date: '$date', start: null, place: null },
  state: 'agreed',
  minutes: {
    kind: 'minutes',
    title: 'Minutes',
    date: '$date',
    items: ['Housing', 'Transport', 'Schools'].map((title, at) => ({
      number: String(at + 1),
      title,
      entries: [],
      decisions: [],
      actions: [],
    })),
    attendance: [],
    substitutions: [],
    declarations: [],
    leftovers: [],
  },
};

export const volumes: RoomVolumes = {
  country: () => ({ decisionsEach: 2, attendedBy: 10 }),
  few: { decisionsEach: 1, attendedBy: 2 },
  fill: (size) => [
    `insert into published.publication (id, kind, subject, version, title, published_at, previous, content, content_sha256, html, html_sha256)
     select minutes, 'minutes', board || '/' || slug, 1, 'Minutes', day + 14 + time '09:00', null,
       replace(replace(replace(${literal(minutes)}, '$board', board), '$slug', slug), '$date', day::text), '',
       '<p>Minutes</p>', '' from held where n <= ${size.past}`,
    `insert into published.decision (publication, position, board, meeting, date, item_number, item_title, body, path)
     select h.minutes, k, h.board, h.slug, h.day, k::text, 'Item ' || k, 'The board agreed that ' ||
       ${text(12, 'h.n * 4 + k')} || '.', '/boards/' || h.board || '/meetings/' || h.slug || '/minutes#minute-' || k
       from held h cross join generate_series(1, ${size.decisionsEach}) k where n <= ${size.past}`,
    `insert into published.person (publication, position, slug, name, board, board_name, kind, label, political_group, authority, meeting, date, path)
     select h.minutes, k, m.slug, m.name, h.board, m.board_name, 'attendance', case
       when (h.n + k) % 6 = 0 then 'apologies'
       else 'present' end, null, m.authority, h.slug, h.day, '/boards/' || h.board || '/meetings/' || h.slug ||
       '/minutes'
       from held h join published.board b on b.slug = h.board cross join generate_series(0, ${size.attendedBy - 1}) k
         join published.person m on m.publication = b.publication and m.position = k where h.n <= ${size.past}`,
  ],
  lists: [
    { at: '/decisions', row: /\/minutes#/, rows: newestMinutes('decision') },
    {
      at: '/decisions?board=volume-board-0002',
      row: /\/minutes#/,
      rows: `select path from published.decision where board = 'volume-board-0002' order by date desc, publication desc, position`,
    },
  ],
  measured: [
    { name: 'decisions, all', path: '/decisions?x=1' },
    {
      name: 'decisions, far on',
      path: '/decisions?after=$place',
      facts: farOn(
        `array[coalesce(date, '0001-01-01'::date)::text, publication::text, (-position)::text]`,
        'published.decision',
        `coalesce(date, '0001-01-01'::date) desc, publication desc, (-position) desc`,
      ),
    },
    { name: 'decisions of a board', path: '/decisions?board=$board', facts: oneMeeting },
  ],
};
