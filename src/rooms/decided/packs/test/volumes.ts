/** How much of it there is in a country, how tests fill it, and where its lists are (test/room-volumes.ts). */
import { literal, text, type RoomVolumes } from '#test/room-volumes.js';
import type { PackContent } from '../words.js';

declare module '#test/room-volumes.js' {
  interface Volumes {
    /** Packs that were published a second time. */
    readonly again: number;
    /** Passages of each newest pack and of each minutes. */
    readonly passages: number;
  }
}

/** What a published pack holds, as short as it can be; $board, $slug and $date stand for those of each meeting. */
const pack: PackContent = {
  format: 'kept-pack/1',
  board: { slug: '$board', name: 'Volume Board', organisation: 'Volume Council' },
  meeting: { slug: '$slug', date: '$date', start: null, place: null, mode: null, contact: null },
  notices: [],
  cycle: null,
  groups: [],
  items: ['Housing', 'Transport', 'Schools'].map((title, at) => ({
    number: String(at + 1),
    title,
    purpose: 'decision',
    delivery: 'none',
    text: [],
    papers: [],
  })),
  leftovers: [],
  nextMeeting: null,
};

export const volumes: RoomVolumes = {
  country: (of) => ({ again: of(9_500), passages: 3 }),
  few: { again: 40, passages: 1 },
  fill: (size) => [
    `insert into published.publication (id, kind, subject, version, title, published_at, previous, content, content_sha256, html, html_sha256)
     select pack, 'pack', board || '/' || slug, 1, 'Agenda pack', day - 7 + time '09:00', null,
       replace(replace(replace(${literal(pack)}, '$board', board), '$slug', slug), '$date', day::text), '',
       '<p>Papers</p>', '' from held where n <= ${size.past}`,
    `insert into published.publication (id, kind, subject, version, title, published_at, previous, content, content_sha256, html, html_sha256)
     select pg_temp.id('again ' || n), 'pack', board || '/' || slug, 2, 'Agenda pack', day - 3 + time '09:00', pack,
       replace(replace(replace(${literal(pack)}, '$board', board), '$slug', slug), '$date', day::text), '',
       '<p>Papers</p>', '' from held where n <= ${size.again}`,
    `insert into published.meeting (board, slug, board_name, date, start, place, mode, state, pack, minutes, changed_at)
     select h.board, h.slug, b.name, h.day, case
       when n % 5 > 0 then lpad((9 + n % 9)::text, 2, '0') || ':30' end, 'Committee room ' || (n % 7), 'hybrid', case
       when n <= ${size.past} then 'minutes published' else 'planned' end,
            case when n <= ${size.again} then pg_temp.id('again ' || n) when n <= ${size.past} then h.pack end, case
              when n <= ${size.past} then h.minutes end, now() - n * interval '1 second'
       from held h join published.board b on b.slug = h.board`,
    `insert into published.passage (publication, position, kind, board, title, heading, date, path, body, folded)
     select publication, k, kind, board, title, heading, day, path, body, lower(heading || ' ' || body) from (
       select case when p.kind = 'minutes' then h.minutes when h.n <= ${size.again} then pg_temp.id('again ' || h.n)
         else h.pack end as publication, k, p.kind, h.board, p.kind || ' of ' || h.board as title, 'Item ' || k as
         heading, h.day,
              '/boards/' || h.board || '/meetings/' || h.slug || '/' || p.kind || '#item-' || k as path, ${text(30, 'h.n * 8 + k + p.step')} as body
         from held h cross join (values ('pack', 0), ('minutes', 4)) p (kind, step) cross
           join generate_series(1, ${size.passages}) k where h.n <= ${size.past}) made`,
  ],
};
