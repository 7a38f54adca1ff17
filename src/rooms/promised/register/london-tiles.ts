/**
 * Where the 32 boroughs and the City stand on a grid of tiles: roughly where they lie, the river between the rows of Hounslow
 * and Richmond. Our own layout. Codes and names are those of the Office for National Statistics.
 */
export interface LondonTile {
  readonly code: string;
  readonly name: string;
  readonly short: string;
  readonly column: number;
  readonly row: number;
}

/** Each row of the grid, with the column where it begins. */
const rows: readonly {
  readonly from: number;
  readonly tiles: readonly (readonly [code: string, short: string, name: string])[];
}[] = [
  { from: 4, tiles: [['E09000010', 'ENF', 'Enfield']] },
  {
    from: 2,
    tiles: [
      ['E09000015', 'HRW', 'Harrow'],
      ['E09000003', 'BAR', 'Barnet'],
      ['E09000014', 'HGY', 'Haringey'],
      ['E09000031', 'WAL', 'Waltham Forest'],
      ['E09000026', 'RED', 'Redbridge'],
      ['E09000016', 'HAV', 'Havering'],
    ],
  },
  {
    from: 0,
    tiles: [
      ['E09000017', 'HIL', 'Hillingdon'],
      ['E09000009', 'EAL', 'Ealing'],
      ['E09000005', 'BRE', 'Brent'],
      ['E09000007', 'CAM', 'Camden'],
      ['E09000019', 'ISL', 'Islington'],
      ['E09000012', 'HAC', 'Hackney'],
      ['E09000025', 'NEW', 'Newham'],
      ['E09000002', 'B&D', 'Barking and Dagenham'],
    ],
  },
  {
    from: 1,
    tiles: [
      ['E09000013', 'H&F', 'Hammersmith and Fulham'],
      ['E09000020', 'K&C', 'Kensington and Chelsea'],
      ['E09000033', 'WES', 'Westminster'],
      ['E09000001', 'CITY', 'City of London'],
      ['E09000030', 'TOW', 'Tower Hamlets'],
      ['E09000011', 'GRE', 'Greenwich'],
      ['E09000004', 'BEX', 'Bexley'],
    ],
  },
  {
    from: 0,
    tiles: [
      ['E09000018', 'HOU', 'Hounslow'],
      ['E09000027', 'RIC', 'Richmond upon Thames'],
      ['E09000032', 'WAN', 'Wandsworth'],
      ['E09000022', 'LAM', 'Lambeth'],
      ['E09000028', 'SOU', 'Southwark'],
      ['E09000023', 'LEW', 'Lewisham'],
      ['E09000006', 'BRO', 'Bromley'],
    ],
  },
  {
    from: 1,
    tiles: [
      ['E09000021', 'KIN', 'Kingston upon Thames'],
      ['E09000024', 'MER', 'Merton'],
      ['E09000029', 'SUT', 'Sutton'],
      ['E09000008', 'CRO', 'Croydon'],
    ],
  },
];

export const londonTiles: readonly LondonTile[] = rows.flatMap(({ from, tiles }, row) =>
  tiles.map(([code, short, name], at) => ({ code, short, name, column: from + at, row })),
);
