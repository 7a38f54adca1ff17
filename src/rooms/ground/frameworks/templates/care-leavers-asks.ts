/**
 * The eleven kinds of ask of care leavers (seed item 3, paragraph 9, pages 9 to 11), in our own words. What the seed asks
 * throughout is kept in the summary: support follows a young person who lives outside the authority.
 */
import type { FrameworkDraft } from '../words.js';

function asked(theme: string, ...texts: readonly string[]): FrameworkDraft['asks'] {
  return texts.map((text, index) => ({ key: `${theme}-${index + 1}`, theme, audience: 'authority', text }));
}

export const careLeaversAsks: FrameworkDraft = {
  name: 'Care leavers’ asks',
  summary:
    'What young people who were in care ask for, in eleven kinds, wherever they live: also outside the authority that looked after them.',
  themes: [
    {
      key: 'finance',
      kind: 'kind of ask',
      title: 'Finance',
      meaning: 'Enough money to live on and help to manage it.',
      examples: [],
    },
    {
      key: 'housing',
      kind: 'kind of ask',
      title: 'Housing',
      meaning: 'A safe home that lasts, and help to get and keep it.',
      examples: [],
    },
    {
      key: 'travel',
      kind: 'kind of ask',
      title: 'Travel',
      meaning: 'Getting to work, to appointments and to the people who matter.',
      examples: [],
    },
    {
      key: 'health',
      kind: 'kind of ask',
      title: 'Health',
      meaning: 'Help with body and mind, in time and without cost.',
      examples: [],
    },
    {
      key: 'digital-connection',
      kind: 'kind of ask',
      title: 'Digital connection',
      meaning: 'Your own device and internet.',
      examples: [],
    },
    {
      key: 'leisure',
      kind: 'kind of ask',
      title: 'Leisure',
      meaning: 'Sport, culture and celebrations, with friends.',
      examples: [],
    },
    {
      key: 'education-employment-training',
      kind: 'kind of ask',
      title: 'Education, employment and training',
      meaning: 'A way into work or study, and money until it pays.',
      examples: [],
    },
    {
      key: 'practical-support',
      kind: 'kind of ask',
      title: 'Practical support',
      meaning: 'Things and people that a family would provide.',
      examples: [],
    },
    {
      key: 'specific-groups',
      kind: 'kind of ask',
      title: 'Specific groups',
      meaning:
        'Support that fits parents, young people who came to the country alone, those with additional needs, ' +
        'those in contact with the law, and LGBTQ+ young people.',
      examples: [],
    },
    {
      key: 'accessing-records',
      kind: 'kind of ask',
      title: 'Accessing records',
      meaning: 'Reading your records, with support.',
      examples: [],
    },
    {
      key: 'support-after-25',
      kind: 'kind of ask',
      title: 'Support after 25',
      meaning: 'Support does not stop on your 25th birthday.',
      examples: [],
    },
  ],
  asks: [
    ...asked(
      'finance',
      'Help with bills for gas, electricity and water',
      'Money for heating in cold weather',
      'No council tax to pay',
      'Savings for every care leaver',
      'The full rate of universal credit before 25',
    ),
    ...asked(
      'housing',
      'First call on homes that can be afforded',
      'Staying with foster carers, or close to a children’s home, after 18',
      'Somebody who repairs things, and a fund for it',
      'A guarantor for renting',
    ),
    ...asked('travel', 'Help with fares to appointments, work, family and friends', 'Driving lessons'),
    ...asked(
      'health',
      'Mental health support without a long wait',
      'Mental health services for young people until 25 where that is better',
      'Prescriptions without cost',
      'A dentist and an optician',
    ),
    ...asked('digital-connection', 'A device', 'A connection at home and data on the move'),
    ...asked('leisure', 'A gym pass, with one for a friend', 'Money for hobbies and activities'),
    ...asked(
      'education-employment-training',
      'An interview guaranteed for apprenticeships',
      'Clothes for work',
      'Money until the first pay arrives',
      'A bursary for education up to 25',
    ),
    ...asked(
      'practical-support',
      'A starter pack for a new home or for university',
      'A mentor or a buddy',
      'Money for clothes',
      'A passport',
    ),
    ...asked(
      'specific-groups',
      'Support for parents who were in care',
      'Support for young people who came to the country alone',
      'Support for young people with additional needs',
      'Support for young people in contact with the law',
      'Support for LGBTQ+ young people',
    ),
    ...asked('accessing-records', 'Help through the whole way to one’s own records'),
    ...asked('support-after-25', 'Somebody to turn to after 25'),
  ],
  wordings: [],
  sources: [
    'After the asks that organisations of and for care leavers compiled, as printed in the agenda pack of a ' +
      'national Children & Young People Board, 12 March 2024, in our own words.',
  ],
};
