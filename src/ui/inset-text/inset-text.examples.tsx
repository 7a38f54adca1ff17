import type { ComponentExamples } from '../examples.js';
import { InsetText } from './inset-text.js';

export const insetTextExamples: ComponentExamples = {
  component: 'inset-text',
  about: 'Sets a sentence apart from the text around it.',
  examples: [
    { name: 'usual', show: () => <InsetText>The next meeting is on Thursday 18 September 2025 at 2.00 pm.</InsetText> },
  ],
};
