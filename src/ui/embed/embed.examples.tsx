import type { ComponentExamples } from '../examples.js';
import { Embed } from './embed.js';

export const embedExamples: ComponentExamples = {
  component: 'embed',
  about: 'Code to copy into a page of one’s own.',
  examples: [
    {
      name: 'a picture with its link',
      show: () => (
        <Embed
          code={'<a href="https://kept.example/verify"><img src="https://kept.example/badge.svg" alt="Badge"></a>'}
        />
      ),
    },
  ],
};
