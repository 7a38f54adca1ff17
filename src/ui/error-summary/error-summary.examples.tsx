import type { ComponentExamples } from '../examples.js';
import { ErrorSummary } from './error-summary.js';

export const errorSummaryExamples: ComponentExamples = {
  component: 'error-summary',
  about: 'At the top of a page whose form was refused.',
  examples: [
    {
      name: 'usual',
      show: () => (
        <ErrorSummary
          errors={[
            { text: 'Say where the meeting is held', href: '#error-summary-usual' },
            { text: 'The date must include a year', href: '#error-summary-usual' },
          ]}
        />
      ),
    },
    {
      name: 'with an explanation',
      show: () => (
        <ErrorSummary
          title="The pack was not published"
          description="Two people worked on it at the same time. Your changes are still here."
          errors={[]}
        />
      ),
    },
  ],
};
