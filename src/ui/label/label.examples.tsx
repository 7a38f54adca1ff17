import type { ComponentExamples } from '../examples.js';
import { Label } from './label.js';

export const labelExamples: ComponentExamples = {
  component: 'label',
  about: 'Names a control. The form controls draw it themselves.',
  examples: [
    {
      name: 'usual',
      show: () => (
        <>
          <Label for="label-usual">Title of the item</Label>
          <input class="govuk-input" id="label-usual" name="label-usual" />
        </>
      ),
    },
  ],
};
