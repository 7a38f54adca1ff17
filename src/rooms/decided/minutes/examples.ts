/** Minutes with believable defaults, for tests and demonstrations. The board and its people are invented. */
import { prose } from '#base/prose.js';
import type { MinutesContent, MinutesItem } from './words.js';

export function minutesItem(more: Partial<MinutesItem> = {}): MinutesItem {
  return {
    number: '3',
    title: 'Late buses for after-school clubs',
    entries: [
      {
        kind: 'introduction',
        speaker: null,
        prose: prose('The Chair asked Ravi Menon, Head of Transport, to say how the trial on the 14 route had gone.'),
      },
      {
        kind: 'comment',
        speaker: null,
        prose: prose('A member said that girls walk home together because of the later bus.'),
      },
      { kind: 'question', speaker: 'Cllr Whitby', prose: prose('Who pays after Easter?') },
      { kind: 'response', speaker: 'Ravi Menon', prose: prose('The operator would carry a third of the cost.') },
    ],
    decisions: [{ text: prose('The trial on the 14 route goes on until Easter.') }],
    actions: [
      { text: prose('Ask the operator for figures by stop.'), owner: 'Ravi Menon', due: '2025-09-01', byClerk: [] },
      { text: prose('Write to the schools on the route.'), owner: null, due: null, byClerk: [] },
    ],
    ...more,
  };
}

export function minutesContent(more: Partial<MinutesContent> = {}): MinutesContent {
  return {
    format: 'kept-minutes/1',
    board: {
      name: 'Children and Young People Board',
      slug: 'children-and-young-people-board',
      organisation: 'Northmoor Council',
    },
    meeting: { slug: '2025-06-04', date: '2025-06-04', start: '11:00', place: 'Council Chamber, Northmoor' },
    state: 'agreed',
    minutes: {
      kind: 'minutes',
      title: 'Minutes of the meeting of 4 June 2025',
      date: '2025-06-04',
      items: [
        minutesItem({
          number: '1',
          title: 'Welcome and apologies',
          entries: [{ kind: 'note', speaker: null, prose: prose('Cllr Tom Whitby had sent apologies.') }],
          decisions: [],
          actions: [],
        }),
        minutesItem(),
        minutesItem({ number: null, title: 'Any other business', decisions: [], actions: [], entries: [] }),
      ],
      attendance: [
        {
          role: 'Chair',
          status: 'present',
          name: 'Cllr Amina Farouk',
          slug: 'amina-farouk',
          organisation: 'Northmoor Council',
          origin: 'source',
        },
        {
          role: 'Member',
          status: 'present',
          name: 'Cllr Siân Pryce',
          slug: 'sian-pryce',
          organisation: 'Ŵydd Valley District Council',
          origin: 'source',
        },
        {
          role: 'Member',
          status: 'apologies',
          name: 'Cllr Tom Whitby',
          slug: 'tom-whitby',
          organisation: null,
          origin: 'source',
        },
        {
          role: 'Guest',
          status: 'in attendance',
          name: 'Ravi Menon',
          slug: null,
          organisation: 'Head of Transport',
          origin: 'source',
        },
      ],
      substitutions: [],
      declarations: [{ name: 'Cllr Siân Pryce', slug: 'sian-pryce', item: '3', kind: 'non-pecuniary', nature: null }],
      leftovers: [
        { kind: 'paragraph', number: null, numbering: null, prose: prose('The meeting closed at 1pm.'), lines: null },
      ],
    },
    ...more,
  };
}
