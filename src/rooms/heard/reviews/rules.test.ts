import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readDecision } from './pages/text/text.form.js';
import { countText, firstWords, isOverdue, nextSchoolDay, nextStep, patternOf, standsOf } from './rules.js';

const day = fc
  .integer({ min: 0, max: 40_000 })
  .map((count) => new Date(Date.UTC(2000, 0, 1) + count * 86_400_000).toISOString().slice(0, 10));
const weekday = (iso: string): number => new Date(`${iso}T00:00:00Z`).getUTCDay();

void test('the deadline is the next day from Monday to Friday, three days away at most', () => {
  assert.deepEqual(['2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29', '2026-12-31'].map(nextSchoolDay), [
    '2026-11-27',
    '2026-11-30',
    '2026-11-30',
    '2026-11-30',
    '2027-01-01',
  ]);
  fc.assert(
    fc.property(day, (one) => {
      const due = nextSchoolDay(one);
      assert.ok(due > one && weekday(due) >= 1 && weekday(due) <= 5);
      assert.ok((Date.parse(due) - Date.parse(one)) / 86_400_000 <= 3);
      // No school day lies between: nobody is given longer than one.
      for (let at = Date.parse(one) + 86_400_000; at < Date.parse(due); at += 86_400_000)
        assert.ok([0, 6].includes(new Date(at).getUTCDay()));
    }),
  );
});

void test('overdue begins the day after the deadline, and never ends', () => {
  fc.assert(
    fc.property(day, day, (one, other) => {
      assert.equal(isOverdue(one, nextSchoolDay(one)), false);
      assert.equal(isOverdue(one, other), other > nextSchoolDay(one));
      if (isOverdue(one, other)) assert.ok(isOverdue(one, nextSchoolDay(other)));
      // What came in later is never overdue sooner.
      assert.ok(one > other || nextSchoolDay(one) <= nextSchoolDay(other));
    }),
  );
});

void test('a concern is acknowledged, acted on, closed: in this order and to an end', () => {
  const written = {
    acknowledged_on: null as string | null,
    action: null as string | null,
    outcome: null as string | null,
  };
  const seen: unknown[] = [];
  for (let step = nextStep(standsOf(written)); step !== null; step = nextStep(standsOf(written))) {
    seen.push(step);
    if (step === 'acknowledge') written.acknowledged_on = '2026-11-26';
    else written[step] = 'Something';
  }
  assert.deepEqual(seen, ['acknowledge', 'action', 'outcome']);
  assert.equal(standsOf(written), 'closed');
});

void test('words of the lists are letters, spaces and stars, so that a pattern is what it says', () => {
  for (const words of Object.values(firstWords)) {
    assert.equal(new Set(words).size, words.length);
    for (const word of words) assert.match(word, /^\p{L}[\p{L} ]*\*?[\p{L} ]*$/u, word);
  }
  assert.equal(patternOf(['self harm*', 'die']), String.raw`\m(self[\s-]*harm\w*\M|die\M)`);
});

void test('a decision is read: lines as they were typed, nothing without words or a reason', () => {
  assert.deepEqual(readDecision({ outcome: 'redact', words: ' a\r\nb ', quote: 'yes' }), {
    ok: true,
    decision: { kind: 'redact', words: 'a\nb', quotable: true },
  });
  assert.deepEqual(readDecision({ outcome: 'clear' }), { ok: true, decision: { kind: 'clear', quotable: false } });
  assert.deepEqual(readDecision({ outcome: 'withhold', reason: 'hurts somebody' }), {
    ok: true,
    decision: { kind: 'withhold', reason: 'hurts somebody' },
  });
  for (const [typed, field] of [
    [{}, 'outcome'],
    [{ outcome: 'redact', words: ' ' }, 'words'],
    [{ outcome: 'withhold', reason: 'because' }, 'reason'],
  ] as const) {
    const read = readDecision(typed);
    assert.deepEqual(read.ok ? null : read.problems.map((one) => one.field), [field]);
  }
});

void test('texts are counted to a thousand, and beyond that it is said that there are more', () => {
  assert.equal(countText(0), '0');
  assert.equal(countText(1_000), '1,000');
  assert.equal(countText(1_001), 'more than 1,000');
});
