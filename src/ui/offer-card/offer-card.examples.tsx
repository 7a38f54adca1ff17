import type { ComponentExamples } from '../examples.js';
import { Tag } from '../tag/tag.js';
import { OfferCard } from './offer-card.js';

export const offerCardExamples: ComponentExamples = {
  component: 'offer-card',
  about: 'Something that a young person can get: what it is, from whom, how much, how, and what has to be asked first.',
  examples: [
    {
      name: 'to ask about',
      show: () => (
        <OfferCard
          title="Money for driving lessons"
          href="#offer"
          provider="Northmoor Council"
          mark={<Tag tone="yellow">Maybe for you</Tag>}
          what="Ten driving lessons, and the fee of your first test."
          askFirst={{
            title: 'Ask first, because:',
            lines: ['We do not know whether it holds when you live outside Northmoor.'],
          }}
          facts={[
            { key: 'How much', value: 'Up to £400' },
            { key: 'Who to ask', value: 'Leaving care team, 01632 960001' },
            { key: 'Last checked', value: '3 March 2026' },
          ]}
        />
      ),
    },
  ],
};
