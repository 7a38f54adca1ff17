import type { ComponentExamples } from '../examples.js';
import { Shares } from './shares.js';

export const sharesExamples: ComponentExamples = {
  component: 'shares',
  about:
    'How a whole divides into parts, as lines with names and numbers. The same figures stand in a table beside it.',
  examples: [
    {
      name: 'stages of an award',
      show: () => (
        <Shares
          label="Schools of Northmoor by stage"
          parts={[
            { text: 'Gold', count: 3 },
            { text: 'Silver', count: 9 },
            { text: 'Bronze', count: 0 },
            { text: 'Registered', count: 14 },
            { text: 'Not known', count: 31, isUnknown: true },
          ]}
        />
      ),
    },
    {
      name: 'nothing to divide',
      show: () => (
        <Shares
          label="Schools of Northmoor by stage"
          parts={[
            { text: 'Gold', count: 0 },
            { text: 'Not known', count: 0, isUnknown: true },
          ]}
        />
      ),
    },
  ],
};
