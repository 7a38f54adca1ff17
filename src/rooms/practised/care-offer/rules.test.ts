import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { answersOf, findProblems, findTyped } from './pages/find/find.form.js';
import {
  isNearMiss,
  isStale,
  kindState,
  matchOffer,
  maySayOf,
  type OfferConditions,
  type Said,
  standing,
  coverageTally,
} from './rules.js';
import { ageKinds, type Answers, careGroups, careStatuses, coverageStates, reaches, threeWay } from './words.js';

const today = '2026-11-26';
const places = ['A', 'B', 'C', 'AB'] as const;
/** A and B are parts of AB. */
const placeOf = (code: string): readonly string[] => (code === 'A' || code === 'B' ? [code, 'AB'] : [code]);
const maybeNull = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null, freq: 3 });
const day = fc.constantFrom(
  '2024-03-12',
  '2025-11-26',
  '2025-11-27',
  '2026-11-25',
  '2026-11-26',
  '2026-11-27',
  '2027-05-01',
);

const offers: fc.Arbitrary<OfferConditions> = fc.record({
  who: maybeNull(fc.subarray([...careStatuses], { minLength: 1 })),
  groups: fc.subarray([...careGroups]),
  ages: fc.constantFrom(...ageKinds),
  ageMin: maybeNull(fc.integer({ min: 14, max: 30 })),
  ageMax: maybeNull(fc.integer({ min: 14, max: 30 })),
  reach: fc.constantFrom(...reaches),
  areas: fc.subarray([...places]),
  outside: fc.constantFrom(...threeWay),
  also: maybeNull(fc.constant('You are looking for work.')),
  validFrom: maybeNull(day),
  validTo: maybeNull(day),
  verifiedOn: maybeNull(day),
});

const fullAnswers: fc.Arbitrary<Answers> = fc.record({
  lookedAfterBy: fc.constantFrom('A', 'B', 'C').map(placeOf),
  livesIn: fc.constantFrom('A', 'B', 'C').map(placeOf),
  age: fc.integer({ min: 14, max: 30 }),
  status: fc.constantFrom(...careStatuses),
  groups: fc.subarray([...careGroups]),
});

const answers: fc.Arbitrary<Answers> = fc
  .tuple(fullAnswers, fc.subarray(['lookedAfterBy', 'livesIn', 'age', 'status', 'groups'] as const))
  .map(([full, skipped]) => ({ ...full, ...Object.fromEntries(skipped.map((key) => [key, null])) }));

/** Written anew, in the words of the law and of the offer, so that a slip in the rule is not repeated in its test. */
function knownNotTo(offer: OfferConditions, { lookedAfterBy, livesIn, age, status, groups }: Answers): boolean {
  const young = offer.ages === 'limits' && age !== null && ((offer.ageMin ?? 0) > age || (offer.ageMax ?? 999) < age);
  const other = offer.who !== null && status !== null && !offer.who.includes(status);
  const group = offer.groups.length > 0 && groups !== null && groups.length === 0;
  const over = (offer.validTo ?? today) < today || (offer.validFrom ?? today) > today;
  const foreign =
    offer.areas.length > 0 &&
    lookedAfterBy !== null &&
    Array.isArray(livesIn) &&
    offer.reach !== 'anyone' &&
    ![...lookedAfterBy, ...livesIn].some((code) => offer.areas.includes(code));
  const left =
    offer.reach === 'own' &&
    offer.outside === 'no' &&
    offer.areas.length > 0 &&
    Array.isArray(livesIn) &&
    !livesIn.some((code) => offer.areas.includes(code));
  return young || other || group || over || foreign || left;
}

test('nothing is for somebody who is known not to meet a condition', () => {
  fc.assert(
    fc.property(
      offers,
      answers,
      (offer, given) => !knownNotTo(offer, given) || matchOffer(given, offer, today).fits === 'not for you',
    ),
    { numRuns: 2000 },
  );
});

test('nothing is “not for you” unless something is known to fail: not known is never a no', () => {
  fc.assert(
    fc.property(offers, answers, (offer, given) => {
      const { fits, reasons } = matchOffer(given, offer, today);
      assert.equal(
        fits === 'not for you',
        reasons.some(({ truth }) => truth === 'failed'),
      );
      assert.equal(
        fits === 'for you',
        reasons.every(({ truth }) => truth === 'met'),
      );
      const unknown: OfferConditions = {
        ...offer,
        who: null,
        groups: [],
        ages: 'not known',
        reach: 'not known',
        areas: [],
        outside: 'not known',
        also: null,
        validFrom: null,
        validTo: null,
        verifiedOn: null,
      };
      assert.equal(matchOffer(given, unknown, today).fits, 'maybe');
    }),
    { numRuns: 1000 },
  );
});

test('leaving a question out never removes an offer', () => {
  fc.assert(
    fc.property(
      offers,
      fullAnswers,
      fc.constantFrom('lookedAfterBy', 'livesIn', 'age', 'status', 'groups'),
      (offer, full, key) => {
        const before = matchOffer(full, offer, today).fits;
        return before === 'not for you' || matchOffer({ ...full, [key]: null }, offer, today).fits !== 'not for you';
      },
    ),
    { numRuns: 3000 },
  );
});

test('what an offer does not say can only be answered by asking: learning it may decide, forgetting it never does', () => {
  fc.assert(
    fc.property(
      offers,
      answers,
      fc.constantFrom<Partial<OfferConditions>>(
        { who: null },
        { ages: 'not known' },
        { outside: 'not known' },
        { verifiedOn: null },
      ),
      (offer, given, forgotten) =>
        matchOffer(given, offer, today).fits === 'not for you' ||
        matchOffer(given, { ...offer, ...forgotten }, today).fits !== 'not for you',
    ),
    { numRuns: 1000 },
  );
});

const plain: OfferConditions = {
  who: [...careStatuses],
  groups: [],
  ages: 'any',
  ageMin: null,
  ageMax: null,
  reach: 'own',
  areas: ['A'],
  outside: 'not known',
  also: null,
  validFrom: null,
  validTo: null,
  verifiedOn: '2026-11-01',
};
const me: Answers = {
  lookedAfterBy: placeOf('A'),
  livesIn: placeOf('A'),
  age: 19,
  status: 'former relevant',
  groups: null,
};

test('the ask behind all others: an offer holds outside the area only where it says so', () => {
  const away: Answers = { ...me, livesIn: placeOf('C') };
  const fits = (outside: OfferConditions['outside'], given: Answers) =>
    matchOffer(given, { ...plain, outside }, today).fits;
  assert.deepEqual(
    threeWay.map((outside) => fits(outside, away)),
    ['for you', 'not for you', 'maybe'],
  );
  assert.deepEqual(
    threeWay.map((outside) => fits(outside, me)),
    ['for you', 'for you', 'for you'],
  );
  assert.deepEqual(
    threeWay.map((outside) => fits(outside, { ...me, livesIn: 'elsewhere' })),
    ['for you', 'not for you', 'maybe'],
  );
});

test('an offer of another authority never appears as a right', () => {
  const stranger: Answers = { ...me, lookedAfterBy: placeOf('C'), livesIn: placeOf('C') };
  for (const reach of ['own', 'residents', 'either', 'not known'] as const)
    assert.equal(matchOffer(stranger, { ...plain, reach }, today).fits, 'not for you', reach);
  assert.equal(matchOffer(stranger, { ...plain, reach: 'anyone', areas: [] }, today).fits, 'for you');
  // Whose it is was not said: who lives there, or was looked after there, may ask.
  assert.equal(
    matchOffer({ ...stranger, livesIn: placeOf('A') }, { ...plain, reach: 'not known' }, today).fits,
    'maybe',
  );
});

test('a combined authority’s offer reaches those of its parts', () => {
  assert.equal(
    matchOffer(
      { ...me, lookedAfterBy: placeOf('C'), livesIn: placeOf('B') },
      { ...plain, reach: 'residents', areas: ['AB'] },
      today,
    ).fits,
    'for you',
  );
});

test('what somebody did not tick is not a no; “none of these” is', () => {
  const parents: OfferConditions = { ...plain, groups: ['parents'] };
  const fits = (groups: Answers['groups']) => matchOffer({ ...me, groups }, parents, today).fits;
  assert.deepEqual(
    [fits(['parents']), fits(['lgbtq']), fits(null), fits([])],
    ['for you', 'maybe', 'maybe', 'not for you'],
  );
});

test('ages count from the lowest to the highest, both included', () => {
  const limited: OfferConditions = { ...plain, ages: 'limits', ageMin: 18, ageMax: 24 };
  assert.deepEqual(
    [17, 18, 24, 25, null].map((age) => matchOffer({ ...me, age }, limited, today).fits),
    ['not for you', 'for you', 'for you', 'not for you', 'maybe'],
  );
  assert.ok(isNearMiss(matchOffer({ ...me, age: 25 }, limited, today)));
  assert.ok(
    !isNearMiss(matchOffer({ ...me, age: 25, lookedAfterBy: placeOf('C'), livesIn: placeOf('C') }, limited, today)),
  );
});

test('an offer is stale a year after it was checked, and what was never checked is', () => {
  assert.deepEqual(
    [isStale('2025-11-26', today), isStale('2025-11-27', today), isStale(null, today)],
    [true, false, true],
  );
  assert.equal(matchOffer(me, { ...plain, verifiedOn: '2024-03-12' }, today).fits, 'maybe');
});

test('an authority’s own saying stands before others’, then the newest', () => {
  const said = (own: boolean, saidOn: string, recordedAt = '2026-01-01T00:00:00Z'): Said => ({
    state: 'offered',
    own,
    saidOn,
    recordedAt,
  });
  const [old, own, late] = [said(false, '2024-03-12'), said(true, '2023-01-01'), said(false, '2026-01-01')];
  assert.equal(standing([old, own, late]), own);
  assert.equal(standing([late, old]), late);
  assert.equal(standing([]), null);
});

test('a kind of ask follows from its asks, and a gap is never a no', () => {
  assert.equal(kindState(null, []), 'not known');
  assert.equal(kindState(null, ['not offered', 'not known']), 'not known');
  assert.equal(kindState(null, ['not offered', 'not offered']), 'not offered');
  assert.equal(kindState(null, ['offered', 'not known']), 'partly');
  assert.equal(kindState(null, ['offered', 'offered']), 'offered');
  assert.equal(kindState('not offered', ['offered']), 'not offered');
  const states = fc.array(fc.constantFrom(...coverageStates), { maxLength: 6 });
  fc.assert(fc.property(states, (asks) => !asks.includes('not known') || kindState(null, asks) !== 'not offered'));
  fc.assert(
    fc.property(
      states,
      (asks) => Object.values(coverageTally(asks)).reduce((sum, count) => sum + count, 0) === asks.length,
    ),
  );
});

test('an authority speaks of itself only; a school and a group of young people of none', () => {
  assert.deepEqual(
    (['authority', 'programme', 'association', 'school', 'trust', 'group'] as const).map((kind) => [
      maySayOf({ kind, authority: 'A' }, 'A'),
      maySayOf({ kind, authority: 'A' }, 'B'),
    ]),
    [
      [true, false],
      [true, true],
      [true, true],
      [false, false],
      [false, false],
      [false, false],
    ],
  );
});

test('the five questions: everything may be left out, and a bad age is refused in words', () => {
  const typed = (pairs: readonly (readonly [string, string])[]) =>
    findTyped({
      get: (name) => pairs.find(([key]) => key === name)?.[1] ?? '',
      all: (name) => pairs.filter(([key]) => key === name).map(([, value]) => value),
    });
  const nothing = answersOf(typed([]), placeOf);
  assert.deepEqual(nothing, { lookedAfterBy: null, livesIn: null, age: null, status: null, groups: null });
  assert.deepEqual(
    answersOf(
      typed([
        ['lookedAfterBy', 'A'],
        ['lives', 'elsewhere'],
        ['groups', 'none'],
      ]),
      placeOf,
    ),
    { lookedAfterBy: ['A', 'AB'], livesIn: 'elsewhere', age: null, status: null, groups: [] },
  );
  assert.deepEqual(
    answersOf(
      typed([
        ['lookedAfterBy', 'A'],
        ['lives', 'same'],
        ['livesIn', 'C'],
        ['age', '19'],
      ]),
      placeOf,
    ).livesIn,
    ['A', 'AB'],
  );
  for (const age of ['abc', '-3', '140', '19.5'])
    assert.equal(findProblems(typed([['age', age]]))[0]?.field, 'age', age);
  assert.equal(
    findProblems(
      typed([
        ['groups', 'none'],
        ['groups', 'parents'],
      ]),
    )[0]?.field,
    'groups',
  );
});
