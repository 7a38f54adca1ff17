/** Minutes in the record: written whole, replaced whole, sealed once agreed, and read in their order. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { type Block, plainText, prose } from '#base/prose.js';
import type { Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { type InBoard, recordAgenda, recordMeeting } from '#rooms/decided/meetings/index.js';
import { boardOf } from '#test/boards.js';
import { rolledBack } from '#test/house.js';
import { recordMinutes } from './acts.js';
import { entry, minute, minutesDraft } from './fixtures.js';
import { minutesRecords } from './lookups.js';

const closing: Block = {
  kind: 'paragraph',
  number: null,
  numbering: null,
  prose: prose('The meeting closed at 1pm.'),
  lines: null,
};

async function heldOn(write: Write, at: InBoard, date: string): Promise<string> {
  return (await recordMeeting(write, at, { date, start: null, place: null, mode: null })).id;
}

/** The items of a later meeting's agenda, so that one of them can carry the minutes. */
async function agendaItems(write: Write, at: InBoard, date: string): Promise<readonly string[]> {
  const items = ['1', '2', '3'].map((number) => ({
    number,
    title: 'Item',
    purpose: null,
    delivery: 'none' as const,
    text: [],
  }));
  const nothing = { contact: null, notices: [], leftovers: [], membership: null, next: null };
  return recordAgenda(write, at, await heldOn(write, at, date), { ...nothing, items });
}

/** "3 Late buses: said one, said two / decided": the minutes of a meeting, item by item. */
async function told(write: Write, { organisation }: InBoard, meeting: string): Promise<readonly string[]> {
  const found = await minutesRecords(write, organisation, { meeting });
  return found.flatMap(({ items }) =>
    items.map(({ number, title, entries, decisions }) => {
      const [said, decided] = [entries.map((one) => plainText(one.prose)), decisions.map(plainText)];
      return `${number ?? '-'} ${title}: ${said.join(', ')} / ${decided.join(', ')}`;
    }),
  );
}

test('minutes are read as they were recorded, with who said what and what was decided', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const meeting = await heldOn(write, at, '2026-01-20');
    const carriers = await agendaItems(write, at, '2026-03-10');
    const entries = [
      entry('The Chair opened.', { kind: 'introduction' }),
      entry('Who pays?', { kind: 'question', speaker: 'Cllr Whitcombe' }),
    ];
    const ids = await recordMinutes(
      write,
      at,
      meeting,
      minutesDraft({
        title: 'Note of the previous meeting',
        state: 'put to next meeting',
        carriedBy: carriers[1] ?? null,
        leftovers: [closing],
        items: [
          minute('3', 'Late buses', entries, ['The trial goes on.', 'Schools are told.']),
          minute(null, 'Any other business'),
        ],
      }),
    );
    assert.equal(ids?.length, 2);
    const { rows } = await sql<{ id: string }>`select id from record.minutes where meeting = ${meeting}`.execute(write);
    const whole = await minutesRecords(write, at.organisation, { meeting });
    assert.deepEqual(whole, [
      {
        id: rows[0]?.id,
        meeting,
        title: 'Note of the previous meeting',
        state: 'put to next meeting',
        carriedBy: carriers[1],
        leftovers: [closing],
        items: [
          {
            id: ids[0],
            number: '3',
            title: 'Late buses',
            entries,
            decisions: [prose('The trial goes on.'), prose('Schools are told.')],
          },
          { id: ids[1], number: null, title: 'Any other business', entries: [], decisions: [] },
        ],
      },
    ]);
    assert.deepEqual(await minutesRecords(write, at.organisation, { carriedBy: carriers }), whole);
  });
});

test('minutes that are recorded again take the place of what was there, and of no other meeting’s', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const [own, other] = [await heldOn(write, at, '2026-01-20'), await heldOn(write, at, '2026-03-10')];
    for (const meeting of [other, own])
      await recordMinutes(write, at, meeting, minutesDraft({ items: [minute('1', 'Welcome', ['a', 'b'], ['c'])] }));
    await recordMinutes(write, at, own, minutesDraft({ title: 'Corrected', items: [minute('1', 'Welcome', ['d'])] }));
    assert.deepEqual(await told(write, at, own), ['1 Welcome: d / ']);
    assert.deepEqual(await told(write, at, other), ['1 Welcome: a, b / c']);
    assert.equal((await minutesRecords(write, at.organisation, { meeting: own }))[0]?.title, 'Corrected');
    assert.deepEqual(await recordMinutes(write, at, own, minutesDraft()), []);
    assert.deepEqual(await told(write, at, own), []);
    assert.equal((await minutesRecords(write, at.organisation, { meeting: own })).length, 1);
  });
});

test('minutes that were agreed are sealed: nothing takes their place', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const meeting = await heldOn(write, at, '2026-01-20');
    const first = minutesDraft({ items: [minute('1', 'Welcome', ['as agreed'])] });
    await recordMinutes(write, at, meeting, first);
    await sql`update record.minutes set state = 'agreed' where meeting = ${meeting}`.execute(write);
    assert.equal(await recordMinutes(write, at, meeting, minutesDraft({ items: [minute('1', 'Changed')] })), null);
    assert.deepEqual(await told(write, at, meeting), ['1 Welcome: as agreed / ']);
  });
});

test('another organisation finds no minutes of ours and records none', async () => {
  await rolledBack(async (write) => {
    const [at, other] = [await boardOf(write), await boardOf(write)];
    const meeting = await heldOn(write, at, '2026-01-20');
    const carriers = await agendaItems(write, at, '2026-03-10');
    await recordMinutes(write, at, meeting, minutesDraft({ carriedBy: carriers[0] ?? null }));
    assert.deepEqual(await minutesRecords(write, other.organisation, { meeting }), []);
    assert.deepEqual(await minutesRecords(write, other.organisation, { carriedBy: carriers }), []);
    await sql`update record.minutes set state = 'agreed' where meeting = ${meeting}`.execute(write);
    await assert.rejects(recordMinutes(write, other, meeting, minutesDraft()), { code: '23505' });
  });
});

test('the minutes that an item carries are found by it, and a meeting without minutes has none', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const [january, february] = [await heldOn(write, at, '2026-01-20'), await heldOn(write, at, '2026-02-10')];
    const [first = '', second = '', third = ''] = await agendaItems(write, at, '2026-03-10');
    await recordMinutes(write, at, january, minutesDraft({ carriedBy: first, items: [minute('1', 'January')] }));
    await recordMinutes(
      write,
      at,
      february,
      minutesDraft({ carriedBy: second, items: [minute('1', 'February', ['x'], ['y'])] }),
    );
    const found = async (...carriedBy: readonly string[]) =>
      (await minutesRecords(write, at.organisation, { carriedBy }))
        .map(({ items }) => items.map(({ title }) => title))
        .toSorted();
    assert.deepEqual(await found(first), [['January']]);
    assert.deepEqual(await found(second, third), [['February']]);
    assert.deepEqual(await found(first, second), [['February'], ['January']]);
    assert.deepEqual([await found(third), await found()], [[], []]);
    assert.deepEqual(await minutesRecords(write, at.organisation, { meeting: newId() }), []);
  });
});

test('items, entries and decisions stand by their positions, however the rows lie', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const meeting = await heldOn(write, at, '2026-01-20');
    const items = [minute('1', 'One', ['a', 'b'], ['c', 'd']), minute('2', 'Two', ['e', 'f'], ['g', 'h'])];
    await recordMinutes(write, at, meeting, minutesDraft({ items }));
    assert.deepEqual(await told(write, at, meeting), ['1 One: a, b / c, d', '2 Two: e, f / g, h']);
    for (const table of ['minute', 'minute_entry', 'decision'])
      await sql`update ${sql.table(`record.${table}`)} set position = -position`.execute(write);
    assert.deepEqual(await told(write, at, meeting), ['2 Two: f, e / h, g', '1 One: b, a / d, c']);
  });
});

test('minutes of any length keep every entry, once', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const meeting = await heldOn(write, at, '2026-01-20');
    const many = Array.from({ length: 1003 }, (_, index) => `said ${index}`);
    await recordMinutes(write, at, meeting, minutesDraft({ items: [minute('1', 'Long', many)] }));
    const [found] = await minutesRecords(write, at.organisation, { meeting });
    assert.deepEqual(
      found?.items[0]?.entries.map((one) => plainText(one.prose)),
      many,
    );
    assert.deepEqual(await told(write, at, await heldOn(write, at, '2026-03-10')), []);
  });
});
