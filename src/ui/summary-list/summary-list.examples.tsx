import type { ComponentExamples } from '../examples.js';
import { Tag } from '../tag/tag.js';
import { SummaryList } from './summary-list.js';

export const summaryListExamples: ComponentExamples = {
  component: 'summary-list',
  about: 'Facts with their names.',
  examples: [
    {
      name: 'with changes',
      show: () => (
        <SummaryList
          rows={[
            {
              key: 'Date',
              value: 'Wednesday 4 June 2025',
              actions: [{ text: 'Change', href: '#date', about: 'the date' }],
            },
            {
              key: 'Place',
              value: 'Council Chamber, Northmoor, and online',
              actions: [{ text: 'Change', href: '#place', about: 'the place' }],
            },
            { key: 'Seats', value: '12, agrees with the groups' },
          ]}
        />
      ),
    },
    {
      name: 'without lines',
      show: () => (
        <SummaryList
          class="govuk-summary-list--no-border"
          rows={[
            { key: 'State', value: <Tag tone="green">Published</Tag> },
            { key: 'Contact', value: <a href="mailto:clerk@northmoor.example">clerk@northmoor.example</a> },
          ]}
        />
      ),
    },
    {
      name: 'on a card',
      show: () => (
        <SummaryList
          card={{
            title: 'Action 3',
            level: 3,
            actions: [
              { text: 'Report back', href: '#report' },
              { text: 'Hand on', href: '#hand-on' },
            ],
          }}
          rows={[
            { key: 'Who', value: 'Director of Children’s Services' },
            { key: 'By when', value: '30 September 2025' },
          ]}
        />
      ),
    },
  ],
};
