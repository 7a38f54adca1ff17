import type { ComponentExamples } from '../examples.js';
import { Input } from '../input/input.js';
import { Radios } from './radios.js';

export const radiosExamples: ComponentExamples = {
  component: 'radios',
  about: 'One of a few.',
  examples: [
    {
      name: 'usual',
      show: () => (
        <Radios
          name="mode"
          legend="How is the meeting held?"
          value="hybrid"
          items={[
            { value: 'in person', label: 'In person' },
            { value: 'remote', label: 'Online' },
            { value: 'hybrid', label: 'Both', hint: 'In the room, with a link for those who cannot come.' },
          ]}
        />
      ),
    },
    {
      name: 'with a further question',
      show: () => (
        <Radios
          name="owner"
          legend="Who does it?"
          legendClass="govuk-fieldset__legend--m"
          hint="The minutes name nobody."
          value="other"
          items={[
            { value: 'unknown', label: 'Leave it open' },
            {
              value: 'other',
              label: 'A person or team',
              conditional: <Input name="owner-name" label="Name or team" />,
            },
          ]}
        />
      ),
    },
    {
      name: 'side by side and refused',
      show: () => (
        <Radios
          name="present"
          legend="Was Cllr Okoro there?"
          inline
          error="Choose yes or no"
          items={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ]}
        />
      ),
    },
    {
      name: 'small',
      show: () => (
        <Radios
          name="answer"
          legend="Your answer"
          small
          items={[
            { value: 'accept', label: 'Take it as it stands' },
            { value: 'correct', label: 'Correct it' },
            { divider: 'or' },
            { value: 'aside', label: 'Set it aside' },
          ]}
        />
      ),
    },
  ],
};
