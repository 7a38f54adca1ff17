import type { ComponentExamples } from '../examples.js';
import { Input } from '../input/input.js';
import { Fieldset } from './fieldset.js';

export const fieldsetExamples: ComponentExamples = {
  component: 'fieldset',
  about: 'Several controls under one question.',
  examples: [
    {
      name: 'usual',
      show: () => (
        <Fieldset legend="Contact for the meeting" legendClass="govuk-fieldset__legend--m">
          <Input name="contact-name" label="Name" autocomplete="name" />
          <Input name="contact-phone" label="Telephone" type="tel" class="govuk-input--width-20" />
        </Fieldset>
      ),
    },
  ],
};
