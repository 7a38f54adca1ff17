import type { ComponentExamples } from '../examples.js';
import { Cards } from '../page/page.js';
import { Tag } from '../tag/tag.js';
import { MeetingCard } from './meeting-card.js';

export const meetingCardExamples: ComponentExamples = {
  component: 'meeting-card',
  about: 'A meeting in a list.',
  examples: [
    {
      name: 'a few',
      show: () => (
        <Cards>
          {[
            <MeetingCard
              title="Children and Young People Board"
              href="#june"
              date="2025-06-04"
              when="11.00 am, Council Chamber and online"
              note="6 items, 50 pages"
              state={<Tag tone="green">Published</Tag>}
            />,
            <MeetingCard
              title="Children and Young People Board"
              href="#september"
              date="2025-09-17"
              when="2.00 pm, online"
              state={<Tag tone="grey">Agenda to follow</Tag>}
            />,
          ]}
        </Cards>
      ),
    },
  ],
};
