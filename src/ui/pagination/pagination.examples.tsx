import type { ComponentExamples } from '../examples.js';
import { Pagination } from './pagination.js';

export const paginationExamples: ComponentExamples = {
  component: 'pagination',
  about: 'From page to page of a long list, or from one thing to its neighbours.',
  examples: [
    {
      name: 'numbers',
      show: () => (
        <Pagination
          label="Pages of results"
          previous={{ href: '#1' }}
          items={[
            { number: 1, href: '#1' },
            { number: 2, href: '#2', current: true },
            { number: 3, href: '#3' },
            'gap',
            { number: 12, href: '#12' },
          ]}
          next={{ href: '#3' }}
        />
      ),
    },
    {
      name: 'neighbours',
      show: () => (
        <Pagination
          label="Meetings before and after"
          previous={{ href: '#a', text: 'Meeting before', label: '12 March 2025' }}
          next={{ href: '#b', text: 'Meeting after', label: '17 September 2025' }}
        />
      ),
    },
  ],
};
