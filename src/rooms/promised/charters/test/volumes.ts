/** How much of it there is in a country, how tests fill it, and where its lists are (test/room-volumes.ts). */
import { like, holder, one, id, type RoomVolumes } from '#test/room-volumes.js';

declare module '#test/room-volumes.js' {
  interface Volumes {
    readonly charters: number;
  }
}

export const volumes: RoomVolumes = {
  country: (of) => ({ charters: of(2_000) }),
  few: { charters: 110 },
  many: { charters: 220 },
  fill: (size) => [
    `insert into published.charter (slug, publication, version, organisation, organisation_slug, organisation_name,
      organisation_kind, title, framework, clauses, agreed_on, published_on)
     select 'volume-' || n, pg_temp.id('board 1'), 1, o.id, o.slug, o.name, 'school', 'Charter ' || n,
       'inclusion-charter', 7, current_date - 30, current_date - n % 900
       from generate_series(1, ${size.charters}) n join published.organisation o on o.slug = 'volume-' || (1 + n % ${size.promisers})`,
  ],
  lists: [
    {
      at: '/charters',
      row: one('/charters'),
      rows: `select '/charters/' || slug from published.charter order by published_on desc, slug desc`,
    },
  ],
  measured: [{ name: 'charters', path: '/charters?x=1' }],
  atWork: {
    pages: [
      {
        path: '/work/charters',
        as: 'programme',
        inOrder: {
          row: /^\/work\/charters\/(?!new)[^/?#]+$/,
          rows: `select '/work/charters/' || slug from record.charter where organisation = ${holder('programme')}
      order by changed_at desc, id desc`,
        },
      },
    ],
    more: (numbers) => [
      `insert into record.charter
      select
        ${like(
          'record.charter',
          'c',
          `'id', ${id(`'bound charter ' || n`)}, 'slug', 'bound-' || n, 'organisation',
          ${holder('programme')}, 'title', 'Bound charter ' || n, 'stage', 'preparing'`,
        )}
      from (select * from record.charter limit 1) c cross join ${numbers}`,
    ],
  },
};
