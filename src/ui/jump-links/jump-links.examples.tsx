import type { ComponentExamples } from '../examples.js';
import { JumpLinks } from './jump-links.js';

export const jumpLinksExamples: ComponentExamples = {
  component: 'jump-links',
  about: 'Links to the parts of a long page, on one line where there is room.',
  examples: [
    {
      name: 'with counts',
      show: () => (
        <JumpLinks
          label="Parts of this page"
          links={[
            { text: 'What does not add up', href: '#content', count: 12 },
            { text: 'What could not be placed', href: '#content', count: 0 },
            { text: 'Publish', href: '#content' },
          ]}
        />
      ),
    },
  ],
};
