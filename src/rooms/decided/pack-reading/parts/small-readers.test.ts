/** The smaller readers: names, dates, absences, declarations, numbers; one line for each form that was met. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Piece } from '../source/source.js';
import { readAction } from './actions.js';
import { absencesIn } from './apologies.js';
import { datesIn, timeIn } from './dates.js';
import { declarationsIn } from './declarations.js';
import { recoverNumbers } from './numbering.js';
import { nameParts, peopleIn } from './names.js';
import { distance, nearName, samePerson } from './same-person.js';
import { sentencesOf } from './sentences.js';

const at = { from: 1, to: 1 };

test('names taken apart', () => {
  const apart = (text: string): readonly (string | null | undefined)[] => {
    const parts = nameParts(text);
    return [parts?.title, parts?.name, parts?.honours, parts?.office, parts?.authority];
  };
  assert.deepEqual(apart('Cllr Patricia Bold OBE (Vice Chairman)'), [
    'Cllr',
    'Patricia Bold',
    'OBE',
    'Vice Chairman',
    null,
  ]);
  assert.deepEqual(apart('Councillor Dr Ann O’Brien-Smith MBE JP, Dale Council'), [
    'Councillor Dr',
    'Ann O’Brien-Smith',
    'MBE JP',
    null,
    'Dale Council',
  ]);
  assert.deepEqual(apart('Clr. J. van der Berg'), ['Clr.', 'J. van der Berg', null, null, null]);
  assert.deepEqual(apart('Baroness Elwood'), ['Baroness', 'Elwood', null, null, null]);
  assert.deepEqual(apart('Mayor Ruth Ashdown'), [null, 'Ruth Ashdown', null, 'Mayor', null]);
  assert.deepEqual(apart('Councillor Ruth Ashdown (in the Chair)'), [
    'Councillor',
    'Ruth Ashdown',
    null,
    'in the Chair',
    null,
  ]);
  for (const text of [
    'Head of Planning',
    'The Board',
    'Dale District Council',
    'Members',
    'all present',
    'Monday',
    'Any Other Business',
    '',
    '12 March 2024',
    'Audit Manager',
  ])
    assert.equal(nameParts(text), null, text);
});

test('lists of people', () => {
  const listed = (text: string): readonly string[] =>
    peopleIn(text, at).people.map(({ person, party, note }) =>
      [person.title, person.name, person.office, party, note].map((part) => part ?? '').join('|'),
    );
  assert.deepEqual(listed('Councillors A Smith (Chair), B Jones (Con) and Mrs C Brown'), [
    'Councillor|A Smith|Chair||',
    'Councillor|B Jones||Con|',
    'Mrs|C Brown|||',
  ]);
  assert.deepEqual(listed('Jane Doe, Head of Legal, Tom Roe (Clerk)'), [
    '|Jane Doe|||Head of Legal',
    '|Tom Roe|||Clerk',
  ]);
  assert.deepEqual(listed('The Clerk (Mrs Susan Hill)'), ['Mrs|Susan Hill|||Clerk']);
  assert.deepEqual(peopleIn('Cllr Ann Lister and three members of the public', at).rest, [
    'three members of the public',
  ]);
});

test('every word of a name that was read stands in the text', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          'Cllr',
          'Ann',
          'Lister',
          'and',
          ',',
          '(Chair)',
          'OBE',
          'the',
          'Board',
          'Dr',
          'van',
          'O’Hara',
          '-',
          'for',
          '(Con)',
          'Councillors',
          '.',
          'X',
        ),
        { maxLength: 12 },
      ),
      (words) => {
        const text = words.join(' ');
        for (const { person } of peopleIn(text, at).people)
          for (const word of person.name.split(' ')) assert.ok(text.includes(word.replace(/\.$/, '')));
      },
    ),
  );
});

test('dates', () => {
  const read = (text: string): readonly (string | null)[] => datesIn(text).map(({ date }) => date);
  assert.deepEqual(read('Tuesday, 12th March, 2024 and 4 JUNE 2019'), ['2024-03-12', '2019-06-04']);
  assert.deepEqual(read('the 3rd of Sept 2021; March 12, 2024; 2024-03-12; 25/12/2023'), [
    '2021-09-03',
    '2024-03-12',
    '2024-03-12',
    '2023-12-25',
  ]);
  assert.deepEqual(
    datesIn('5 October').map(({ date, why }) => [date, why]),
    [[null, 'no year']],
  );
  assert.deepEqual(
    datesIn('10/02/2007').map(({ date, why, choices }) => [date, why, choices]),
    [[null, 'day or month', ['2007-02-10', '2007-10-02']]],
  );
  assert.deepEqual(
    datesIn('31 February 2024').map(({ why }) => why),
    ['no such day'],
  );
  assert.deepEqual(
    datesIn('Monday 12 March 2024').map(({ date, why }) => [date, why]),
    [['2024-03-12', 'weekday differs']],
  );
  assert.deepEqual(read('the market in 12 marches'), []);
});

test('times', () => {
  for (const [text, time] of [
    ['11.00 am', '11:00'],
    ['2:30pm', '14:30'],
    ['7 p.m.', '19:00'],
    ['12 noon', '12:00'],
    ['12.15 am', '00:15'],
    ['19.00', '19:00'],
    ['1400 hours', '14:00'],
    ['14 items', null],
    ['3.5 million', null],
    ['45%', null],
  ] as const)
    assert.equal(timeIn(text), time, text);
});

test('absences and substitutes: paired only where the text pairs them', () => {
  const read = (text: string, under = false, substitutes = false): string => {
    const { apologies, substitutions } = absencesIn(text, at, under, substitutes);
    return (
      `${apologies.map(({ person }) => person.name).join(', ')} / ` +
      `${substitutions.map(({ absent, substitute }) => `${absent?.name ?? '?'}<${substitute?.name ?? '?'}`).join(', ')}`
    );
  };
  assert.equal(
    read(
      'Apologies were received from Cllr Ann Ash, Cllr Bea Birch and Cllr Cy Cedar, substituted by Cllr Di Dale and Cllr Eve Elm.',
    ),
    'Ann Ash, Bea Birch, Cy Cedar / ?<Di Dale, ?<Eve Elm',
  );
  assert.equal(
    read(
      'Apologies for absence were received from Cllr Ann Ash and Cllr Bea Birch, substituted by Cllr Di Dale and Cllr Eve Elm respectively.',
    ),
    'Ann Ash, Bea Birch / Ann Ash<Di Dale, Bea Birch<Eve Elm',
  );
  assert.equal(
    read('Apologies were received from Councillor Ash with Councillor Dale in substitution.'),
    'Ash / Ash<Dale',
  );
  assert.equal(read('Councillors Dale and Elm attended as substitutes.'), ' / ?<Dale, ?<Elm');
  assert.equal(read('Councillor Dale was substituting for Councillor Ash.'), ' / Ash<Dale');
  assert.equal(read('Councillor Dale in place of Councillor Ash for this meeting only.'), ' / Ash<Dale');
  assert.equal(read('Apologies: Cllr Ash (holiday) and Cllr Birch (unwell).'), 'Ash, Birch / ');
  assert.equal(read('An apology was submitted on behalf of Cllr Ash.'), 'Ash / ');
  assert.equal(
    read('Mrs Di Dale for Mr Al Ash. Mr Ed Elm for Ms Bo Birch.', false, true),
    ' / Al Ash<Di Dale, Bo Birch<Ed Elm',
  );
  assert.equal(
    read('Apologies were received from Cllr Ash (substituted by Cllr Dale) and Cllr Birch (substituted by Cllr Elm).'),
    'Ash, Birch / Ash<Dale, Birch<Elm',
  );
  assert.equal(read('No apologies were received.', true), ' / ');
  assert.equal(read('There were none.', true), ' / ');
  assert.equal(read('The Chair thanked Cllr Ash for her work.'), ' / ');
});

test('declarations', () => {
  const read = (text: string, under = true): readonly (readonly (string | null)[])[] =>
    declarationsIn(text, at, under).map(({ person, item, kind, nature }) => [person.name, item, kind, nature]);
  assert.deepEqual(
    read('Councillor Ash declared a disclosable pecuniary interest in item 7 because she owns the land.'),
    [['Ash', '7', 'disclosable pecuniary interest', 'she owns the land']],
  );
  assert.deepEqual(read('Cllr Birch declared he had worked at the trust in relation to item 3.', false), [
    ['Birch', '3', null, 'he had worked at the trust'],
  ]);
  assert.deepEqual(read('Councillor Cedar - Item 5 - personal interest'), [['Cedar', '5', 'personal interest', null]]);
  assert.deepEqual(read('Minute 25. Councillor Ada Moor, Personal, Trustee of the theatre.'), [
    ['Ada Moor', '25', 'Personal', 'Trustee of the theatre'],
  ]);
  assert.deepEqual(read('No declarations of interest were received.'), []);
  assert.deepEqual(read('There were none.'), []);
});

test('actions: a collective word is nobody', () => {
  const owner = (text: string): readonly (string | null)[] => {
    const action = readAction([{ text }], at);
    return [action.owner, action.due];
  };
  assert.deepEqual(owner('Officers to share slides.'), [null, null]);
  assert.deepEqual(owner('Members to send comments by 12 April 2024'), [null, '2024-04-12']);
  assert.deepEqual(owner('NHSE to share information'), ['NHSE', null]);
  assert.deepEqual(owner('Liam Moss to circulate the data before Friday 31 May 2024.'), ['Liam Moss', '2024-05-31']);
  assert.deepEqual(owner('Write to the minister. (Action: Jane Doe)'), ['Jane Doe', null]);
  assert.deepEqual(owner('Head of Planning to report back by the next meeting'), ['Head of Planning', null]);
  assert.deepEqual(owner('To be discussed on 4 June 2024'), [null, null]);
});

function item(number: string | null): Piece {
  return {
    kind: 'item',
    text: 'x',
    prose: [{ text: 'x' }],
    lines: at,
    gap: false,
    level: null,
    marker: number ?? '-',
    number,
    depth: 0,
    table: null,
  };
}

test('lost paragraph numbers: worked out only where one answer is possible', () => {
  const numbers = (marks: readonly (string | null)[]): readonly string[] => [
    ...recoverNumbers(marks.map(item)).recovered.values(),
  ];
  assert.deepEqual(numbers(['9', null, null, null, null, null, '14.1']), ['10', '11', '12', '13', '14']);
  assert.deepEqual(numbers(['9', null, null, '12']), ['10', '11']);
  assert.deepEqual(numbers(['9', null, null, '11']), []);
  assert.deepEqual(numbers(['9', null, null, '10']), [], 'bullets within paragraph 9');
  assert.deepEqual(numbers([null, null, '3']), [], 'nothing before says where to begin');
  assert.deepEqual(numbers(['9', null, null]), [], 'nothing behind says where it ends');
});

test('one person or two', () => {
  assert.ok(
    samePerson('Gerald Vernon-Jackson', 'Vernon-Jackson') &&
      samePerson('G Moor', 'Gina Moor') &&
      !samePerson('Joan Moor', 'John Moor'),
  );
  assert.ok(
    nearName('Anne Dorian', 'Anne Dorrian') &&
      nearName('Phillipa Williamson', 'Phillippa Williamson') &&
      !nearName('Mark Sutton', 'Mark Cory') &&
      !nearName('Ann Lee', 'Ann Lea'),
  );
  fc.assert(
    fc.property(
      fc.string({ maxLength: 12 }),
      fc.string({ maxLength: 12 }),
      (a, b) => distance(a, b, 99) === distance(b, a, 99) && (distance(a, b, 99) === 0) === (a === b),
    ),
  );
});

test('sentences', () => {
  assert.deepEqual(sentencesOf('Cllr. J. Smith spoke at 7 p.m. today. He left. See No. 4 of it.'), [
    'Cllr. J. Smith spoke at 7 p.m. today.',
    'He left.',
    'See No. 4 of it.',
  ]);
});
