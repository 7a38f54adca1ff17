/** What readers get of boards and their people. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { type Gates, nobody, type Read, type Write } from '#kit/db/gate.js';
import { boardOf, publicBoard, publicMeeting } from '#test/boards.js';
import { rolledBack } from '#test/house.js';
import { pagesOf } from '#test/places.js';
import { boardsToChoose, publishedBoard, publishedBoards, publishedPerson } from './published.js';
import type { PublishedPersonRow } from './tables.js';

const asReader = <T>(gates: Gates, question: (read: Read) => Promise<T>): Promise<T> =>
  gates.public.read(nobody, question);
const today = '2026-03-02';

async function known(write: Write, publication: string, rows: readonly Partial<PublishedPersonRow>[]): Promise<void> {
  const row = {
    slug: 'ann-whitcombe',
    name: 'Cllr Ann Whitcombe',
    board: 'youth',
    board_name: 'Youth Board',
    kind: 'member' as const,
  };
  const rest = {
    label: null,
    political_group: null,
    authority: null,
    meeting: null,
    date: null,
    path: '/boards/youth',
  };
  await write
    .insertInto('published.person')
    .values(rows.map((more, position) => ({ publication, position, ...row, ...rest, ...more })))
    .execute();
}

test('boards stand by name and then by address, page by page', async () => {
  await rolledBack(async (write, { gates }) => {
    for (const [slug, name] of [
      ['youth-2', 'Youth Board'],
      ['audit', 'Audit Committee'],
      ['youth', 'Youth Board'],
      ['zoo', 'Early Years Panel'],
      ['youth-3', 'Youth Board'],
    ] as const)
      await publicBoard(write, slug, name);
    const list = (place: object) => asReader(gates, (read) => publishedBoards(read, { today, place, count: 2 }));
    assert.deepEqual(await pagesOf(list, (board) => `${board.name}: ${board.slug}`), [
      ['Audit Committee: audit', 'Early Years Panel: zoo'],
      ['Youth Board: youth', 'Youth Board: youth-2'],
      ['Youth Board: youth-3'],
    ]);
  });
});

test('a board in the list has its organisation, how many members it has, and its next meeting', async () => {
  await rolledBack(async (write, { gates }) => {
    const youth = await publicBoard(write, 'youth', 'Youth Board', 'Northmoor Council');
    const audit = await publicBoard(write, 'audit', 'Audit Committee', 'Eastmere Council');
    await publicBoard(write, 'zoo', 'Zoo Panel');
    await known(write, youth, [
      {},
      { slug: 'ben-adeyemi' },
      { kind: 'office', label: 'Chair' },
      { kind: 'substitute' },
    ]);
    await known(write, audit, [{ board: 'audit' }]);
    for (const date of ['2026-03-01', '2026-06-16', '2026-03-20']) await publicMeeting(write, 'youth', date);
    await publicMeeting(write, 'youth', '2026-03-10', { state: 'cancelled' });
    await publicMeeting(write, 'youth', '2026-03-11', { state: 'postponed' });
    await publicMeeting(write, 'audit', today);
    const { rows } = await asReader(gates, (read) => publishedBoards(read, { today, count: 10 }));
    assert.deepEqual(rows, [
      { slug: 'audit', name: 'Audit Committee', organisation: 'Eastmere Council', members: 1, next: today },
      { slug: 'youth', name: 'Youth Board', organisation: 'Northmoor Council', members: 2, next: '2026-03-20' },
      { slug: 'zoo', name: 'Zoo Panel', organisation: 'Northmoor Council', members: 0, next: null },
    ]);
  });
});

test('boards to choose from are those of one organisation, or the first of all, by name and address', async () => {
  await rolledBack(async (write, { gates }) => {
    await publicBoard(write, 'youth-2', 'Youth Board', 'Eastmere Council');
    await publicBoard(write, 'youth', 'Youth Board', 'Northmoor Council');
    await publicBoard(write, 'audit', 'Audit Committee', 'Northmoor Council');
    const choose = async (organisation: string | null, count: number) =>
      (await asReader(gates, (read) => boardsToChoose(read, organisation, count))).map(({ slug }) => slug);
    assert.deepEqual(await choose(null, 10), ['audit', 'youth', 'youth-2']);
    assert.deepEqual(await choose(null, 2), ['audit', 'youth']);
    assert.deepEqual(await choose('Northmoor Council', 10), ['audit', 'youth']);
    assert.deepEqual(await choose('Eastmere Council', 10), ['youth-2']);
    assert.deepEqual(await choose('Westford Council', 10), []);
  });
});

test('a board has its publication, and the meetings around today: the next first, the last first', async () => {
  await rolledBack(async (write, { gates }) => {
    const id = await publicBoard(write, 'youth', 'Youth Board');
    await publicBoard(write, 'audit', 'Audit Committee');
    await publicMeeting(write, 'audit', '2026-03-03');
    await publicMeeting(write, 'audit', '2026-03-01');
    await publicMeeting(write, 'youth', '2026-06-16', { place: 'Mill Lane', state: 'agenda published' });
    await publicMeeting(write, 'youth', today, { slug: 'b', start: '11:00' });
    await publicMeeting(write, 'youth', today, { slug: 'c', start: '09:00' });
    await publicMeeting(write, 'youth', today, { slug: 'a', start: '11:00' });
    await publicMeeting(write, 'youth', today, { slug: 'd' });
    await publicMeeting(write, 'youth', '2026-01-20', { slug: 'x', start: '11:00' });
    await publicMeeting(write, 'youth', '2026-03-01', { slug: 'e' });
    await publicMeeting(write, 'youth', '2026-01-20', { slug: 'z', start: '09:00' });
    await publicMeeting(write, 'youth', '2026-01-20', { slug: 'y', start: '11:00' });
    const board = (count: number) => asReader(gates, (read) => publishedBoard(read, 'youth', today, count));
    const found = await board(10);
    assert.ok(found);
    const { coming, past, ...rest } = found;
    assert.deepEqual(rest, {
      slug: 'youth',
      name: 'Youth Board',
      organisation: 'Northmoor Council',
      publication: { id, version: 1, published_at: new Date('2026-02-20T09:00:00Z'), html: '<p>youth, version 1</p>' },
      more: false,
    });
    assert.deepEqual(
      coming.map(({ slug }) => slug),
      ['d', 'c', 'a', 'b', '2026-06-16'],
    );
    assert.deepEqual(
      past.map(({ slug }) => slug),
      ['e', 'y', 'x', 'z'],
    );
    assert.deepEqual(coming.at(-1), {
      slug: '2026-06-16',
      date: '2026-06-16',
      start: null,
      place: 'Mill Lane',
      state: 'agenda published',
    });
    const some = await board(4);
    assert.deepEqual(
      [some?.coming.map(({ slug }) => slug), some?.past.length, some?.more],
      [['d', 'c', 'a', 'b'], 4, true],
    );
    const all = await board(5);
    assert.deepEqual([all?.coming.length, all?.past.length, all?.more], [5, 4, false]);
  });
});

test('a board has more meetings where only the past ones are many, and none of another board', async () => {
  await rolledBack(async (write, { gates }) => {
    await publicBoard(write, 'youth');
    await publicBoard(write, 'audit');
    for (const day of ['01', '02', '03']) await publicMeeting(write, 'youth', `2026-01-${day}`);
    const found = await asReader(gates, (read) => publishedBoard(read, 'youth', today, 2));
    assert.deepEqual(
      [found?.coming, found?.past.map(({ date }) => date), found?.more],
      [[], ['2026-01-03', '2026-01-02'], true],
    );
    const other = await asReader(gates, (read) => publishedBoard(read, 'audit', today, 2));
    assert.deepEqual([other?.slug, other?.coming, other?.past, other?.more], ['audit', [], [], false]);
    assert.equal(await asReader(gates, (read) => publishedBoard(read, 'no-such-board', today, 2)), undefined);
  });
});

test('what is published of a person stands board by board, the latest first, and in the order of its publication', async () => {
  await rolledBack(async (write, { gates }) => {
    const [youth, audit] = [
      await publicBoard(write, 'youth', 'Youth Board'),
      await publicBoard(write, 'audit', 'Audit Committee'),
    ];
    await known(write, youth, [
      { date: '2026-01-20', kind: 'attendance', label: 'present' },
      { date: '2026-03-12', kind: 'attendance', label: 'apologies' },
      { slug: 'ben-adeyemi' },
      { date: '2026-03-12', kind: 'declaration', label: 'Item 3' },
      { kind: 'member' },
    ]);
    await sql`update published.person set position = 10 - position where publication = ${youth} and date is not null`.execute(
      write,
    );
    await known(write, audit, [
      { board: 'audit', board_name: 'Audit Committee', kind: 'substitute', date: '2026-02-10' },
    ]);
    const person = async (slug: string) =>
      (await asReader(gates, (read) => publishedPerson(read, slug))).map(({ board, kind, date, label }) => [
        board,
        kind,
        date,
        label,
      ]);
    assert.deepEqual(await person('ann-whitcombe'), [
      ['audit', 'substitute', '2026-02-10', null],
      ['youth', 'member', null, null],
      ['youth', 'declaration', '2026-03-12', 'Item 3'],
      ['youth', 'attendance', '2026-03-12', 'apologies'],
      ['youth', 'attendance', '2026-01-20', 'present'],
    ]);
    assert.deepEqual(await person('ben-adeyemi'), [['youth', 'member', null, null]]);
    assert.deepEqual(await person('nobody-of-that-name'), []);
  });
});

test('a person has 5,000 lines at most', async () => {
  await rolledBack(async (write, { gates }) => {
    const youth = await publicBoard(write, 'youth');
    await sql`insert into published.person (publication, position, slug, name, board, board_name, kind, path)
      select ${youth}, n, 'ann-whitcombe', 'Ann', 'youth', 'Youth', 'attendance', '/' from generate_series(1, 5001) n`.execute(
      write,
    );
    const lines = await asReader(gates, (read) => publishedPerson(read, 'ann-whitcombe'));
    assert.deepEqual([lines.length, lines.at(-1)?.position], [5000, 5000]);
  });
});

test('boards of an organisation whose claim is rejected leave every list', async () => {
  await rolledBack(async (write, { gates }) => {
    const at = await boardOf(write, 'Youth Board');
    const other = await boardOf(write, 'Audit Committee');
    for (const { slug } of [at, other]) {
      await known(write, await publicBoard(write, slug), [{ slug: `of-${slug}`, board: slug }]);
      await publicMeeting(write, slug, '2026-06-16');
    }
    await sql`update record.organisation set claim = 'name', rejected_on = '2026-03-01', rejected_because = 'not theirs'
      where id = ${at.organisation}`.execute(write);
    const seen = await asReader(gates, async (read) => [
      (await publishedBoards(read, { today, count: 10 })).rows.map(({ slug }) => slug),
      await publishedBoard(read, at.slug, today, 3),
      await publishedPerson(read, `of-${at.slug}`),
      (await publishedPerson(read, `of-${other.slug}`)).length,
    ]);
    assert.deepEqual(seen, [[other.slug], undefined, [], 1]);
  });
});
