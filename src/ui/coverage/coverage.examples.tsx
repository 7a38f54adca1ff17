import type { ComponentExamples } from '../examples.js';
import { CoverageBar, CoverageKey, CoverageMark } from './coverage.js';

export const coverageExamples: ComponentExamples = {
  component: 'coverage',
  about:
    'Whether something is offered: four states by letter, pattern and words. Not known is one of them, and never means no.',
  examples: [
    { name: 'key', show: () => <CoverageKey /> },
    { name: 'in a cell', show: () => <CoverageMark state="partly" /> },
    {
      name: 'as a bar',
      show: () => (
        <CoverageBar
          counts={{ offered: 12, partly: 8, 'not offered': 3, 'not known': 10 }}
          label="Of 33 councils 12 offer it, 8 partly, 3 do not, and of 10 it is not known."
        />
      ),
    },
  ],
};
