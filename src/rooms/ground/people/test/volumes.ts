/** How much of it there is in a country, how tests fill it, and where its lists are (test/room-volumes.ts). */
import { like, holder, id, type RoomVolumes } from '#test/room-volumes.js';

declare module '#test/room-volumes.js' {
  interface Volumes {
    readonly promisers: number;
  }
}

export const volumes: RoomVolumes = {
  country: (of) => ({ promisers: of(2_000) }),
  few: { promisers: 2 },
  fill: (size) => [
    `insert into published.organisation (id, slug, name, kind, authority, urn, part_of)
     select pg_temp.id('organisation ' || n), 'volume-' || n, 'Volume School ' || n, 'school', 'E8' || lpad((1 + n %
       ${size.authorities})::text, 7, '0'), 200000 + n, null from generate_series(1, ${size.promisers}) n`,
    'analyze published.organisation',
  ],
  fillWork: (size) => [
    `insert into record.organisation
      select (jsonb_populate_record(null::record.organisation, to_jsonb(o) || jsonb_build_object('id',
      pg_temp.id('setting ' || n), 'slug', 'volume-setting-' || n, 'name', 'Volume setting ' || n, 'urn', null,
      'authority', null))).* from (select o.* from record.organisation o where o.kind = 'school' limit 1) o cross
      join generate_series(1, ${size.settings}) n`,
  ],
  measuredAtWork: [{ name: 'colleagues', path: '/work/colleagues' }],
  atWork: {
    pages: [
      { path: '/work/colleagues', as: 'programme' },
      { path: '/work/named', as: 'programme' },
    ],
    more: (numbers) => [
      `insert into record.organisation
      select
        ${like(
          'record.organisation',
          'o',
          `'id', ${id(`'bound setting ' || n`)}, 'slug', 'bound-setting-' || n, 'name',
          'Bound setting ' || n, 'urn', null, 'authority', null`,
        )}
       from (select * from record.organisation where kind = 'school' limit 1) o cross join ${numbers}`,
      `insert into record.naming (organisation, id, kind, thing, named_organisation, named, named_name, namer_name, words, path, asked_on)
     select ${holder('clerk')}, ${id(`'bound naming ' || n`)}, 'board of a promise', ${id(`'bound thing ' || n`)},
       ${holder('programme')}, 'bound-1', 'A bound board', 'The council', 'do it ' || n, '/promises/bound-' || n,
       current_date from ${numbers}`,
    ],
  },
};
