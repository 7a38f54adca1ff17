import type { ComponentExamples } from '../examples.js';
import { ErrorMessage } from './error-message.js';

export const errorMessageExamples: ComponentExamples = {
  component: 'error-message',
  about: 'Says beside a control what to mend. The form controls draw it themselves.',
  examples: [
    { name: 'usual', show: () => <ErrorMessage>Enter an e-mail address, like name@example.org</ErrorMessage> },
  ],
};
