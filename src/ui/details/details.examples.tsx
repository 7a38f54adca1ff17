import type { ComponentExamples } from '../examples.js';
import { Details } from './details.js';

export const detailsExamples: ComponentExamples = {
  component: 'details',
  about: 'More, for those who want it.',
  examples: [
    {
      name: 'closed',
      show: () => (
        <Details summary="How a number was worked out">
          <p>Paragraph 9 comes before it and paragraph 11 after it.</p>
        </Details>
      ),
    },
    {
      name: 'open',
      show: () => (
        <Details summary="Fingerprint of this publication" open>
          <p>
            <code>9f2c7ab0e41d5a6c83b7f00d6ee19b54d8a8c2f97b1e0c3d44a19f6b7e5d2c10</code>
          </p>
        </Details>
      ),
    },
  ],
};
