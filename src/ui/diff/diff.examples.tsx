import type { ComponentExamples } from '../examples.js';
import { Diff } from './diff.js';

export const diffExamples: ComponentExamples = {
  component: 'diff',
  about: 'What changed between two versions of a text, word by word.',
  examples: [
    {
      name: 'usual',
      show: () => (
        <Diff
          before="Members welcomed the trial and asked for figures in the autumn."
          after="Members welcomed the trial on the 14 route and asked for figures by ward in September."
        />
      ),
    },
  ],
};
