import type { ComponentExamples } from '../examples.js';
import { DateTile } from './date-tile.js';

export const dateTileExamples: ComponentExamples = {
  component: 'date-tile',
  about: 'A day, at a glance.',
  examples: [{ name: 'usual', show: () => <DateTile date="2025-06-04" /> }],
};
