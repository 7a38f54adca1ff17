import type { ComponentExamples } from '../examples.js';
import { BackLink } from './back-link.js';

export const backLinkExamples: ComponentExamples = {
  component: 'back-link',
  about: 'One step back in a journey of several pages.',
  examples: [{ name: 'usual', show: () => <BackLink href="#back">Back to the check</BackLink> }],
};
