import type { ComponentExamples } from '../examples.js';
import { Contents } from './contents.js';

export const contentsExamples: ComponentExamples = {
  component: 'contents',
  about: 'The way into a long page.',
  examples: [
    {
      name: 'nested',
      show: () => (
        <Contents
          level={3}
          items={[
            { text: 'Membership', href: '#contents' },
            {
              number: '3',
              text: 'Late buses for after-school clubs',
              href: '#contents',
              note: 'page 9',
              items: [
                { text: 'Background', href: '#contents' },
                { text: 'What was asked', href: '#contents' },
              ],
            },
          ]}
        />
      ),
    },
  ],
};
