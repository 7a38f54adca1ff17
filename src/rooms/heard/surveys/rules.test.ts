import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { belongingAndSafety } from '#rooms/heard/instruments/index.js';
import { fullSheet, ready } from './fixtures.js';
import { readDesign } from './pages/design/design.form.js';
import { readSetting } from './pages/settings/settings.form.js';
import { readSheet, sheetTyped } from './pages/data-sheet/data-sheet.form.js';
import { readWay } from './pages/ways-in/ways-in.form.js';
import { quietZone, qrSquares, qrSvg } from './print/qr.js';
import {
  asksText,
  bandWords,
  isChild,
  mayNeedConsent,
  missingToOpen,
  plannedTables,
  possibleTables,
  signedText,
  specialItems,
  stageOn,
} from './rules.js';
import { isSigned, signedHash } from './sign-off.js';
import type { Missing, SurveyWithContent } from './words.js';

const today = '2026-11-30';
const taking = [{ answer: 'takes part' }] as const;

void test('a survey that has all it needs may open', () => {
  assert.deepEqual(missingToOpen(ready, taking, true, today), []);
  assert.deepEqual(
    missingToOpen({ ...ready, sheet: { ...fullSheet, openLink: true } }, [], true, today),
    [],
    'an open link is a way in too',
  );
});

void test('whatever is missing is named, and nothing else', () => {
  const without = (change: Partial<SurveyWithContent>): SurveyWithContent => ({ ...ready, ...change });
  const cases: readonly (readonly [Missing, readonly Missing[]])[] = [
    ['days', missingToOpen(without({ opensOn: null }), taking, true, today)],
    ['days', missingToOpen(without({ closesOn: null }), taking, true, today)],
    ['days over', missingToOpen(without({ closesOn: '2026-11-29' }), taking, true, today)],
    ['purpose', missingToOpen(without({ sheet: { ...fullSheet, purpose: ' ' } }), taking, true, today)],
    ['why', missingToOpen(without({ sheet: { ...fullSheet, why: { en: 'Because.' } } }), taking, true, today)],
    ['basis', missingToOpen(without({ sheet: { ...fullSheet, basis: null } }), taking, true, today)],
    ['contact', missingToOpen(without({ sheet: { ...fullSheet, contact: '' } }), taking, true, today)],
    ['tables', missingToOpen(without({ sheet: { ...fullSheet, tables: [] } }), taking, true, today)],
    ['reviewers', missingToOpen(without({ reviewers: [] }), taking, true, today)],
    ['languages', missingToOpen(without({ languages: [] }), taking, true, today)],
    ['way', missingToOpen(ready, [{ answer: 'does not' }, { answer: null }], true, today)],
    ['signature', missingToOpen(without({ signature: null }), taking, false, today)],
    ['signature void', missingToOpen(ready, taking, false, today)],
  ];
  for (const [code, found] of cases) assert.deepEqual(found, [code]);
});

void test('reviewers are needed only where somebody can write freely', () => {
  const content = {
    ...belongingAndSafety,
    items: belongingAndSafety.items.filter(({ kind }) => kind !== 'short text' && kind !== 'long text'),
  };
  assert.deepEqual(missingToOpen({ ...ready, content, reviewers: [] }, taking, true, today), []);
  assert.equal(asksText(belongingAndSafety, ['student primary']), true);
});

void test('special items are those of the audiences that are asked, and health asks how parents choose', () => {
  const health = belongingAndSafety.items.find(({ special }) => special === 'health');
  assert.ok(health);
  for (const audience of [
    'student primary',
    'student secondary',
    'educator',
    'parent or carer',
    'school leader',
  ] as const) {
    assert.equal(
      specialItems(belongingAndSafety, [audience]).some(({ key }) => key === health.key),
      health.audiences.includes(audience),
      audience,
    );
    assert.equal(
      mayNeedConsent(belongingAndSafety, [audience]),
      health.audiences.includes(audience) && isChild(audience),
      audience,
    );
  }
});

void test('a signature is of exactly what was signed: every change of it shows', () => {
  const signed: SurveyWithContent = {
    ...ready,
    signature: { name: 'Ann', capacity: 'lead', on: today, hash: signedHash(ready) },
  };
  assert.equal(isSigned(signed), true);
  const changes: readonly Partial<SurveyWithContent>[] = [
    { version: 2 },
    { instrument: 'other' },
    { audiences: ['student primary'] },
    { languages: ['en', 'cy'] },
    { languages: ['cy', 'en', 'ar'] },
    { reviewers: ['a', 'b'] },
    { reviewers: [] },
    ...(['purpose', 'whoSees', 'contact'] as const).map((key) => ({
      sheet: { ...fullSheet, [key]: `${fullSheet[key]} ` },
    })),
    { sheet: { ...fullSheet, retention: 25 } },
    { sheet: { ...fullSheet, tables: [] } },
    { sheet: { ...fullSheet, consent: 'consent-in' } },
    { sheet: { ...fullSheet, openLink: true } },
    { sheet: { ...fullSheet, basis: 'consent' } },
    { sheet: { ...fullSheet, why: {} } },
  ];
  for (const change of changes) assert.equal(isSigned({ ...signed, ...change }), false, JSON.stringify(change));
  assert.equal(
    isSigned({ ...signed, name: 'Another name', closesOn: null, audiences: ready.audiences.toReversed() }),
    true,
    'its name, its days and an order are not what was signed',
  );
});

void test('what is signed does not hang on the order of keys', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(Object.keys(fullSheet), { minLength: Object.keys(fullSheet).length }), (keys) => {
      const sheet = Object.fromEntries(
        keys.map((key) => [key, fullSheet[key as keyof typeof fullSheet]]),
      ) as unknown as typeof fullSheet;
      assert.equal(signedText({ ...ready, sheet }), signedText(ready));
    }),
  );
});

void test('planned tables: items that are asked, two groups at most, none twice, none that nobody could fill', () => {
  const both = ['student primary', 'student secondary'] as const;
  assert.deepEqual(plannedTables(belongingAndSafety, both, ['belonging'], ['year-primary', 'year-secondary'], []), [
    { item: 'belonging', by: [] },
    { item: 'belonging', by: ['year-primary'] },
    { item: 'belonging', by: ['year-secondary'] },
  ]);
  assert.deepEqual(
    possibleTables(belongingAndSafety, both, [{ item: 'belonging', by: ['year-primary', 'year-secondary'] }]),
    [],
    'nobody is in both',
  );
  for (const table of [
    { item: 'one-thing', by: [] },
    { item: 'year-primary', by: [] },
    { item: 'nothing', by: [] },
    { item: 'belonging', by: ['belonging'] },
    { item: 'belonging', by: ['year-primary', 'year-primary'] },
  ])
    assert.deepEqual(possibleTables(belongingAndSafety, both, [table]), [], JSON.stringify(table));
  assert.equal(
    possibleTables(belongingAndSafety, both, [
      { item: 'belonging', by: [] },
      { item: 'belonging', by: [] },
    ]).length,
    1,
  );
  assert.deepEqual(
    possibleTables(belongingAndSafety, ['educator'], [{ item: 'belonging-helps', by: [] }]),
    [],
    'educators are not asked this',
  );
});

void test('bands are read as they are meant', () => {
  assert.deepEqual(
    [0, 1, 10, 20, 130].map((least) => bandWords({ least })),
    ['0', '1 to 9', '10 to 19', '20 to 29', '130 to 139'],
  );
});

void test('a survey is over the day after its last', () => {
  assert.deepEqual(
    (['2026-12-18', '2026-12-19'] as const).map((day) => stageOn({ stage: 'open', closesOn: '2026-12-18' }, day)),
    ['open', 'closed'],
  );
  assert.equal(stageOn({ stage: 'draft', closesOn: '2026-01-01' }, today), 'draft');
});

void test('the data sheet comes back from its form as it was', () => {
  const of = { content: belongingAndSafety, audiences: ready.audiences, languages: ready.languages };
  const read = readSheet(sheetTyped(fullSheet, ['a', 'b']), of);
  assert.deepEqual(read, { sheet: fullSheet, reviewers: ['a', 'b'], problems: [] });
  assert.deepEqual(
    readSheet({ ...sheetTyped(fullSheet, []), retention: '0' }, of).problems.map(({ field }) => field),
    ['retention'],
  );
  assert.deepEqual(
    readSheet(
      { ...sheetTyped(fullSheet, []), 'pair-1-item': 'belonging', 'pair-1-first': 'year-primary' },
      of,
    ).problems.map(({ field }) => field),
    ['pair-1-item'],
  );
});

void test('forms say what is to be put right', () => {
  const design = (typed: Readonly<Record<string, string>>) =>
    readDesign({ name: 'A', audiences: 'educator', languages: 'en', ...typed }, ['educator'], ['en', 'cy'], today);
  assert.deepEqual(design({}).problems, []);
  assert.deepEqual(
    design({ name: '', audiences: 'school leader', languages: '' }).problems.map(({ field }) => field),
    ['name', 'audiences', 'languages'],
  );
  assert.deepEqual(
    design({ 'closes-day': '29', 'closes-month': '11', 'closes-year': '2026' }).problems.map(({ field }) => field),
    ['closes-day'],
  );
  assert.deepEqual(
    design({ 'opens-day': '31', 'opens-month': '2', 'opens-year': '2027' }).problems.map(({ field }) => field),
    ['opens-day'],
  );
  const setting = (typed: Readonly<Record<string, string>>) =>
    readSetting({ answer: 'takes part', turnTo: 'Ms Khan', ...typed }, ['student primary']);
  assert.deepEqual(setting({ 'eligible-0': '1,200', 'opted-out-0': '3' }).draft.roll, [
    { audience: 'student primary', eligible: 1200, optedOut: 3 },
  ]);
  for (const [typed, field] of [
    [{ answer: '' }, 'answer'],
    [{ turnTo: '' }, 'turnTo'],
    [{ 'eligible-0': '-1' }, 'eligible-0'],
    [{ 'eligible-0': '2', 'opted-out-0': '3' }, 'opted-out-0'],
  ] as const)
    assert.deepEqual(
      setting(typed).problems.map((problem) => problem.field),
      [field],
    );
  const way = (
    typed: Readonly<Record<string, string>>,
    kind: 'cards' | 'class session' | 'open link' = 'class session',
  ) =>
    readWay(
      { label: 'Year 5', audience: 'student primary', places: '30', minutes: '60', ...typed },
      kind,
      ['student primary'],
      ['one'],
    );
  assert.deepEqual(way({}).draft, {
    kind: 'class session',
    setting: 'one',
    audience: 'student primary',
    label: 'Year 5',
    places: 30,
    minutes: 60,
  });
  assert.equal(way({ minutes: '600' }).draft, null);
  assert.equal(way({ places: '501' }, 'cards').draft, null);
  assert.deepEqual(way({ places: '' }, 'open link').draft?.places, null);
});

void test('a QR code is drawn with its quiet zone and its three corners', () => {
  const squares = qrSquares('https://kept.example/take/BCDFGHJKL');
  const size = squares.length;
  assert.ok(squares.every((row) => row.length === size));
  for (const [y, row] of squares.entries())
    for (const [x, dark] of row.entries())
      if (Math.min(x, y, size - 1 - x, size - 1 - y) < quietZone) assert.equal(dark, false, `${x},${y}`);
  for (const [x, y] of [
    [quietZone, quietZone],
    [size - quietZone - 7, quietZone],
    [quietZone, size - quietZone - 7],
  ] as const) {
    for (let step = 0; step < 7; step += 1)
      assert.ok(squares[y]?.[x + step] && squares[y + step]?.[x], 'the frame of a corner');
    assert.equal(squares[y + 1]?.[x + 1], false);
  }
  const dark = squares.flat().filter(Boolean).length;
  const drawn = [...qrSvg('https://kept.example/take/BCDFGHJKL').matchAll(/h(\d+)v1/g)].reduce(
    (sum, [, run]) => sum + Number(run),
    0,
  );
  assert.equal(drawn, dark);
});
