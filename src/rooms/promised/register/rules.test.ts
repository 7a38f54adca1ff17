import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { daysUntil, monthsLater } from '#base/london.js';
import { isCalledInSql, wordInSql } from '#kit/db/steps.js';
import { rolledBack } from '#test/house.js';
import { londonTiles } from './london-tiles.js';
import {
  canBeDone,
  daysOfNotice,
  type EarningPromise,
  entrySteps,
  factsOf,
  lapsesOn,
  letterFor,
  levelDates,
  levelOf,
  shownWord,
  signatureSteps,
  signingKind,
  standingOf,
} from './rules.js';
import { type EntryDates, entryStates, levels, type LetterKind } from './words.js';

const day = fc
  .date({ min: new Date('2023-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const maybe = fc.option(day);
const dates: fc.Arbitrary<EntryDates> = fc
  .record({
    state: fc.constantFrom(...entryStates),
    signed: day,
    acting_until: maybe,
    shown: maybe,
    practised: maybe,
    confirmed: maybe,
  })
  .map(({ state, signed, acting_until, shown, practised, confirmed }) => ({
    state,
    lapses_on: state === 'invited' || state === 'interested' ? null : lapsesOn(signed),
    ...levelDates({ acting_until, shown_until: shown, practised_until: practised, confirmed_until: confirmed }),
  }));
const later = (iso: string, days: number): string =>
  new Date(Date.parse(iso) + days * 86_400_000).toISOString().slice(0, 10);

test('a signature is due for renewal sixty days before 24 months are over, and lapses on the day itself', () => {
  const entry = { state: 'signed' as const, lapses_on: lapsesOn('2024-11-26') };
  assert.equal(entry.lapses_on, '2026-11-26');
  assert.equal(standingOf(entry, later(entry.lapses_on, -daysOfNotice - 1)), 'signed');
  assert.equal(standingOf(entry, later(entry.lapses_on, -daysOfNotice)), 'renewal due');
  assert.equal(standingOf(entry, '2026-11-25'), 'renewal due');
  assert.equal(standingOf(entry, '2026-11-26'), 'lapsed');
  assert.equal(lapsesOn('2024-02-29'), '2026-02-28');
});

test('whatever is not signed, or has lapsed, has no level; every level holds the one before', () => {
  fc.assert(
    fc.property(dates, day, (one, today) => {
      const level = levelOf(one, today);
      const standing = standingOf(one, today);
      assert.equal(level === null, standing !== 'signed' && standing !== 'renewal due');
      assert.equal(shownWord(one, today), level ?? standing);
      const at = level === null ? -1 : levels.indexOf(level);
      if (at >= 1) assert.ok(one.acting_until !== null && today <= one.acting_until);
      if (at >= 2) assert.ok(one.showing_until !== null && today <= one.showing_until);
      if (at >= 3) assert.ok(one.heard_until !== null && today <= one.heard_until);
    }),
  );
});

test('a level goes by itself: with time alone it never rises', () => {
  fc.assert(
    fc.property(dates, day, fc.nat(900), (one, today, days) => {
      const rank = (on: string): number => levels.findIndex((level) => level === levelOf(one, on));
      assert.ok(rank(later(today, days)) <= rank(today));
    }),
  );
});

test('lists call an entry what a page calls it, for thousands of rows', async () => {
  await rolledBack(async (write) => {
    const rows = fc.sample(dates, 2000);
    const list = JSON.stringify(rows.map((one, place) => ({ ...one, place })));
    const edges = rows
      .slice(0, 12)
      .flatMap((one) =>
        [one.lapses_on, one.acting_until, one.showing_until, one.heard_until].flatMap((edge) =>
          edge === null ? [] : [-1, 0, 1].map((days) => later(edge, days)),
        ),
      );
    const from = sql`from jsonb_to_recordset(${list}::jsonb) as x(state text, lapses_on date, acting_until date,
      showing_until date, heard_until date, place integer)`;
    for (const today of [...fc.sample(day, 12), ...edges]) {
      const { rows: called } = await sql<{ word: string; signs: boolean }>`
        select ${wordInSql(entrySteps, today)} as word, ${isCalledInSql(signatureSteps, 'signed', today)} as signs
          ${from} order by place`.execute(write);
      assert.deepEqual(
        called.map(({ word, signs }) => [word, signs]),
        rows.map((one) => [shownWord(one, today), levelOf(one, today) !== null]),
      );
    }
  });
});

const promise: fc.Arbitrary<EarningPromise> = fc
  .record({
    theme: fc.constantFrom('a', 'b', 'c', null),
    state: fc.constantFrom('agreed', 'under way', 'kept', 'not kept', 'withdrawn'),
    due: day,
    kept: day,
    evidence: fc.constantFrom('said', 'shown', 'confirmed', null),
    confirmed_on: maybe,
  })
  .map(({ kept, ...one }) => ({ ...one, kept_on: one.state === 'kept' ? kept : null }));

test('acting ends with the theme that is the first to have no promise that counts', () => {
  const live = (theme: string, due: string): EarningPromise => ({
    theme,
    state: 'agreed',
    due,
    kept_on: null,
    evidence: null,
    confirmed_on: null,
  });
  assert.equal(factsOf(['a', 'b'], [live('a', '2027-01-01')], []).acting_until, null);
  assert.equal(
    factsOf(['a', 'b'], [live('a', '2027-01-01'), live('b', '2026-12-01'), live('b', '2027-06-01')], []).acting_until,
    '2027-01-01',
  );
  assert.equal(factsOf([], [live('a', '2027-01-01')], []).acting_until, null);
  // On any day: acting as long as every theme has one.
  fc.assert(
    fc.property(fc.array(promise, { maxLength: 12 }), day, (promises, today) => {
      const { acting_until } = factsOf(['a', 'b'], promises, []);
      const counts = (one: EarningPromise): boolean =>
        one.state === 'kept'
          ? one.kept_on !== null && monthsLater(one.kept_on, 12) >= today
          : (one.state === 'agreed' || one.state === 'under way') && one.due >= today;
      assert.equal(
        acting_until !== null && acting_until >= today,
        ['a', 'b'].every((theme) => promises.some((one) => one.theme === theme && counts(one))),
      );
    }),
  );
});

test('each letter goes out once, whichever days are missed, and none long after', () => {
  fc.assert(
    fc.property(day, fc.array(fc.integer({ min: -100, max: 60 }), { minLength: 1, maxLength: 40 }), (lapses, runs) => {
      const sent = new Set<LetterKind>();
      for (const days of runs.toSorted((a, b) => a - b)) {
        const today = later(lapses, days);
        const kind = letterFor(lapses, today);
        const left = daysUntil(today, lapses);
        assert.equal(kind === null, left > 60 || left < -30);
        if (kind === 'lapsed') assert.ok(left <= 0);
        if (kind !== null) sent.add(kind);
      }
      assert.ok(sent.size <= 4);
    }),
  );
});

test('signing is told from signing again and from signing a newer version; a removed entry is not signed', () => {
  assert.equal(signingKind(undefined, 1), 'signed');
  assert.equal(signingKind({ state: 'invited', version: null }, 1), 'signed');
  assert.equal(signingKind({ state: 'withdrawn', version: 1 }, 1), 'signed');
  assert.equal(signingKind({ state: 'signed', version: 1 }, 1), 'renewed');
  assert.equal(signingKind({ state: 'signed', version: 1 }, 2), 'reconfirmed');
  assert.deepEqual(
    entryStates.filter((state) => canBeDone('sign', state)),
    ['invited', 'interested', 'signed', 'withdrawn'],
  );
});

test('the map has the 32 boroughs and the City, each once and on a tile of its own', () => {
  assert.deepEqual(
    londonTiles.map(({ code }) => code).toSorted(),
    Array.from({ length: 33 }, (_, at) => `E090000${String(at + 1).padStart(2, '0')}`),
  );
  assert.equal(new Set(londonTiles.map(({ column, row }) => `${column} ${row}`)).size, 33);
  assert.equal(new Set(londonTiles.map(({ short }) => short)).size, 33);
});
