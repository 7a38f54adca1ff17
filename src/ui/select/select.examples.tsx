import type { ComponentExamples } from '../examples.js';
import { Select } from './select.js';

const groups = ['Labour', 'Conservative', 'Liberal Democrat', 'Independent'].map((text) => ({ text }));

export const selectExamples: ComponentExamples = {
  component: 'select',
  about: 'One of many. Radios are better for up to six.',
  examples: [
    { name: 'usual', show: () => <Select name="group" label="Political group" value="Independent" items={groups} /> },
    {
      name: 'refused',
      show: () => (
        <Select
          name="absent"
          label="Who was absent?"
          error="Choose the member for whom the substitute stood in"
          items={[{ text: 'Choose a member', value: '' }, { text: 'Cllr Siân Pryce' }]}
        />
      ),
    },
  ],
};
