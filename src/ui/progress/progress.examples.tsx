import type { ComponentExamples } from '../examples.js';
import { Progress } from './progress.js';

export const progressExamples: ComponentExamples = {
  component: 'progress',
  about: 'Work that takes longer than a moment. The page refreshes itself; no script.',
  examples: [
    {
      name: 'with steps',
      show: () => (
        <Progress
          id="progress-steps"
          label="Publishing the pack"
          value={60}
          words="Step 3 of 4"
          steps={[
            { text: 'Content frozen', state: 'done' },
            { text: 'Page written', state: 'done' },
            { text: 'PDF set', state: 'doing', note: '31 of 50 pages' },
            { text: 'Everything checked and shown', state: 'waiting' },
          ]}
        />
      ),
    },
    {
      name: 'nobody can say how long',
      show: () => <Progress id="progress-open" label="Reading the file" words="Usually under five seconds." />,
    },
    {
      name: 'failed',
      show: () => (
        <Progress
          id="progress-failed"
          label="Publishing the pack"
          value={25}
          steps={[
            { text: 'Content frozen', state: 'done' },
            { text: 'Page written', state: 'failed', note: 'The disk is full. Nothing was published.' },
          ]}
        />
      ),
    },
  ],
};
