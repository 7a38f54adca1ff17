import type { ComponentExamples } from '../examples.js';
import { Hint } from './hint.js';

export const hintExamples: ComponentExamples = {
  component: 'hint',
  about: 'Helps with a control before it is filled in. The form controls draw it themselves.',
  examples: [{ name: 'usual', show: () => <Hint>As it stands on the agenda, for example “2” or “4a”.</Hint> }],
};
