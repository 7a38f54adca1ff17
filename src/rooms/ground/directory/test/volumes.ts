/** How much of it there is in a country, how tests fill it, and where its lists are (test/room-volumes.ts). */
import { words, one, type RoomVolumes } from '#test/room-volumes.js';

declare module '#test/room-volumes.js' {
  interface Volumes {
    readonly authorities: number;
    readonly schools: number;
    readonly trusts: number;
  }
}

export const volumes: RoomVolumes = {
  country: () => ({ authorities: 400, schools: 25_000, trusts: 2_000 }),
  few: { authorities: 110, schools: 120, trusts: 60 },
  many: { schools: 240, trusts: 120 },
  fill: (size) => [
    // The registers of the country.
    `insert into published.authority (code, register_code, name, official_name, kind, nation, region, starts, ends, part_of, replaced_by, schools)
     select 'E8' || lpad(n::text, 7, '0'), 'V' || n, 'Volume ' || n, 'Volume ' || n || ' Council',
       'Unitary authority', 'England', (array['North East','North West','South East','London'])[1 + n % 4], null, null,
       '{}', '{}', 0
       from generate_series(1, ${size.authorities}) n`,
    `insert into published.school (urn, name, status, phase, kind, la_name, authority, town, postcode_area, predecessors, successors, folded, trust_code)
     select 200000 + n, name, case when n % 9 = 0 then 'closed'
       else 'open' end, (array['Primary','Secondary','Primary','All-through'])[1 + n % 4], 'Community school',
       'Volume ' || (1 + n % ${size.authorities}), 'E8' || lpad((1 + n % ${size.authorities})::text, 7, '0'),
            town, 'NS' || (1 + n % 20), '{}', '{}', lower(name || ' ' || town), case when n % 3 > 0 then (300000 + n % ${size.trusts})::text end
       from generate_series(1, ${size.schools}) n,
            lateral (select (${words})[1 + n % 24] || ' ' || (${words})[1 + (n / 24) % 24] || ' ' ||
              (array['School','Academy','Primary School','High School'])[1 + n % 4] as name, (${words})[1 + (n * 7) % 24] ||
              'ton' as town) made`,
    `insert into published.trust (code, name, kind, schools, folded)
     select (300000 + n)::text, name, 'Multi-academy trust', 8, lower(name)
       from generate_series(0, ${size.trusts} - 1) n, lateral
       (select (${words})[1 + n % 24] || ' ' || (${words})[1 + (n / 24) % 24] || ' Trust ' || n as name) made`,
    'analyze published.school, published.authority',
  ],
  lists: [
    {
      at: '/schools',
      row: one('/schools'),
      rows: `select '/schools/' || urn from published.school order by name, urn`,
    },
    {
      at: '/schools?authority=E80000007',
      row: one('/schools'),
      rows: `select '/schools/' || urn from published.school where authority = 'E80000007' order by name, urn`,
    },
    { at: '/trusts', row: one('/trusts'), rows: `select '/trusts/' || code from published.trust order by name, code` },
    {
      at: '/authorities',
      row: one('/authorities'),
      rows: `select '/authorities/' || code from published.authority order by name, code`,
    },
  ],
  measured: [
    { name: 'schools, a name', path: '/schools?q=cedar+mill', isConstant: true },
    { name: 'schools, a misspelt name', path: '/schools?q=ceddar+mil', isConstant: true },
    { name: 'schools, a name that is nowhere', path: '/schools?q=xyzzyplugh', isConstant: true },
    { name: 'schools of an authority', path: '/schools?authority=E80000007', isConstant: true },
    { name: 'authorities', path: '/authorities?x=1', isConstant: true },
    { name: 'authorities of a region', path: '/authorities?region=London', isConstant: true },
    { name: 'an authority with its schools', path: '/authorities/E80000007?page=1', isConstant: true },
    { name: 'trusts', path: '/trusts?x=1', isConstant: true },
    { name: 'trusts, a name', path: '/trusts?q=cedar', isConstant: true },
    { name: 'trusts, a misspelt name', path: '/trusts?q=ceddar', isConstant: true },
    { name: 'a trust', path: '/trusts/300003?x=1', isConstant: true },
  ],
};
