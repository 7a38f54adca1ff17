import type { ComponentExamples } from '../examples.js';
import { Entries, Entry } from './entry.js';

export const entryExamples: ComponentExamples = {
  component: 'entry',
  about: 'One thing among many: a decision, an action, a place that a search found.',
  examples: [
    {
      name: 'Two decisions',
      show: () => (
        <Entries>
          {[
            <Entry
              title="The trial on the 14 route goes on until Easter."
              href="#one"
              facts="Transport board, 4 June 2025, item 3"
            />,
            <Entry title="Late buses for after-school clubs" href="#two" facts="Minutes, 4 June 2025">
              <p>
                … because of the later <mark>bus</mark> girls walk home together …
              </p>
            </Entry>,
          ]}
        </Entries>
      ),
    },
  ],
};
