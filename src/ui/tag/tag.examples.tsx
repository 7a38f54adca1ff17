import type { ComponentExamples } from '../examples.js';
import { Tag } from './tag.js';

export const tagExamples: ComponentExamples = {
  component: 'tag',
  about: 'The state of a thing. The word says it; the colour only helps.',
  examples: [
    {
      name: 'all tones',
      show: () => (
        <p>
          <Tag>Next meeting</Tag> <Tag tone="grey">Draft</Tag> <Tag tone="blue">For decision</Tag>{' '}
          <Tag tone="green">Published</Tag> <Tag tone="yellow">To follow</Tag> <Tag tone="red">Overdue</Tag>{' '}
          <Tag tone="purple">Substitute</Tag>
        </p>
      ),
    },
  ],
};
