import type { ComponentExamples } from '../examples.js';
import { Timeline } from './timeline.js';

export const timelineExamples: ComponentExamples = {
  component: 'timeline',
  about: 'The history of a thing: what happened, when, by whom.',
  examples: [
    {
      name: 'usual',
      show: () => (
        <Timeline
          entries={[
            {
              what: 'Published as version 2',
              when: '2 June 2025, 9.40 am',
              datetime: '2025-06-02T09:40:00+01:00',
              who: 'Priya Raman',
              detail: <p>One paper added under item 4.</p>,
            },
            {
              what: 'Published as version 1',
              when: '28 May 2025, 4.05 pm',
              datetime: '2025-05-28T16:05:00+01:00',
              who: 'Priya Raman',
            },
            {
              what: 'Brought in from northmoor-june.pdf',
              when: '28 May 2025, 3.12 pm',
              datetime: '2025-05-28T15:12:00+01:00',
              who: 'Priya Raman',
            },
          ]}
        />
      ),
    },
  ],
};
