import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choice, choicesOfAct, day, form, optional, readForm, tick, tooLong, words, wordsAs } from './form.js';

const asked = { today: '2026-11-26', site: 'https://kept.example' };
const tried = form(
  {
    title: words({ length: 'line', most: 10, what: 'The title', empty: 'Give it a title' }),
    note: words({ length: 'text', most: 10 }),
    kind: choice(['a', 'b'], 'Choose a kind'),
    on: day('evidence dated', 'Enter the day, like 1 9 2026'),
    places: optional(
      wordsAs({
        length: 'line',
        most: 5,
        wrong: 'Give a number',
        read: (typed) => (/^\d+$/.test(typed) ? Number(typed) : null),
      }),
    ),
    groups: choicesOfAct(5, 'Choose a group'),
    faceless: tick(),
  },
  ({ kind, note }) => (kind === 'b' && note === '' ? [{ field: 'note', message: 'Say more of b' }] : []),
);
const whole = {
  title: ' Ours\0 ',
  note: 'one\r\ntwo',
  kind: 'a',
  'on-day': '1',
  'on-month': '9',
  'on-year': '2026',
  groups: 'x\ny',
  faceless: 'yes',
};

test('a form is read as it was meant: ends and lines made plain, no NUL, what was left out is null', () => {
  assert.deepEqual(readForm(tried, whole, asked), {
    ok: true,
    value: {
      title: 'Ours',
      note: 'one\ntwo',
      kind: 'a',
      on: '2026-09-01',
      places: null,
      groups: ['x', 'y'],
      faceless: true,
    },
  });
});

test('everything that is wrong with a form is said at once, in the order of its fields', () => {
  const answer = readForm(tried, { ...whole, title: '', note: '', kind: 'b', 'on-year': '20', places: 'x' }, asked);
  assert.deepEqual(answer, {
    ok: false,
    problem: [
      { field: 'title', message: 'Give it a title' },
      { field: 'on-day', message: 'Enter the day, like 1 9 2026' },
      { field: 'places', message: 'Give a number' },
      { field: 'note', message: 'Say more of b' },
    ],
  });
});

test('a text that is too long hears the limit, and how much to take out; at the limit it is taken', () => {
  assert.equal(tooLong(1234, 1000), 'This can be 1,000 characters long at most. Take out 234 characters');
  assert.equal(tooLong(11, 10, 'The title'), 'The title can be 10 characters long at most. Take out 1 character');
  const of = (title: string) => readForm(tried, { ...whole, title }, asked);
  assert.equal(of('0123456789').ok, true);
  assert.deepEqual(of('0123456789a'), {
    ok: false,
    problem: [{ field: 'title', message: 'The title can be 10 characters long at most. Take out 1 character' }],
  });
});
