import { prose } from '#base/prose.js';
import type { ComponentExamples } from '../examples.js';
import { Minute, Promise, type MinuteItem } from './minute.js';

const item: MinuteItem = {
  number: '3',
  title: 'Late buses for after-school clubs',
  entries: [
    { kind: 'introduction', speaker: null, prose: prose('The Chair asked Ravi Menon to say how the trial had gone.') },
    {
      kind: 'comment',
      speaker: null,
      prose: prose('A member said that girls walk home together because of the later bus.'),
    },
    { kind: 'comment', speaker: null, prose: prose('Another asked who pays after Easter.') },
    { kind: 'response', speaker: 'Ravi Menon', prose: prose('The operator would carry a third of the cost.') },
  ],
  decisions: [{ text: prose('The trial on the 14 route goes on until Easter.') }],
  actions: [
    { text: prose('Ask the operator for figures by stop.'), owner: 'Ravi Menon', due: '2025-09-01', byClerk: ['due'] },
    { text: prose('Write to the schools.'), owner: null, due: null, byClerk: [] },
  ],
};

export const minuteExamples: ComponentExamples = {
  component: 'minute',
  about: 'One item of minutes: what was said, what was decided, who does what.',
  examples: [
    {
      name: 'A whole item',
      show: () => (
        <Minute
          item={item}
          ids={{
            id: 'minute-3',
            entries: ['m3-e1', 'm3-e2', 'm3-e3', 'm3-e4'],
            decisions: ['m3-d1'],
            actions: ['m3-a1', 'm3-a2'],
          }}
        />
      ),
    },
    { name: 'Who and by when', show: () => <Promise owner="Ravi Menon" due={null} /> },
  ],
};
