/** What readers get of minutes and of decisions. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { type Gates, nobody, type Read, type Write } from '#kit/db/gate.js';
import { publication, publicBoard, publicMeeting, saidWithdrawn } from '#test/boards.js';
import { rolledBack } from '#test/house.js';
import { pagesOf } from '#test/places.js';
import { boardNames, countDecisions, publishedDecisions, publishedMinutes } from './published.js';

const asReader = <T>(gates: Gates, question: (read: Read) => Promise<T>): Promise<T> =>
  gates.public.read(nobody, question);

test('readers get the newest minutes of a meeting, or the version that they name', async () => {
  await rolledBack(async (write, { gates }) => {
    await publicMeeting(write, 'audit', '2026-01-20');
    await publicMeeting(write, 'youth', '2026-03-10');
    await publicMeeting(write, 'youth', '2026-01-20');
    const ids = [];
    for (const version of [1, 2, 3]) ids.push(await publication(write, 'minutes', 'youth/2026-01-20', version));
    for (const version of [1, 2, 3, 4]) await publication(write, 'pack', 'youth/2026-01-20', version);
    for (const version of [1, 2, 3, 4, 5]) await publication(write, 'minutes', 'youth/2026-03-10', version);
    const minutes = (board: string, meeting: string, version?: number) =>
      asReader(gates, (read) => publishedMinutes(read, board, meeting, version));
    assert.deepEqual(await minutes('youth', '2026-01-20'), {
      id: ids[2],
      version: 3,
      newest: 3,
      published_at: new Date('2026-02-20T09:00:00Z'),
      title: 'youth/2026-01-20, version 3',
      content: '{"subject":"youth/2026-01-20","version":3}',
      html: '<p>youth/2026-01-20, version 3</p>',
      board_name: 'youth',
      date: '2026-01-20',
    });
    const second = await minutes('youth', '2026-01-20', 2);
    assert.deepEqual([second?.id, second?.version, second?.newest], [ids[1], 2, 3]);
    assert.equal((await minutes('youth', '2026-03-10'))?.version, 5);
    assert.equal(await minutes('youth', '2026-01-20', 4), undefined);
    assert.equal(await minutes('audit', '2026-01-20'), undefined);
    assert.equal(await minutes('youth', '2026-12-01'), undefined);
  });
});

test('minutes that were withdrawn are none to readers: the version before is the newest', async () => {
  await rolledBack(async (write, { gates }) => {
    await publicMeeting(write, 'youth', '2026-01-20');
    for (const version of [1, 2]) await publication(write, 'minutes', 'youth/2026-01-20', version);
    await saidWithdrawn(write, 'minutes', 'youth/2026-01-20', '/boards/youth/meetings/2026-01-20/minutes/v2');
    const withdrawn = (version: number) =>
      sql`update published.publication set withdrawn_on = '2026-03-01', title = '', content = '', html = ''
        where version = ${version}`.execute(write);
    const minutes = (version?: number) =>
      asReader(gates, (read) => publishedMinutes(read, 'youth', '2026-01-20', version));
    await withdrawn(2);
    const found = await minutes();
    assert.deepEqual([found?.version, found?.newest, await minutes(2)], [1, 1, undefined]);
    await withdrawn(1);
    assert.equal(await minutes(), undefined);
  });
});

interface Decided {
  readonly board?: string;
  readonly date?: string | null;
}

/** Decisions of one publication, by their words, in their order. */
async function decided(
  write: Write,
  texts: readonly string[],
  { board = 'youth', date = '2026-01-20' }: Decided = {},
): Promise<string> {
  const id = await publication(write, 'minutes', `${board}/${texts.join()}`);
  const rest = {
    board,
    meeting: date ?? 'x',
    date,
    item_number: '3',
    item_title: 'Late buses',
    path: `/boards/${board}`,
  };
  const rows = texts.map((body, position) => ({ publication: id, position, body, ...rest }));
  // The last is written first: only its position says where it stands.
  await write.insertInto('published.decision').values(rows.toReversed()).execute();
  return id;
}

test('decisions stand newest meeting first, those of one publication in its order, page by page', async () => {
  await rolledBack(async (write, { gates }) => {
    await decided(write, ['f', 'g'], { date: null });
    await decided(write, ['d', 'e'], { board: 'audit', date: '2026-01-20' });
    await decided(write, ['a', 'b', 'c'], { date: '2026-03-10' });
    const list = (place: object) => asReader(gates, (read) => publishedDecisions(read, { place, count: 3 }));
    assert.deepEqual(await pagesOf(list, ({ body }) => body), [['a', 'b', 'c'], ['d', 'e', 'f'], ['g']]);
  });
});

test('decisions of two publications of one day are not mixed', async () => {
  await rolledBack(async (write, { gates }) => {
    await decided(write, ['a', 'b']);
    await decided(write, ['c', 'd']);
    const bodies = (
      await pagesOf(
        (place) => asReader(gates, (read) => publishedDecisions(read, { place, count: 1 })),
        ({ body }) => body,
      )
    ).flat();
    assert.ok(['abcd', 'cdab'].includes(bodies.join('')), bodies.join(''));
  });
});

test('decisions are narrowed to a board, and counted; a board that readers do not know has its short name', async () => {
  await rolledBack(async (write, { gates }) => {
    await publicBoard(write, 'youth', 'Youth Board');
    await decided(write, ['a', 'b']);
    await decided(write, ['c'], { board: 'audit' });
    const list = async (board: string | null) =>
      (await asReader(gates, (read) => publishedDecisions(read, { board, count: 9 }))).rows;
    assert.deepEqual((await list('youth'))[0], {
      board: 'youth',
      board_name: 'Youth Board',
      date: '2026-01-20',
      item_number: '3',
      item_title: 'Late buses',
      body: 'a',
      path: '/boards/youth',
    });
    assert.deepEqual(
      (await list('audit')).map(({ body, board_name }) => [body, board_name]),
      [['c', 'audit']],
    );
    assert.deepEqual([(await list('youth')).length, (await list('zoo')).length, (await list(null)).length], [2, 0, 3]);
    const count = (board: string | null) => asReader(gates, (read) => countDecisions(read, board));
    assert.deepEqual([await count(null), await count('youth'), await count('audit'), await count('zoo')], [3, 2, 1, 0]);
  });
});

test('boards to narrow a list by stand by name, then address; of more than 200 nobody chooses from a field', async () => {
  await rolledBack(async (write, { gates }) => {
    const names = () => asReader(gates, boardNames);
    assert.deepEqual(await names(), []);
    const id = await publicBoard(write, 'youth-2', 'Youth Board');
    await publicBoard(write, 'youth', 'Youth Board');
    await publicBoard(write, 'zoo', 'Audit Committee');
    assert.deepEqual(await names(), [
      { slug: 'zoo', name: 'Audit Committee' },
      { slug: 'youth', name: 'Youth Board' },
      { slug: 'youth-2', name: 'Youth Board' },
    ]);
    const more = (from: number, to: number) =>
      sql`insert into published.board (slug, name, organisation, publication) select 'b' || n, 'Board', 'O', ${id}
        from generate_series(${from}::int, ${to}::int) n`.execute(write);
    await more(4, 200);
    assert.equal((await names())?.length, 200);
    await more(201, 201);
    assert.equal(await names(), null);
  });
});
