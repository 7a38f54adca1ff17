import type { ComponentExamples } from '../examples.js';
import { Breadcrumbs } from './breadcrumbs.js';

export const breadcrumbsExamples: ComponentExamples = {
  component: 'breadcrumbs',
  about: 'Where one is, and the way up.',
  examples: [
    {
      name: 'usual',
      show: () => (
        <Breadcrumbs
          items={[
            { text: 'Home', href: '#home' },
            { text: 'Boards', href: '#boards' },
            { text: 'Children and Young People Board', href: '#board' },
            { text: '4 June 2025' },
          ]}
        />
      ),
    },
  ],
};
