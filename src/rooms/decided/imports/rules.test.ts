import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { plainText } from '#base/prose.js';
import { type Doubt, type Reading, readPack } from '#rooms/decided/pack-reading/index.js';
import { answerKind, corrected, correctionProblem, publishProblem, unplacedSubject, withParticulars } from './rules.js';
import type { Settlement } from './words.js';

const seeds = resolve(fileURLToPath(import.meta.url), '..', '..', '..', '..', '..', '..', 'seeds');

async function read(text: string): Promise<Reading> {
  const found = await readPack(new TextEncoder().encode(text), 'pack.md');
  assert.ok(found.ok);
  return found.value;
}

const demonstration = readFileSync(join(seeds, 'cyp-board-2024-03-12.md'), 'utf8').replace(
  'Cllr Phillippa Williamson and Cllr Anne Dorrian.',
  'Cllr Phillipa Williamson and Cllr Anne Dorrian substituted by Cllr Mark Sutton and Cllr Robert Flatley.',
);

function doubtOf(reading: Reading, kind: Doubt['kind']): Doubt {
  const found = reading.doubts.find((doubt) => doubt.kind === kind);
  assert.ok(found, `the reading has a doubt of the kind ${kind}`);
  return found;
}

function answer(doubt: Doubt, outcome: Settlement['outcome'], correction: Settlement['correction'] = null): Settlement {
  return { subject: doubt.id, outcome, correction };
}

test('accepting two spellings makes one person and keeps what is printed', async () => {
  const reading = await read(demonstration);
  const doubt = doubtOf(reading, 'spelling differs');
  const after = corrected(reading, [answer(doubt, 'accepted')]);
  const apology = after.minutes[0]?.apologies.find(({ person }) => person.printed.includes('Phillipa '));
  assert.equal(apology?.person.name, 'Phillippa Williamson');
  assert.equal(apology?.person.printed, 'Cllr Phillipa Williamson');
  const aside = corrected(reading, [answer(doubt, 'set aside')]);
  assert.equal(
    aside.minutes[0]?.apologies.find(({ person }) => person.printed.includes('Phillipa '))?.person.name,
    'Phillipa Williamson',
  );
});

test('an owner and a date go to the action the doubt is about and to no other', async () => {
  const reading = await read(demonstration);
  const owner = doubtOf(reading, 'action without owner');
  const due = reading.doubts.find(
    (doubt) => doubt.kind === 'action without date' && doubt.evidence[0]?.lines.from === owner.evidence[0]?.lines.from,
  );
  assert.ok(due);
  const after = corrected(reading, [
    answer(owner, 'corrected', { value: 'Megan Edwards' }),
    answer(due, 'corrected', { value: '2024-06-20' }),
  ]);
  const changed = after.minutes
    .flatMap((minutes) => minutes.items.flatMap((item) => item.actions))
    .filter((action) => action.owner === 'Megan Edwards' || action.due !== null);
  assert.equal(changed.length, 1);
  assert.deepEqual(
    [changed[0]?.owner, changed[0]?.due, changed[0]?.lines],
    ['Megan Edwards', '2024-06-20', owner.evidence[0]?.lines],
  );
});

test('a seat without attendance gets the status the clerk names, under the person of that seat', async () => {
  const reading = await read(demonstration);
  const doubt = doubtOf(reading, 'seat without attendance');
  const before = reading.minutes[0]?.attendance.length ?? 0;
  const rows = corrected(reading, [answer(doubt, 'corrected', { value: 'absent' })]).minutes[0]?.attendance ?? [];
  assert.equal(rows.length, before + 1);
  assert.deepEqual([rows.at(-1)?.person.name, rows.at(-1)?.status], ['Mark Cory', 'absent']);
});

test('pairs of substitutes replace the open ones and nobody is paired twice', async () => {
  const reading = await read(demonstration);
  const doubt = doubtOf(reading, 'substitution without pair');
  const pair = { absent: 'Cllr Annabel Wilkinson', substitute: 'Cllr Mark Sutton' };
  assert.equal(
    correctionProblem(doubt, { pairs: [pair, { ...pair, substitute: 'Cllr Robert Flatley' }] }, reading),
    'pair twice',
  );
  assert.equal(correctionProblem(doubt, { pairs: [] }, reading), 'pair incomplete');
  const after = corrected(reading, [answer(doubt, 'corrected', { pairs: [pair] })]).minutes[0]?.substitutions ?? [];
  assert.deepEqual(
    after.filter((row) => row.absent && row.substitute).map((row) => [row.absent?.name, row.substitute?.name]),
    [['Annabel Wilkinson', 'Mark Sutton']],
  );
  assert.ok(
    after.some((row) => row.substitute?.name === 'Robert Flatley' && row.absent === null),
    'who was not paired stays open',
  );
});

test('a surname alone finds the one member who has it', async () => {
  const reading = await read(demonstration);
  const declaration = corrected(reading, []).minutes[0]?.declarations[0];
  assert.equal(declaration?.person.name, 'Gerald Vernon-Jackson');
  assert.equal(declaration?.person.printed.includes('Gerald'), false);
});

test('whatever is answered, no words of the source are lost and no answer touches the doubts', async () => {
  const reading = await read(demonstration);
  const words = (one: Reading): string =>
    one.reports
      .flatMap((report) => report.body.map((block) => ('prose' in block ? plainText(block.prose) : '')))
      .join('\n');
  await fc.assert(
    fc.asyncProperty(
      fc.infiniteStream(fc.constantFrom('accepted', 'corrected', 'set aside', 'none')),
      fc.string(),
      async (outcomes, typed) => {
        const settlements = reading.doubts.flatMap((doubt): Settlement[] => {
          const outcome = outcomes.next().value;
          if (outcome === 'none' || outcome === undefined) return [];
          return [answer(doubt, outcome, outcome === 'corrected' ? { value: doubt.choices[0] ?? typed } : null)];
        });
        const after = corrected(reading, settlements);
        assert.deepEqual(after.doubts, reading.doubts);
        assert.equal(words(after), words(reading));
        assert.equal(after.minutes[0]?.items.length, reading.minutes[0]?.items.length);
        assert.ok((after.minutes[0]?.attendance.length ?? 0) >= (reading.minutes[0]?.attendance.length ?? 0));
      },
    ),
    { numRuns: 60 },
  );
});

test('a correction that does not fit its doubt is refused', async () => {
  const reading = await read(demonstration);
  for (const doubt of reading.doubts) {
    const kind = answerKind(doubt, reading);
    if (kind === 'none') assert.equal(correctionProblem(doubt, { value: 'anything' }, reading), 'nothing to correct');
    else assert.notEqual(correctionProblem(doubt, { value: '   ' }, reading), null, doubt.kind);
    if (kind === 'date') assert.equal(correctionProblem(doubt, { value: '2024-02-30' }, reading), 'date wrong');
    if (kind === 'choice' && doubt.kind !== 'title differs')
      assert.equal(correctionProblem(doubt, { value: 'not offered' }, reading), 'not a choice');
  }
});

test('text that is set aside is not published; what has no board or day is not published at all', async () => {
  const reading = await read('Some text\n\nthat is no pack.');
  assert.equal(publishProblem(reading, 0), 'board missing');
  const [first] = reading.unplaced;
  assert.ok(first);
  const left = corrected(reading, [
    { subject: unplacedSubject(first.lines), outcome: 'set aside', correction: null },
  ]).unplaced;
  assert.equal(left.length, reading.unplaced.length - 1);
  const given = withParticulars(reading, {
    board: 'Youth Board',
    date: '2025-02-03',
    start: null,
    place: null,
    mode: null,
  });
  assert.equal(publishProblem(given, 2), 'doubts open');
  assert.equal(publishProblem(given, 0), null);
});

test('minutes without a day are asked for it, and nothing is published before it is given', async () => {
  const reading = await read(demonstration.replace('Tuesday, 23 January 2024', 'The winter meeting'));
  assert.equal(reading.minutes[0]?.date, null);
  assert.equal(publishProblem(reading, 0), 'minutes date missing');
  const doubt = reading.doubts.find((one) => one.kind === 'date not understood' && answerKind(one, reading) === 'date');
  assert.ok(doubt);
  const given = corrected(reading, [answer(doubt, 'corrected', { value: '2024-01-23' })]);
  assert.equal(given.minutes[0]?.date, '2024-01-23');
  assert.equal(publishProblem(given, 0), null);
});

test('a meeting that a slip of the pen puts into another century is asked about, not refused', async () => {
  const reading = await read(demonstration.replace('Tuesday, 23 January 2024', '23 January 1924'));
  assert.equal(reading.minutes[0]?.date, '1924-01-23');
  const doubt = reading.doubts.find((one) => one.message.includes('1924') && answerKind(one, reading) === 'date');
  assert.equal(doubt?.message, '“23 January 1924” is a day on which no board of today met: check the year.');
  assert.equal(correctionProblem(doubt, { value: '1924-01-24' }, reading), 'date wrong');
  assert.equal(
    corrected(reading, [answer(doubt, 'corrected', { value: '2024-01-23' })]).minutes[0]?.date,
    '2024-01-23',
  );
});

test('what the clerk adds is marked as added', async () => {
  const reading = await read(demonstration);
  const owner = doubtOf(reading, 'action without owner');
  const seat = doubtOf(reading, 'seat without attendance');
  const after = corrected(reading, [
    answer(owner, 'corrected', { value: 'Megan Edwards' }),
    answer(seat, 'corrected', { value: 'apologies' }),
  ]);
  assert.deepEqual(
    after.minutes[0]?.items.flatMap((item) => item.actions).flatMap((action) => action.byClerk ?? []),
    ['owner'],
  );
  assert.deepEqual(
    after.minutes[0]?.attendance.filter((row) => row.byClerk).map((row) => row.person.name),
    ['Mark Cory'],
  );
});
