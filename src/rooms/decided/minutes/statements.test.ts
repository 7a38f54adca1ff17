/** What minutes say, one by one, for the search; and the addresses inside their page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prose } from '#base/prose.js';
import { minutesAnchors } from './anchors.js';
import { minutesContent, minutesItem } from './examples.js';
import { attendanceLine, minutesStatements } from './statements.js';
import type { AttendanceRow, MinutesPaper } from './words.js';

const said = (text: string, speaker: string | null = null) => ({ kind: 'note' as const, speaker, prose: prose(text) });
const todo = (text: string, more: object = {}) => ({ text: prose(text), owner: null, due: null, byClerk: [], ...more });
const paragraph = (text: string) => ({
  kind: 'paragraph' as const,
  number: null,
  numbering: null,
  prose: prose(text),
  lines: null,
});
const row = (name: string, more: Partial<AttendanceRow> = {}): AttendanceRow => ({
  role: 'Member',
  status: 'present',
  name,
  slug: null,
  organisation: null,
  origin: 'source',
  ...more,
});

const paper = (more: Partial<MinutesPaper>): MinutesPaper => ({
  ...minutesContent().minutes,
  title: 'Minutes of 4 June',
  items: [],
  attendance: [],
  substitutions: [],
  declarations: [],
  leftovers: [],
  ...more,
});

test('each entry, decision and action is a statement under its item, with its own address', () => {
  const items = [
    minutesItem({
      number: '3',
      title: 'Late buses',
      entries: [said('The trial went well.'), said('Who pays?', 'Cllr Whitby')],
      decisions: [{ text: prose('It goes on.') }],
      actions: [
        todo('Ask for figures.'),
        todo('Write to schools.', { byClerk: ['action'] }),
        todo('Pay.', { byClerk: ['owner'] }),
      ],
    }),
    minutesItem({ number: '4', title: 'Parks', entries: [said('Open.')], decisions: [], actions: [] }),
  ];
  assert.deepEqual(minutesStatements(minutesContent({ minutes: paper({ items }) })), [
    { heading: 'Late buses', anchor: 'minute-3-e1', text: 'The trial went well.' },
    { heading: 'Late buses', anchor: 'minute-3-e2', text: 'Cllr Whitby: Who pays?' },
    { heading: 'Late buses', anchor: 'minute-3-decision-1', text: 'It goes on.' },
    { heading: 'Late buses', anchor: 'minute-3-action-1', text: 'Ask for figures.' },
    { heading: 'Late buses', anchor: 'minute-3-action-2', text: 'Write to schools. [added by the clerk]' },
    { heading: 'Late buses', anchor: 'minute-3-action-3', text: 'Pay.' },
    { heading: 'Parks', anchor: 'minute-4-e1', text: 'Open.' },
  ]);
});

test('what belongs to no item follows: leftovers, declarations, attendance, substitutions; what says nothing is none', () => {
  const minutes = paper({
    items: [minutesItem({ number: '1', title: 'Welcome', entries: [said('  ')], decisions: [], actions: [] })],
    leftovers: [paragraph('Closed at 1pm.'), paragraph('')],
    declarations: [
      { name: 'Cllr Pryce', slug: 'pryce', item: '3', kind: 'pecuniary', nature: 'Owns a bus' },
      { name: 'Cllr Whitby', slug: null, item: null, kind: null, nature: null },
    ],
    attendance: [row('Cllr Pryce', { role: 'Chair', organisation: 'Northmoor' })],
    substitutions: [
      { absent: 'Cllr A', substitute: 'Cllr B' },
      { absent: null, substitute: null },
      { absent: 'Cllr C', substitute: null },
    ],
  });
  assert.deepEqual(minutesStatements(minutesContent({ minutes })), [
    { heading: 'Minutes of 4 June', anchor: 'leftovers-b1', text: 'Closed at 1pm.' },
    { heading: 'Declarations of interest', anchor: 'declarations', text: 'Cllr Pryce, pecuniary, Owns a bus' },
    { heading: 'Declarations of interest', anchor: 'declarations', text: 'Cllr Whitby' },
    { heading: 'Attendance', anchor: 'attendance', text: 'Cllr Pryce (Chair), Northmoor: present' },
    { heading: 'Attendance', anchor: 'attendance', text: 'Cllr B substituted for Cllr A' },
    { heading: 'Attendance', anchor: 'attendance', text: 'Somebody substituted for Cllr C; who is not stated' },
  ]);
});

test('a line of attendance says who, as what, from where and in which way; a role that repeats it is left out', () => {
  const lines = [
    [row('Cllr A'), 'Cllr A: present'],
    [row('Cllr A', { role: 'Chair', organisation: 'Northmoor' }), 'Cllr A (Chair), Northmoor: present'],
    [row('Cllr A', { role: 'Chair' }), 'Cllr A (Chair): present'],
    [row('Cllr A', { role: 'Apologies', status: 'apologies' }), 'Cllr A: sent apologies'],
    [row('Cllr A', { status: 'absent' }), 'Cllr A: absent'],
    [row('Cllr A', { role: 'Substitute', status: 'substitute' }), 'Cllr A: there as a substitute'],
    [row('Ola', { role: 'Guest', status: 'in attendance' }), 'Ola (Guest): in attendance'],
    [row('Cllr A', { origin: 'clerk' }), 'Cllr A: present [added by the clerk]'],
  ] as const;
  for (const [given, line] of lines) assert.equal(attendanceLine(given), line);
});

test('addresses inside a page are named by the item’s number, and by its place where it has none', () => {
  const item = (number: string | null) =>
    minutesItem({ number, entries: [said('a')], decisions: [{ text: prose('b') }], actions: [todo('c')] });
  const items = [item('3'), item(null), item('3'), item('Item 4(b)'), item('3'), item('§')];
  assert.deepEqual(minutesAnchors(paper({ items, leftovers: [paragraph('x'), paragraph('y')] })), {
    items: ['minute-3', 'minute-n2', 'minute-3-2', 'minute-item-4-b', 'minute-3-3', 'minute-n6'].map((id) => ({
      id,
      entries: [`${id}-e1`],
      decisions: [`${id}-decision-1`],
      actions: [`${id}-action-1`],
    })),
    leftovers: ['leftovers-b1', 'leftovers-b2'],
  });
});
