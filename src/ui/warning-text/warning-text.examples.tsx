import type { ComponentExamples } from '../examples.js';
import { WarningText } from './warning-text.js';

export const warningTextExamples: ComponentExamples = {
  component: 'warning-text',
  about: 'What cannot be undone, or must not be missed.',
  examples: [
    {
      name: 'usual',
      show: () => (
        <WarningText>Publishing cannot be undone. A correction becomes a new version beside this one.</WarningText>
      ),
    },
  ],
};
