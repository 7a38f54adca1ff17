import type { ComponentExamples } from '../examples.js';
import { TileKey, TileMap } from './tile-map.js';

export const tileMapExamples: ComponentExamples = {
  component: 'tile-map',
  about:
    'Areas as tiles of one size, roughly where they lie. A mark in each says what its colour says; a table beside it says it again.',
  examples: [
    {
      name: 'some areas',
      show: () => (
        <TileMap
          label="Four areas: one acting, one invited, one lapsed, one not on the register"
          tiles={[
            {
              column: 1,
              row: 0,
              short: 'NOR',
              name: 'Northmoor: acting',
              mark: 'A',
              tone: 'second',
              href: '#northmoor',
            },
            {
              column: 0,
              row: 1,
              short: 'WES',
              name: 'Westhaven: invited',
              mark: 'i',
              tone: 'open',
              href: '#westhaven',
            },
            { column: 1, row: 1, short: 'MID', name: 'Midfold: lapsed', mark: '×', tone: 'ended', href: '#midfold' },
            {
              column: 2,
              row: 1,
              short: 'EAS',
              name: 'Eastmere: not on the register',
              mark: '·',
              tone: 'none',
              href: null,
            },
          ]}
        />
      ),
    },
    {
      name: 'key',
      show: () => (
        <TileKey
          items={[
            { mark: 'A', tone: 'second', text: 'Acting', count: 1 },
            { mark: 'i', tone: 'open', text: 'Invited', count: 1 },
          ]}
        />
      ),
    },
  ],
};
