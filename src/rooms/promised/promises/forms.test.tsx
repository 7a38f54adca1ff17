import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Form, type FormFields, readForm, type Typed } from '#base/form.js';
import { html } from '#test/views.js';
import { readAnswer } from './pages/confirmations/confirmations.form.js';
import { linesOf, practicesOf, readPromiseForm, typedFrom } from './pages/draft/draft.form.js';
import { agreementForm } from './pages/agree/agree.form.js';
import { endForm } from './pages/end/end.form.js';
import { evidenceForm } from './pages/evidence/evidence.form.js';
import { newsForm } from './pages/news/news.form.js';
import { siteLink, webLink } from './pages/act.form.js';
import { PromiseView, type PromiseViewProps } from './pages/promise/promise.view.js';
import { dueWords, eventWords, fromNow, movedWords } from './view-words.js';
import type { PromiseDraft } from './words.js';

const site = 'https://kept.example';
const today = '2026-11-26';
const known = { themes: ['inclusion-charter active-citizens'], boards: ['cyp'] };
const fieldsOf = (problems: readonly { readonly field: string }[]): readonly string[] =>
  problems.map(({ field }) => field);
const refusedFields = (
  answer: { readonly ok: true } | { readonly ok: false; readonly problem: readonly { readonly field: string }[] },
): readonly string[] => (answer.ok ? [] : fieldsOf(answer.problem));
const refusedBy = <F extends FormFields>(form: Form<F>, typed: Typed): readonly string[] =>
  refusedFields(readForm(form, typed, { today, site }));

test('a draft may lack owner and date, but not its aim or theme, and what is no date is said', () => {
  const typed = {
    theme: 'inclusion-charter active-citizens',
    aim: 'ask first',
    verb: 'can',
    steps: '- put the question\n\n• write it up',
    effect: '',
  };
  const form = readPromiseForm(typed, known, null, today);
  assert.deepEqual(form.problems, []);
  assert.deepEqual(
    [form.draft.theme, form.draft.steps, form.draft.owner, form.draft.due],
    ['active-citizens', ['put the question', 'write it up'], null, null],
  );
  assert.deepEqual(fieldsOf(readPromiseForm({}, known, null, today).problems), ['theme', 'aim', 'verb']);
  assert.deepEqual(
    fieldsOf(
      readPromiseForm(
        {
          ...typed,
          'due-day': '31',
          'due-month': '2',
          'due-year': '2027',
          board: 'nobody',
          aim: 'x'.repeat(301),
          steps: 'a\n'.repeat(13),
        },
        known,
        null,
        today,
      ).problems,
    ),
    ['aim', 'steps', 'due-day', 'board'],
  );
  assert.deepEqual(
    fieldsOf(
      readPromiseForm(
        {
          ...typed,
          'due-day': '1',
          'due-month': '2',
          'due-year': '2027',
          'starts-day': '2',
          'starts-month': '2',
          'starts-year': '2027',
        },
        known,
        null,
        today,
      ).problems,
    ),
    ['due-day'],
  );
});

test('every draft is read back from its own form as it was', () => {
  const text = fc.stringMatching(/^[a-z]{3,30}( [a-z]{1,12}){0,4}$/);
  const day = fc
    .date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10));
  const drafts: fc.Arbitrary<PromiseDraft> = fc.record({
    framework: fc.constant('inclusion-charter'),
    theme: fc.constant('active-citizens'),
    charter: fc.option(fc.constant('ours')),
    aim: text,
    steps: fc.array(text, { maxLength: 12 }),
    effectVerb: fc.constantFrom('can', 'feel'),
    effect: text,
    owner: fc.option(text),
    starts: fc.constant(null),
    due: fc.option(day),
    measure: fc.option(text),
    board: fc.option(fc.constant('cyp')),
    source: fc.option(text),
  });
  fc.assert(
    fc.property(drafts, (draft) => {
      const form = readPromiseForm(typedFrom(draft, ['a-practice']), known, draft.charter, today);
      assert.deepEqual(form, { draft: { ...draft }, practices: ['a-practice'], problems: [] });
    }),
  );
});

test('practices are named by their address or short name, steps by lines', () => {
  assert.deepEqual(practicesOf('https://kept.example/practice/quiet-room?x=1\nother-one/\n'), [
    'quiet-room',
    'other-one',
  ]);
  assert.deepEqual(linesOf('one\r\n  – two \r\n'), ['one', 'two']);
});

test('a link leads to this site, or to the web by https or http, and nowhere else', () => {
  assert.equal(siteLink('https://kept.example/boards/a', site), '/boards/a');
  assert.equal(siteLink('/boards/a', site), '/boards/a');
  for (const bad of [
    '//elsewhere.example',
    'javascript:alert(1)',
    'https://elsewhere.example/',
    '/\\elsewhere.example',
  ])
    assert.equal(siteLink(bad, site), null, bad);
  assert.equal(webLink('https://school.example/page', site), 'https://school.example/page');
  for (const bad of [
    'javascript:alert(1)',
    'data:text/html,x',
    'school',
    'https://me:secret@school.example/',
    'https://localhost/',
  ])
    assert.equal(webLink(bad, site), null, bad);
});

test('each form names what is missing, by its field', () => {
  assert.deepEqual(refusedBy(agreementForm, { link: 'https://elsewhere.example/' }), ['by', 'on-day', 'link']);
  assert.deepEqual(refusedBy(newsForm, { body: 'x' }), ['standing']);
  assert.deepEqual(
    refusedBy(evidenceForm, {
      kind: 'photo',
      title: 'The wall',
      strength: 'shown',
      'dated-day': '1',
      'dated-month': '9',
      'dated-year': '2026',
    }),
    ['url', 'faceless'],
  );
  assert.deepEqual(
    refusedBy(endForm, { state: 'kept', by: 'Head', 'on-day': '1', 'on-month': '9', 'on-year': '2026' }),
    [],
  );
  assert.deepEqual(
    refusedBy(endForm, { state: 'replaced', by: 'Head', 'on-day': '1', 'on-month': '9', 'on-year': '2026' }),
    ['reason', 'why', 'replacement'],
  );
  assert.deepEqual(refusedBy(endForm, {}), ['state', 'on-day', 'by']);
  assert.deepEqual(refusedFields(readAnswer({ people: '0' })), ['answer', 'people']);
  assert.deepEqual(readAnswer({ answer: 'no', people: ' 12 ', words: ' ' }), {
    ok: true,
    value: { answer: 'no', people: 12, words: null },
  });
});

test('the old date stays on show, with how often it was moved', () => {
  assert.equal(
    dueWords({ due: '2027-03-01', first_due: '2025-09-01', moves: 2 }),
    '1 March 2027 (was due 1 September 2025, moved twice)',
  );
  assert.equal(dueWords({ due: '2027-03-01', first_due: '2027-03-01', moves: 0 }), '1 March 2027');
  // Moved away and back again is moved all the same.
  assert.equal(
    dueWords({ due: '2027-03-01', first_due: '2027-03-01', moves: 2 }),
    '1 March 2027 (was due 1 March 2027, moved twice)',
  );
  assert.deepEqual([1, 3].map(movedWords), ['moved once', 'moved 3 times']);
  assert.deepEqual(
    ['2026-11-26', '2026-11-27', '2026-11-20'].map((day) => fromNow(day, '2026-11-26')),
    ['today', 'in 1 day', '6 days ago'],
  );
  assert.match(
    eventWords('answered', { group: 'The council', answer: 'no', enough: false }),
    /^The council answered: no, it was not kept \(fewer than ten/,
  );
});

const shown: PromiseViewProps = {
  promise: {
    id: 'x',
    slug: 'school-1',
    organisation: 'o',
    organisation_slug: 'school',
    organisation_name: 'The School',
    organisation_kind: 'school',
    authority: null,
    framework: 'f',
    theme: 't',
    charter: null,
    aim: 'ask <b>first</b>',
    steps: ['one'],
    effect_verb: 'can',
    effect: 'see it',
    owner: 'Head',
    starts: null,
    due: '2026-12-01',
    first_due: '2026-09-01',
    moves: 1,
    board: null,
    state: 'kept',
    at_risk: false,
    last_news: '2026-11-01',
    kept_on: '2026-11-01',
    evidence: 'shown',
    confirmed_on: null,
    last_answer: 'no',
    declared_status: 'on track',
    overdue_from: '2027-11-02',
    no_news_from: '2027-05-02',
    counts_until: '2027-11-01',
    agreed_on: '2026-01-01',
    agreed_by: 'Governors',
    agreed_link: null,
    measure: null,
    source: null,
    practices: [],
    ended_on: '2026-11-01',
    ended_by: 'Head',
    reason_kind: null,
    reason: null,
    replacement: null,
    proof: [],
    confirmations: [
      {
        group_slug: 'g',
        group_name: 'The council',
        asked_on: '2026-11-02',
        answer: 'no',
        tie: 'invited',
        people: null,
        words: 'It was\nnot.',
        words_taken_back_on: null,
        answered_on: '2026-11-03',
      },
    ],
    events: [],
    takenUp: [],
  },
  status: 'kept',
  today: '2026-11-26',
  theme: null,
  organisation: '/promises?organisation=school',
  board: null,
  takenUp: [],
  practices: [],
  replacement: null,
  json: '/promises/school-1/promise.json',
};

test('a reader of a kept promise sees that young people say no, and no number below ten', () => {
  const page = html(<PromiseView {...shown} />);
  assert.match(page, /Fewer than ten young people say: “No, it was not kept”/);
  assert.match(page, /Fewer than ten young people took part/);
  assert.match(page, /The School invited this group to Kept\./);
  assert.match(page, /ask &lt;b>first&lt;\/b>/);
  assert.match(page, /was due 1 September 2026, moved once/);
});
