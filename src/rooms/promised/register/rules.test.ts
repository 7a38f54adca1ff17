import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { daysUntil } from '#base/london.js';
import { isCalledInSql, wordInSql } from '#kit/db/steps.js';
import { rolledBack } from '#test/house.js';
import { londonTiles } from './london-tiles.js';
import {
  canBeDone,
  daysOfNotice,
  type EarnedDays,
  entryDays,
  entrySteps,
  lapsesOn,
  letterFor,
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
    ...entryDays(state === 'invited' || state === 'interested' ? null : signed, ['a'], {
      counts: new Map(acting_until === null ? [] : [['a', acting_until]]),
      shown_until: shown,
      practised_until: practised,
      confirmed_until: confirmed,
    }),
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

const earned: fc.Arbitrary<EarnedDays> = fc.record({
  counts: fc
    .array(fc.tuple(fc.constantFrom('a', 'b', 'c'), day), { maxLength: 3 })
    .map((pairs): ReadonlyMap<string, string> => new Map(pairs)),
  shown_until: maybe,
  practised_until: maybe,
  confirmed_until: maybe,
});

test('acting ends with the theme that is the first to have no promise that counts', () => {
  const nothing = { shown_until: null, practised_until: null, confirmed_until: null };
  const until = (themes: readonly string[], counts: Readonly<Record<string, string>>): string | null =>
    entryDays('2026-01-05', themes, { ...nothing, counts: new Map(Object.entries(counts)) }).acting_until;
  assert.equal(until(['a', 'b'], { a: '2027-01-01' }), null);
  assert.equal(until(['a', 'b'], { a: '2027-01-01', b: '2027-06-01' }), '2027-01-01');
  assert.equal(until(['a', 'b'], { a: '2027-06-01', b: '2027-01-01', c: '2026-01-01' }), '2027-01-01');
  assert.equal(until([], { a: '2027-01-01' }), null, 'a framework that asks for no promises earns no level');
  assert.equal(entryDays('2026-01-05', ['a'], undefined).acting_until, null);
});

test('on any day an entry is acting with a promise for every theme, showing with one that was shown and a practice, heard with one confirmed', () => {
  const lasts = (until: string | null | undefined, today: string): boolean => Boolean(until && until >= today);
  fc.assert(
    fc.property(earned, fc.subarray(['a', 'b', 'c']), day, (one, themes, today) => {
      const days = entryDays('2026-01-05', themes, one);
      const isActing = themes.length > 0 && themes.every((theme) => lasts(one.counts.get(theme), today));
      const isShowing = isActing && lasts(one.shown_until, today) && lasts(one.practised_until, today);
      assert.deepEqual(
        [lasts(days.acting_until, today), lasts(days.showing_until, today), lasts(days.heard_until, today)],
        [isActing, isShowing, isShowing && lasts(one.confirmed_until, today)],
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
