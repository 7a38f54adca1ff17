import type { ComponentExamples } from '../examples.js';
import { SkipLink } from './skip-link.js';

export const skipLinkExamples: ComponentExamples = {
  component: 'skip-link',
  about: 'First on every page, seen when the keyboard reaches it. Page draws it.',
  examples: [{ name: 'usual', show: () => <SkipLink>Skip to the example’s content</SkipLink> }],
};
