/** How much of it there is in a country, how tests fill it, and where its lists are (test/room-volumes.ts). */
import { one, type RoomVolumes } from '#test/room-volumes.js';

declare module '#test/room-volumes.js' {
  interface Volumes {
    readonly awards: number;
  }
}

export const volumes: RoomVolumes = {
  country: (of) => ({ awards: of(10_000) }),
  few: { awards: 110 },
  many: { awards: 220 },
  fill: (size) => [
    `insert into published.award (urn, organisation, organisation_name, stage, since, source, recorded_on)
     select 200000 + n, pg_temp.id('award'), 'Volume forum', (array['registered','bronze','silver','gold'])[1 + n %
       4], current_date - 100, 'Volume list', current_date
       from generate_series(1, least(${size.awards}, ${size.schools})) n`,
  ],
  lists: [
    {
      at: '/award/E80000007',
      row: one('/schools'),
      rows: `select '/schools/' || urn from published.award join published.school using (urn)
      where authority = 'E80000007' and status = 'open' order by name, urn`,
    },
  ],
  measured: [
    { name: 'the award, area by area', path: '/award?x=1', isConstant: true },
    { name: 'the award in an area', path: '/award/E80000007?x=1' },
    { name: 'the award as CSV', path: '/award.csv?x=1', isWhole: true },
    { name: 'the award in an area as CSV', path: '/award/E80000007/award.csv?x=1', isWhole: true },
  ],
};
