import type { ComponentExamples } from '../examples.js';
import { Textarea } from '../textarea/textarea.js';
import { fieldTools, FormPage } from './form.js';

const refused = {
  typed: { reason: '' },
  problems: [{ field: 'reason', message: 'Say why' }],
};

export const formExamples: ComponentExamples = {
  component: 'form',
  about: 'A page that is one form, with the token of the session in it.',
  examples: [
    {
      name: 'Refused',
      show: () => (
        <FormPage
          action="#"
          heading="End the network"
          caption="Learning together"
          button="End the network"
          isWarning
          back={{ href: '#', text: 'Go back' }}
          problems={refused.problems}
        >
          <Textarea {...fieldTools(refused).field('reason')} label="Why" />
        </FormPage>
      ),
    },
  ],
};
