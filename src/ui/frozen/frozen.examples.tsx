import type { ComponentExamples } from '../examples.js';
import { Frozen } from './frozen.js';

export const frozenExamples: ComponentExamples = {
  component: 'frozen',
  about: 'A publication as it was frozen, inside today’s frame.',
  examples: [{ name: 'Two sentences', show: () => <Frozen html="<p>The trial on the 14 route goes on until Easter.</p><p>Published on 4 June 2025.</p>" /> }],
};
