import type { ComponentExamples } from '../examples.js';
import { Pledge } from './pledge.js';

const steps = ['putting every change of a rule to all classes first', 'writing up what was said, and what came of it'];

export const pledgeExamples: ComponentExamples = {
  component: 'pledge',
  about: 'A promise in the words in which it was given.',
  examples: [
    {
      name: 'Whole',
      show: () => (
        <Pledge
          level={2}
          caption="Northmoor School"
          aim="ask before a rule changes"
          steps={steps}
          effect={{ verb: 'can', words: 'see what your words changed' }}
        />
      ),
    },
    { name: 'Only an aim', show: () => <Pledge aim="keep an open door at lunch" steps={[]} effect={null} /> },
  ],
};
