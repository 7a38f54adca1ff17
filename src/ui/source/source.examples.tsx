import type { ComponentExamples } from '../examples.js';
import { Source } from './source.js';

export const sourceExamples: ComponentExamples = {
  component: 'source',
  about: 'The text as it came, with line numbers to refer to.',
  examples: [
    {
      name: 'with marked lines',
      show: () => (
        <Source
          title="northmoor-june.md"
          from={97}
          marked={[{ from: 99, to: 100 }]}
          lines={[
            '## 3. Late buses for after-school clubs',
            '',
            '9. Pupils at four schools had asked for later buses.',
            'The operator had offered a trial on the 14 route.',
            '',
            '11. Members welcomed the trial and asked for figures by ward in the autumn, since the evening timetable differs between the coast and the moor.',
          ]}
        />
      ),
    },
  ],
};
