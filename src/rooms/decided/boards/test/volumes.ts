/** How much of it there is in a country, how tests fill it, and where its lists are (test/room-volumes.ts). */
import { words, word, oneMeeting, holder, one, id, type RoomVolumes } from '#test/room-volumes.js';

declare module '#test/room-volumes.js' {
  interface Volumes {
    readonly boards: number;
    /** Whether every second meeting is one of the second board. */
    readonly oneIsBusy: boolean;
  }
}

export const volumes: RoomVolumes = {
  country: (of) => ({ boards: of(500) }),
  few: { boards: 65, oneIsBusy: true },
  many: { boards: 210 },
  fill: (size) => [
    // Boards, their members and their frozen membership.
    `insert into published.publication (id, kind, subject, version, title, published_at, previous, content, content_sha256, html, html_sha256)
     select pg_temp.id('board ' || n), 'board', 'volume-board-' || lpad(n::text, 4, '0'), 1, name, now() - interval
       '3 years' + n * interval '1 minute', null, '{}', '', '<p>Membership</p>', ''
       from generate_series(1, ${size.boards}) n, lateral (select 'Volume Board ' || n as name) named`,
    `insert into published.board (slug, name, organisation, publication)
     select 'volume-board-' || lpad(n::text, 4, '0'), (${words})[1 + n % 24] || ' ' || (${words})[1 + (n / 24) % 24]
       || ' Board ' || n, 'Volume ' || (1 + n % ${size.authorities}) || ' Council', pg_temp.id('board ' || n)
       from generate_series(1, ${size.boards}) n`,
    `insert into published.person (publication, position, slug, name, board, board_name, kind, label, political_group, authority, meeting, date, path)
     select b.publication, k, slugged.slug, named.name, b.slug, b.name, 'member', null, 'Group ' || (k % 3), 'Volume ' || k, null, null, '/boards/' || b.slug
       from published.board b cross join generate_series(0, 19) k,
            lateral (select right(b.slug, 4)::integer as n) numbered, lateral
              (select 'Cllr ' || (${words})[1 + (n + k) % 24] || ' ' || initcap(${word('(1 + (n * 20 + k) % 3999)')}) as name)
              named, lateral (select lower(replace(named.name, ' ', '-')) as slug) slugged
      where b.slug like 'volume-board-%'`,
  ],
  lists: [
    { at: '/boards', row: one('/boards'), rows: `select '/boards/' || slug from published.board order by name, slug` },
  ],
  measured: [
    { name: 'boards', path: '/boards?x=1' },
    { name: 'a board', path: '/boards/$board?x=1', facts: oneMeeting },
    { name: 'a person', path: '/people/$person?x=1', facts: oneMeeting },
  ],
  atWork: {
    more: (numbers) => [
      `insert into record.board (organisation, id, slug, name)
      select ${holder('clerk')}, ${id(`'bound board ' || n`)}, 'bound-' || n, 'A bound board ' || n from ${numbers}`,
    ],
  },
};
