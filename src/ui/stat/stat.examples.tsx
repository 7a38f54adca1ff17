import type { ComponentExamples } from '../examples.js';
import { Cards } from '../page/page.js';
import { Stat } from './stat.js';

export const statExamples: ComponentExamples = {
  component: 'stat',
  about: 'A figure that matters, with what it counts.',
  examples: [
    {
      name: 'a row of them',
      show: () => (
        <Cards small>
          {[
            <Stat value={12} label="seats" note="in 4 groups" />,
            <Stat value={6} label="items" note="one without paper" />,
            <Stat value={3} label="actions open" />,
            <Stat value="92%" label="attendance" note="11 of 12" />,
          ]}
        </Cards>
      ),
    },
  ],
};
