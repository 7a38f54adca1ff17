import type { ComponentExamples } from '../examples.js';
import { Checkboxes } from './checkboxes.js';

export const checkboxesExamples: ComponentExamples = {
  component: 'checkboxes',
  about: 'Any of a few.',
  examples: [
    {
      name: 'usual',
      show: () => (
        <Checkboxes
          name="needs"
          legend="What do you need on the day?"
          hint="Only the clerk sees this, and it is deleted after the meeting."
          values={['loop']}
          items={[
            { value: 'loop', label: 'Hearing loop' },
            { value: 'step-free', label: 'Step-free way in', hint: 'The west door is level with the street.' },
            { value: 'quiet', label: 'A quiet room' },
            { divider: 'or' },
            { value: 'none', label: 'Nothing', behaviour: 'exclusive' },
          ]}
        />
      ),
    },
    {
      name: 'small and refused',
      show: () => (
        <Checkboxes
          name="confirm"
          legend="Before you publish"
          small
          error="Confirm that you have read the whole pack"
          items={[{ value: 'read', label: 'I have read the whole pack' }]}
        />
      ),
    },
  ],
};
