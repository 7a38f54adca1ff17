import { keysOf } from '#base/keys.js';
import { hasEmailAddress } from '#base/email-address.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  canBeDone,
  changesBetween,
  contentOf,
  emptyDraft,
  poundsIn,
  poundWords,
  practiceCan,
  practiceStanding,
  practiceDays,
  reviewReminder,
  spotlightProblems,
  toldIn,
  tooLong,
  type Side,
  type Standing,
} from './rules.js';
import { problemsAt } from './view-words.js';
import { practiceStates, submissionStates, type Known, type SpotlightDraft } from './words.js';

const known: Known = {
  frameworks: [
    {
      slug: 'charter',
      name: 'Charter',
      organisation: 'p',
      organisation_slug: 'programme',
      organisation_name: 'Programme',
    },
  ],
  ended: new Set(),
  themes: [
    { framework: 'charter', framework_name: 'Charter', key: 'say', title: 'Having a say' },
    { framework: 'asks', framework_name: 'Asks', key: 'home', title: 'A home' },
  ],
  phases: ['Primary', 'Secondary'],
  authority: { code: 'E09000007', name: 'Camden' },
  school: { urn: 999003, name: 'Millpond' },
};

const whole: SpotlightDraft = {
  ...emptyDraft,
  title: 'A calm start',
  summary: 'Doors open early.',
  about: 'A school.',
  need: 'Mornings began with a quarrel.',
  needs: ['attendance'],
  done: [{ heading: 'The door', text: 'Two adults greet.' }],
  changed: 'Fewer are late.',
  evidence: 'measured',
  known: 'Counted twice.',
  cost: 'Toast.',
  role: 'Deputy head',
  address: 'https://school.example',
  framework: 'charter',
  themes: ['charter say'],
  phase: 'Primary',
  agreed: true,
  noChild: true,
};

const acts = keysOf(practiceCan);

/** How it stands after an act that may be done. */
function stateAfter(act: keyof typeof practiceCan, { state, isPublic }: Standing): Standing {
  const can = practiceCan[act];
  const next = can.to ?? state;
  return { state: next, isPublic: isPublic || next === 'published' };
}

const codes = (draft: SpotlightDraft, of: Known = known) =>
  spotlightProblems(draft, of).map((problem) => ('part' in problem ? `${problem.code} ${problem.part}` : problem.code));

test('nothing becomes public but by a keeper who clears what was submitted, whatever is done in whatever order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ act: fc.constantFrom(...acts), side: fc.constantFrom<Side>('owner', 'keeper') }), {
        maxLength: 60,
      }),
      (tried) => {
        let standing: Standing = { state: 'draft', isPublic: false };
        for (const { act, side } of tried) {
          if (!canBeDone(act, side, standing)) continue;
          const next = stateAfter(act, standing);
          if (next.state === 'published' && standing.state !== 'published')
            assert.deepEqual([act, side, standing.state], ['clear', 'keeper', 'submitted']);
          if (next.isPublic && !standing.isPublic) assert.deepEqual([act, side], ['clear', 'keeper']);
          assert.ok(!standing.isPublic || next.isPublic, 'what was public once stays known to readers');
          standing = next;
        }
      },
    ),
  );
});

test('the keeper touches only what was put to it, and what was withdrawn stays withdrawn', () => {
  for (const state of practiceStates) {
    for (const isPublic of [true, false]) {
      const keeper = acts.filter((act) => canBeDone(act, 'keeper', { state, isPublic }));
      assert.deepEqual(
        keeper,
        state === 'submitted'
          ? ['edit submitted', 'ask back', 'clear']
          : isPublic && state !== 'withdrawn'
            ? ['withdraw']
            : [],
        `${state} ${isPublic}`,
      );
      if (state === 'withdrawn')
        assert.deepEqual(
          acts.filter((act) => canBeDone(act, 'owner', { state, isPublic })),
          [],
        );
    }
  }
});

test('the rows say how it stands: a submission ahead of the draft decides, a draft that was changed since is a draft again', () => {
  const of = (
    follows: number,
    state: (typeof submissionStates)[number] | null,
    published: 'published' | 'withdrawn' | null = null,
  ) =>
    practiceStanding({ follows, last: state && { number: 1, state }, published: published && { state: published } })
      .state;
  assert.deepEqual(
    [
      of(0, null),
      of(0, 'waiting'),
      of(0, 'taken back'),
      of(0, 'asked back'),
      of(1, 'asked back'),
      of(0, 'cleared', 'published'),
      of(1, 'cleared', 'published'),
      of(0, 'cleared', 'withdrawn'),
    ],
    ['draft', 'submitted', 'draft', 'asked back', 'asked back', 'published', 'draft', 'withdrawn'],
  );
});

test('a whole spotlight may be submitted; each part that is missing is named beside its field', () => {
  assert.deepEqual(codes(whole), []);
  assert.equal(codes(emptyDraft).length, 12 + 5);
  for (const part of [
    'title',
    'summary',
    'about',
    'need',
    'changed',
    'evidence',
    'known',
    'cost',
    'role',
    'address',
    'phase',
  ] as const) {
    assert.deepEqual(codes({ ...whole, [part]: '' }), [`empty ${part}`]);
    assert.deepEqual(
      problemsAt(spotlightProblems({ ...whole, [part]: '' }, known)).map(({ field }) => field),
      [part],
    );
  }
  assert.deepEqual(codes({ ...whole, needs: [] }), ['no need chosen']);
  assert.deepEqual(codes({ ...whole, needs: [], ownNeeds: ['Cold classrooms'] }), []);
  assert.deepEqual(codes({ ...whole, done: [] }), ['nothing done']);
  assert.deepEqual(
    codes({
      ...whole,
      done: [
        { heading: 'The door', text: ' ' },
        { heading: '', text: 'Toast' },
      ],
    }),
    ['area without text', 'area without heading'],
  );
  assert.deepEqual(codes({ ...whole, amount: 'much' }), ['no amount']);
  assert.deepEqual(codes({ ...whole, themes: [] }), ['no theme']);
  assert.deepEqual(codes({ ...whole, themes: ['asks home'] }), ['no theme of the framework']);
  assert.deepEqual(codes({ ...whole, themes: ['charter say', 'charter gone'] }), ['unknown theme']);
  assert.deepEqual(codes({ ...whole, framework: 'gone' }), ['unknown framework']);
  assert.deepEqual(codes(whole, { ...known, ended: new Set(['charter']) }), ['ended framework']);
  assert.deepEqual(codes({ ...whole, phase: 'Tertiary' }), ['unknown phase']);
  assert.deepEqual(codes({ ...whole, authority: 'Atlantis', urn: '1' }, { ...known, authority: null, school: null }), [
    'unknown authority',
    'unknown school',
  ]);
});

test('permission is stated twice over: by those who are shown, and that no child is', () => {
  assert.deepEqual(codes({ ...whole, agreed: false }), ['not agreed']);
  assert.deepEqual(codes({ ...whole, noChild: false }), ['a child']);
});

test('no e-mail address goes to readers, wherever it is typed', () => {
  assert.deepEqual(codes({ ...whole, address: 'head@school.example' }), ['e-mail address address']);
  assert.deepEqual(
    codes({ ...whole, done: [{ heading: 'The door', text: 'Ask Ann <ann.lee@school.example> first' }] }),
    ['e-mail address text'],
  );
  assert.deepEqual(['a@b.uk', 'see me@x', '@home', 'mail: first.last@a-b.org.uk.'].map(hasEmailAddress), [
    true,
    false,
    false,
    true,
  ]);
});

test('a text may be as long as its part allows, and not one letter longer', () => {
  assert.deepEqual(
    tooLong({ ...whole, title: 'x'.repeat(140), done: [{ heading: 'x'.repeat(120), text: 'x'.repeat(6000) }] }),
    [],
  );
  assert.deepEqual(codes({ ...whole, title: 'x'.repeat(141), done: [{ heading: 'a', text: 'x'.repeat(6001) }] }), [
    'too long title',
    'too long text',
  ]);
});

test('an amount is whole pounds', () => {
  assert.deepEqual(['1500', '£1,500', ' £ 1,500.00', '1,5', '1500.50', '-1', 'two', '', '9'.repeat(10)].map(poundsIn), [
    1500,
    1500,
    1500,
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999 }), (amount) =>
      assert.equal(poundsIn(poundWords(amount)), amount),
    ),
  );
});

test('a review is due a year later, to the day', () => {
  const reviewed = (reviewed_on: string) =>
    practiceDays({ state: 'published', published_on: '2025-01-01', reviewed_on }).review_due;
  assert.deepEqual(['2026-11-26', '2028-02-29', '2026-01-01'].map(reviewed), [
    '2027-11-26',
    '2029-02-28',
    '2027-01-01',
  ]);
  assert.deepEqual(
    ['2026-10-26', '2026-10-27', '2026-11-25', '2026-11-26', '2027-03-01'].map((today) =>
      reviewReminder('2026-11-26', today),
    ),
    [null, 'soon', 'soon', 'due', 'due'],
  );
});

test('text is told in paragraphs and lists, and no word of it is lost', () => {
  assert.deepEqual(toldIn('One\nline\n\n- a\n- b\nafter\n\n1. kept as typed'), [
    { kind: 'paragraph', lines: ['One', 'line'] },
    { kind: 'list', items: ['a', 'b'] },
    { kind: 'paragraph', lines: ['after'] },
    { kind: 'paragraph', lines: ['1. kept as typed'] },
  ]);
  const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'bee', '- ', '\n', '\n\n', ' ', '<b>', '• sea'), { maxLength: 40 }),
      (pieces) => {
        const text = pieces.join('');
        assert.deepEqual(
          words(
            toldIn(text)
              .map((told) => (told.kind === 'list' ? told.items : told.lines).join('\n'))
              .join('\n'),
          ),
          words(text),
        );
      },
    ),
  );
});

test('two versions are laid beside each other part by part', () => {
  const told = { slug: 's', organisation: { slug: 'o', name: 'O', kind: 'school' } };
  const before = contentOf(
    { ...whole, done: [...whole.done, { heading: 'Toast', text: 'In the hall.' }] },
    known,
    told,
  );
  const now = contentOf({ ...whole, changed: 'Nobody is late.' }, known, told);
  assert.deepEqual(changesBetween(before, before), []);
  assert.deepEqual(changesBetween(before, now), [
    { label: 'What changed', before: 'Fewer are late.', after: 'Nobody is late.' },
    { label: 'What was done, 2', before: 'Toast\n\nIn the hall.', after: '' },
  ]);
});
