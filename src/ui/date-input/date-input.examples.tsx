import type { ComponentExamples } from '../examples.js';
import { DateInput } from './date-input.js';

export const dateInputExamples: ComponentExamples = {
  component: 'date-input',
  about: 'A date that one knows by heart.',
  examples: [
    {
      name: 'usual',
      show: () => (
        <DateInput
          id="held"
          namePrefix="held"
          legend="When was the meeting held?"
          hint="For example, 4 6 2025"
          values={{ 'held-day': '4', 'held-month': '6', 'held-year': '2025' }}
        />
      ),
    },
    {
      name: 'refused in one part',
      show: () => (
        <DateInput
          id="due"
          namePrefix="due"
          legend="By when?"
          error="The date must include a year"
          items={[
            { name: 'day', value: '30' },
            { name: 'month', value: '9' },
            { name: 'year', error: true },
          ]}
        />
      ),
    },
  ],
};
