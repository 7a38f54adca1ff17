import { keysOf } from '#base/keys.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { daysUntil, monthsLater } from '#base/london.js';
import {
  askedTooSoon,
  canBeDone,
  confirmationOf,
  confirms,
  goingOn,
  missingParts,
  promiseCan,
  promiseStatus,
  shownPeople,
  strengthOf,
} from './rules.js';
import { reminderFor } from './reminder-days.js';
import { promiseStates, type PublicState } from './words.js';

const states = promiseStates.filter((state): state is PublicState => state !== 'draft');
const day = fc
  .date({ min: new Date('2023-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const standing = fc.record({ state: fc.constantFrom(...states), due: day, at_risk: fc.boolean(), last_news: day });
const isLive = (state: PublicState): boolean => state === 'agreed' || state === 'under way';

test('a live promise is overdue from the day after its date, whatever anybody says', () => {
  fc.assert(
    fc.property(standing, day, (one, today) => {
      const status = promiseStatus(one, today);
      if (!isLive(one.state)) assert.equal(status, one.state);
      else {
        assert.equal(status === 'overdue', today > one.due);
        // "At risk" and "on track" are only ever said of a promise that was heard of in the last six months.
        if (status === 'at risk' || status === 'on track')
          assert.ok(today <= monthsLater(one.last_news, 6) && status === (one.at_risk ? 'at risk' : 'on track'));
        if (status === 'no news') assert.ok(daysUntil(one.last_news, today) > 180);
      }
    }),
  );
});

test('an ended promise never shows as anything but its end', () => {
  fc.assert(
    fc.property(
      standing.filter(({ state }) => !isLive(state)),
      day,
      (one, today) => assert.equal(promiseStatus(one, today), one.state),
    ),
  );
});

test('a promise without an owner or a due date stays a draft', () => {
  const whole = {
    aim: 'open the hall at lunch',
    steps: ['finding two adults'],
    effect: 'sit with your friends',
    owner: 'Deputy head',
    starts: '2026-09-01',
    due: '2026-12-01',
  };
  assert.deepEqual(missingParts(whole, '2026-11-26'), []);
  assert.deepEqual(missingParts({ ...whole, owner: ' ', due: null }, '2026-11-26'), ['owner', 'due']);
  assert.deepEqual(missingParts({ ...whole, due: '2026-11-25' }, '2026-11-26'), ['due passed']);
  assert.deepEqual(missingParts({ ...whole, starts: '2027-01-01' }, '2026-11-26'), ['due before start']);
  // Seed, Annex 4: "We will keep an open mind …" has no steps.
  assert.deepEqual(missingParts({ ...whole, aim: '', steps: [], effect: '' }, '2026-11-26'), [
    'aim',
    'steps',
    'effect',
  ]);
});

test('an ended promise cannot be ended, moved or talked on track again', () => {
  for (const act of ['edit', 'discard', 'agree', 'tell news', 'move date', 'end'] as const)
    for (const state of ['kept', 'partly kept', 'not kept', 'withdrawn', 'replaced'] as const)
      assert.equal(canBeDone(act, state), false, `${act} ${state}`);
  for (const act of keysOf(promiseCan))
    assert.ok(
      promiseStates.some((state) => canBeDone(act, state)),
      act,
    );
});

test('text that goes on from fixed words is not begun with them twice', () => {
  assert.equal(goingOn('We will  open the hall.', 'we will'), 'open the hall');
  assert.equal(goingOn('open the hall', 'we will'), 'open the hall');
  assert.equal(goingOn('by asking everybody', 'by'), 'asking everybody');
  assert.equal(goingOn('By the river, on Fridays', 'by'), 'By the river, on Fridays');
  assert.equal(goingOn('So, you can learn in peace!', 'so'), 'learn in peace!');
  assert.equal(goingOn('social time is yours', 'so'), 'social time is yours');
});

test('only ten young people or more who say yes confirm a promise, and fewer are never counted', () => {
  fc.assert(
    fc.property(fc.constantFrom('yes', 'partly', 'no'), fc.integer({ min: 1, max: 400 }), (answer, people) => {
      assert.equal(confirms(answer, people), answer === 'yes' && people > 9);
      assert.equal(shownPeople(people), people < 10 ? null : people);
    }),
  );
  assert.equal(strengthOf(['said', 'shown'], false), 'shown');
  assert.equal(strengthOf(['said'], false), 'said');
  assert.equal(strengthOf([], false), null);
  assert.equal(strengthOf(['said'], true), 'confirmed');
});

const said = fc.record({
  group: fc.constantFrom('a', 'b', 'c'),
  name: fc.constant('x'),
  answer: fc.constantFrom('yes' as const, 'partly' as const, 'no' as const),
  counted: fc.boolean(),
  on: day,
});

test('of two answers of one day the later stands against, whatever its group said before', () => {
  const answers = (['b', 'a', 'b'] as const).map((group, at) => ({
    group,
    name: group,
    answer: (['yes', 'no', 'partly'] as const)[at] ?? 'yes',
    counted: true,
    on: '2023-01-01',
  }));
  assert.equal(confirmationOf(answers).against?.group, 'b');
});

test('of each group its last counted answer stands, and one that says otherwise is not outvoted', () => {
  fc.assert(
    fc.property(fc.array(said, { maxLength: 12 }), said, (before, next) => {
      const all = [...before, next];
      const { on, against } = confirmationOf(all);
      assert.deepEqual(
        confirmationOf(all.filter(({ counted }) => counted)),
        { on, against },
        'fewer than ten change nothing',
      );
      assert.ok(on === null || against === null);
      if (next.counted && next.answer !== 'yes') assert.equal(on, null);
      if (next.counted)
        assert.deepEqual(
          confirmationOf([...before.filter(({ group }) => group !== next.group), next]),
          { on, against },
          'what the group said before is over',
        );
      if (on !== null)
        for (const group of ['a', 'b', 'c'])
          assert.ok((all.filter((one) => one.counted && one.group === group).at(-1)?.answer ?? 'yes') === 'yes');
    }),
  );
});

test('nobody is asked the same again without news, however often somebody tries, until a term is over', () => {
  const history = fc.array(
    fc.record({
      kind: fc.constantFrom('evidence' as const, 'news' as const, 'asked' as const),
      detail: fc.record({ title: fc.constantFrom('p', 'q'), group: fc.constant('x') }),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(
      history,
      history,
      day,
      fc.integer({ min: 0, max: 200 }),
      fc.boolean(),
      (before, after, answered_on, days, isTakenBack) => {
        const today = new Date(Date.parse(answered_on) + days * 86_400_000).toISOString().slice(0, 10);
        const events = [...before, { kind: 'answered' as const, detail: { group: 'x' } }, ...after].map(
          (event, index) => ({ ...event, position: index + 1 }),
        );
        const evidence = ['p', 'q'].map((title) => ({
          title,
          added_on: today,
          taken_back_on: isTakenBack ? today : null,
        }));
        const from = askedTooSoon({ group_name: 'x', answered_on }, events, evidence, today);
        const isNews = !isTakenBack && after.some(({ kind }) => kind === 'evidence');
        assert.equal(from === null, isNews || today >= monthsLater(answered_on, 3));
      },
    ),
  );
});

test('each letter goes out once for each due date, whichever days are missed', () => {
  const one = { state: 'agreed' as const, due: '2026-12-01', at_risk: false, last_news: '2026-09-01' };
  const on = (today: string) => reminderFor(one, today)?.kind ?? null;
  assert.deepEqual(
    ['2026-10-01', '2026-10-02', '2026-11-01', '2026-11-24', '2026-12-01', '2026-12-02', '2027-06-01'].map(on),
    [null, '60 days', '30 days', '7 days', '7 days', 'overdue', 'overdue'],
  );
  // The day before each, and the day itself.
  assert.deepEqual(
    [
      '2026-10-01',
      '2026-10-02',
      '2026-10-31',
      '2026-11-01',
      '2026-11-23',
      '2026-11-24',
      '2026-12-01',
      '2026-12-02',
    ].map(on),
    [null, '60 days', '60 days', '30 days', '30 days', '7 days', '7 days', 'overdue'],
  );
  assert.equal(reminderFor({ ...one, state: 'kept' }, '2026-12-02'), null);
  assert.deepEqual(reminderFor({ ...one, due: '2028-01-01' }, '2027-03-02'), { kind: 'no news', about: '2026-09-01' });
  fc.assert(
    fc.property(standing, fc.array(day, { maxLength: 40 }), (at, days) => {
      const sent = new Set(
        days.toSorted().flatMap((today) => Object.values(reminderFor(at, today) ?? {}).join(' ') || []),
      );
      assert.ok(sent.size <= 5);
      // The day of a letter is the due date, or the day since which nothing was heard.
      for (const today of days) {
        const found = reminderFor(at, today);
        if (found) assert.equal(found.about, found.kind === 'no news' ? at.last_news : at.due);
      }
    }),
  );
});
