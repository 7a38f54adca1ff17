import type { ComponentExamples } from '../examples.js';
import { Input } from './input.js';

export const inputExamples: ComponentExamples = {
  component: 'input',
  about: 'One line of text with its label.',
  examples: [
    {
      name: 'with a hint',
      show: () => (
        <Input
          name="email"
          type="email"
          autocomplete="email"
          label="E-mail address"
          hint="We send you a link; there is no password."
        />
      ),
    },
    {
      name: 'refused',
      show: () => <Input name="place" label="Place" error="Say where the meeting is held" value="" />,
    },
    {
      name: 'with a suffix',
      show: () => (
        <Input
          name="notice"
          label="Notice period"
          class="govuk-input--width-3"
          inputmode="numeric"
          value="5"
          suffix={{ content: 'clear days' }}
        />
      ),
    },
    {
      name: 'as the page’s question',
      show: () => <Input name="board-name" label="What is the board called?" labelClass="govuk-label--l" />,
    },
  ],
};
