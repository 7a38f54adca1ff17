import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { html } from '#test/views.js';
import { readCode } from './pages/codes/codes.form.js';
import { readAbout } from './pages/about/about.form.js';
import { readClause } from './pages/clauses/clauses.form.js';
import { EasyRead } from './pages/charter/charter.view.js';
import { ClauseStanding } from './pages/charter/standing.view.js';
import { readAgreed } from './pages/agree/agree.form.js';
import { readHands } from './pages/hands/hands.form.js';
import { readReview } from './pages/queue/queue.form.js';
import type { CharterContent } from './words.js';

const fields = (form: { readonly problems: readonly { readonly field: string }[] }): readonly string[] =>
  form.problems.map(({ field }) => field);

const today = '2026-11-26';

test('a charter needs a title, a framework, and a word on where help is', () => {
  assert.deepEqual(fields(readAbout({}, ['a'])), ['title', 'framework', 'safeguarding']);
  assert.deepEqual(
    fields(
      readAbout(
        {
          title: 'T',
          framework: 'a',
          safeguarding: 'room 2',
          safeguardingEmail: 'nobody',
          ballot: 'choose',
          choose: '0',
        },
        ['a'],
      ),
    ),
    ['safeguardingEmail', 'choose'],
  );
  assert.deepEqual(
    readAbout({ title: ' A  title ', framework: 'a', safeguarding: 'room 2', ballot: 'choose', choose: '3' }, ['a'])
      .draft,
    { title: 'A title', intro: '', framework: 'a', choose: 3, safeguarding: 'room 2', safeguardingEmail: null },
  );
});

test('a clause may lack its steps, its owner and its date, and nobody gives it them', () => {
  const { draft, problems } = readClause({ aim: 'We will keep an open mind ...', steps: '', effect: '' }, [], today);
  assert.deepEqual(
    [problems, draft.aim, draft.steps, draft.owner, draft.due],
    [[], 'keep an open mind', [], null, null],
  );
  assert.deepEqual(
    fields(readClause({ aim: '', theme: 'x', 'due-day': '31', 'due-month': '2', 'due-year': '2027' }, [], today)),
    ['aim', 'theme', 'due-day'],
  );
});

test('a code has an end within three months', () => {
  const typed = (day: string, month: string, seats = '30') => ({
    label: 'Year 4',
    seats,
    'expires-day': day,
    'expires-month': month,
    'expires-year': '2026',
  });
  assert.deepEqual(fields(readCode(typed('26', '11'), '2026-11-26')), []);
  assert.deepEqual(fields(readCode(typed('25', '11'), '2026-11-26')), ['expires-day']);
  assert.deepEqual(fields(readCode({ ...typed('1', '3'), 'expires-year': '2027' }, '2026-11-26')), ['expires-day']);
  assert.deepEqual(fields(readCode({ ...typed('1', '12', '0'), label: ' ' }, '2026-11-26')), ['label', 'seats']);
});

test('nothing is agreed without young people', () => {
  assert.deepEqual(
    fields(
      readAgreed(
        { clauses: 'a\nb', body: 'Governors', role: 'Head', 'on-day': '1', 'on-month': '9', 'on-year': '2026' },
        today,
      ),
    ),
    ['group'],
  );
  assert.deepEqual(
    fields(
      readAgreed(
        {
          clauses: 'a',
          group: 'Year 6',
          body: 'Governors',
          role: 'Head',
          'on-day': '1',
          'on-month': '9',
          'on-year': '2001',
        },
        today,
      ),
    ),
    ['on-day'],
    'by young people who were not born',
  );
  assert.deepEqual(fields(readAgreed({}, today)), ['clauses', 'group', 'body', 'role', 'on-day']);
});

test('hands are whole numbers, and rows left empty are not counted', () => {
  const day = { 'on-day': '1', 'on-month': '9', 'on-year': '2026', group: 'Year 1' };
  assert.deepEqual(readHands({ ...day, 'yes-2': '12', 'no-2': '3' }, ['a', 'b'], today).draft, [
    { clause: 'b', group: 'Year 1', day: '2026-09-01', yes: 12, no: 3, notSure: 0 },
  ]);
  assert.deepEqual(fields(readHands({ ...day, 'yes-1': 'many' }, ['a', 'b'], today)), ['yes-1']);
  assert.deepEqual(fields(readHands(day, ['a'], today)), ['yes-1']);
});

test('what is not shown has a reason, and what is edited still says something', () => {
  assert.deepEqual(readReview({ outcome: 'withhold' }, true), {
    ok: false,
    problems: [{ field: 'reason', message: 'Say why it is not shown' }],
  });
  assert.deepEqual(readReview({ outcome: 'withhold', reason: 'worry', pass: 'yes' }, true), {
    ok: true,
    review: { outcome: 'withhold', reason: 'worry', pass: true },
  });
  assert.equal(readReview({ outcome: 'edit', body: ' ' }, true).ok, false);
  assert.equal(readReview({ outcome: 'toString' }, true).ok, false);
});

test('a clause without a date says so until it is a promise', () => {
  assert.match(html(<ClauseStanding owner={null} due={null} promise={null} />), /No date yet/);
  assert.match(
    html(
      <ClauseStanding
        owner="Head"
        due={null}
        promise={{ href: '/promises/a-1', status: 'overdue', due: '2026-01-01', owner: 'Head' }}
      />,
    ),
    /Overdue/,
  );
});

test('easy read has one idea a line and escapes what was typed', () => {
  const text = fc.string({ minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(text, text, (aim, step) => {
      const content: CharterContent = {
        format: 'kept-charter/1',
        charter: { slug: 'c', title: aim },
        organisation: { slug: 'o', name: 'O', kind: 'school' },
        framework: { slug: 'f', name: 'F' },
        intro: '',
        agreed: { body: 'B', role: 'R', group: 'G', on: '2026-01-01' },
        clauses: [
          {
            id: 'a',
            heading: step,
            theme: null,
            aim,
            steps: [step],
            effectVerb: 'can',
            effect: '',
            owner: null,
            due: null,
            easy: [],
          },
        ],
      };
      const page = html(<EasyRead content={content} back="/b" poster="/p" />);
      assert.doesNotMatch(page, /<(script|img|style)/i);
      assert.equal(page.split('easy-read__clause')[1]?.match(/<p>/g)?.length ?? 0, 4 + 2);
    }),
    { numRuns: 50 },
  );
});
