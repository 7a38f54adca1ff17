import type { ComponentExamples } from '../examples.js';
import { Textarea } from './textarea.js';

export const textareaExamples: ComponentExamples = {
  component: 'textarea',
  about: 'Several lines of text.',
  examples: [
    {
      name: 'usual',
      show: () => (
        <Textarea
          name="introduction"
          label="Introduction"
          hint="What the item is about, before anyone spoke."
          rows={4}
          value="The Director introduced the report."
        />
      ),
    },
    {
      name: 'refused',
      show: () => (
        <Textarea
          name="reason"
          label="Why do you set this aside?"
          rows={3}
          error="Give a reason, so that others can follow it"
        />
      ),
    },
  ],
};
