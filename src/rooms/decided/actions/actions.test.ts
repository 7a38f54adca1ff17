/** Actions in the record, and as readers get them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { prose } from '#base/prose.js';
import { type Gates, nobody, type Read, type Write } from '#kit/db/gate.js';
import { recordMeeting } from '#rooms/decided/meetings/index.js';
import { recordMinutes } from '#rooms/decided/minutes/index.js';
import { type BoardAt, boardOf, publication, publicBoard } from '#test/boards.js';
import { rolledBack } from '#test/house.js';
import { pagesOf } from '#test/places.js';
import { type ActionDraft, recordActions } from './acts.js';
import { actionsOf } from './lookups.js';
import { countActions, publishedActions } from './published.js';

function action(text: string, more: Partial<ActionDraft> = {}): ActionDraft {
  return { prose: prose(text), owner: null, due: null, byClerk: [], ...more };
}

/** The items of a meeting's minutes that actions hang on. */
async function minuted(write: Write, at: BoardAt, date = '2026-01-20'): Promise<readonly string[]> {
  const { id } = await recordMeeting(write, at, { date, start: null, place: null, mode: null });
  const items = ['1', '2'].map((number) => ({ number, title: `Item ${number}`, entries: [], decisions: [] }));
  const draft = { title: 'Minutes', state: 'not stated', carriedBy: null, leftovers: [], items } as const;
  return (await recordMinutes(write, at, id, draft)) ?? [];
}

test('an action has its words, and an owner and a day only where somebody said them', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const [first = '', second = ''] = await minuted(write, at);
    await recordActions(write, at, first, [
      action('Ask for figures.', { owner: 'Ravi Menon', due: '2026-06-01', byClerk: ['owner', 'due'] }),
      action('Write to the schools.'),
    ]);
    await recordActions(write, at, second, [action('Paint the shelter.', { byClerk: ['action'] })]);
    const nothing = { owner: null, due: null };
    const one = {
      minute: first,
      prose: prose('Ask for figures.'),
      owner: 'Ravi Menon',
      due: '2026-06-01',
      byClerk: ['owner', 'due'],
    };
    const two = { ...nothing, minute: first, prose: prose('Write to the schools.'), byClerk: [] };
    const three = { ...nothing, minute: second, prose: prose('Paint the shelter.'), byClerk: ['action'] };
    assert.deepEqual(await actionsOf(write, at.organisation, [first]), [one, two]);
    assert.deepEqual(await actionsOf(write, at.organisation, [second]), [three]);
    assert.deepEqual(await actionsOf(write, at.organisation, []), []);
    // Nobody has said how they go.
    const { rows } = await sql<{ state: string | null }>`select distinct state from record.action`.execute(write);
    assert.deepEqual(rows, [{ state: null }]);
  });
});

test('an item without actions records none', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const [first = ''] = await minuted(write, at);
    await recordActions(write, at, first, []);
    assert.deepEqual(await actionsOf(write, at.organisation, [first]), []);
    await recordActions(write, at, first, [action('One alone.')]);
    assert.equal((await actionsOf(write, at.organisation, [first])).length, 1);
  });
});

test('actions stand by their positions, however the rows lie', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const [first = ''] = await minuted(write, at);
    await recordActions(
      write,
      at,
      first,
      ['a', 'b', 'c'].map((text) => action(text)),
    );
    const owners = async () => (await actionsOf(write, at.organisation, [first])).map((one) => one.prose[0]?.text);
    assert.deepEqual(await owners(), ['a', 'b', 'c']);
    await sql`update record.action set position = -position`.execute(write);
    assert.deepEqual(await owners(), ['c', 'b', 'a']);
  });
});

test('another organisation finds no actions of ours', async () => {
  await rolledBack(async (write) => {
    const [at, other] = [await boardOf(write), await boardOf(write)];
    const items = await minuted(write, at);
    await recordActions(write, at, items[0] ?? '', [action('Ask for figures.')]);
    assert.deepEqual(await actionsOf(write, other.organisation, items), []);
  });
});

const asReader = <T>(gates: Gates, question: (read: Read) => Promise<T>): Promise<T> =>
  gates.public.read(nobody, question);

interface Agreed {
  readonly board?: string;
  readonly date?: string | null;
}

/** Actions of one publication as readers have them, by their words, in their order. */
async function agreed(
  write: Write,
  texts: readonly string[],
  { board = 'youth', date = '2026-01-20' }: Agreed = {},
): Promise<void> {
  const id = await publication(write, 'minutes', `${board}/${texts.join()}`);
  const item = { meeting: date ?? 'x', date, item_number: '3', item_title: 'Late buses', path: `/boards/${board}` };
  const rest = { ...item, board, owner: 'Ravi Menon', due: '2026-06-01', state: 'started' };
  const rows = texts.map((body, position) => ({ publication: id, position, body, ...rest }));
  // The last is written first: only its position says where it stands.
  await write.insertInto('published.action').values(rows.toReversed()).execute();
}

test('actions stand newest meeting first, those of one publication in its order, page by page', async () => {
  await rolledBack(async (write, { gates }) => {
    await agreed(write, ['f', 'g'], { date: null });
    await agreed(write, ['d', 'e'], { board: 'audit', date: '2026-01-20' });
    await agreed(write, ['a', 'b', 'c'], { date: '2026-03-10' });
    const list = (place: object) => asReader(gates, (read) => publishedActions(read, { place, count: 3 }));
    assert.deepEqual(await pagesOf(list, ({ body }) => body), [['a', 'b', 'c'], ['d', 'e', 'f'], ['g']]);
  });
});

test('actions of two publications of one day are not mixed', async () => {
  await rolledBack(async (write, { gates }) => {
    await agreed(write, ['a', 'b']);
    await agreed(write, ['c', 'd']);
    const list = (place: object) => asReader(gates, (read) => publishedActions(read, { place, count: 1 }));
    const bodies = (await pagesOf(list, ({ body }) => body)).flat().join('');
    assert.ok(['abcd', 'cdab'].includes(bodies), bodies);
  });
});

test('actions are narrowed to a board, and counted; a board that readers do not know has its short name', async () => {
  await rolledBack(async (write, { gates }) => {
    await publicBoard(write, 'youth', 'Youth Board');
    await agreed(write, ['a', 'b']);
    await agreed(write, ['c'], { board: 'audit' });
    const list = async (board: string | null) =>
      (await asReader(gates, (read) => publishedActions(read, { board, count: 9 }))).rows;
    assert.deepEqual((await list('youth'))[0], {
      board: 'youth',
      board_name: 'Youth Board',
      date: '2026-01-20',
      item_number: '3',
      item_title: 'Late buses',
      body: 'a',
      owner: 'Ravi Menon',
      due: '2026-06-01',
      state: 'started',
      path: '/boards/youth',
    });
    assert.deepEqual(
      (await list('audit')).map(({ body, board_name }) => [body, board_name]),
      [['c', 'audit']],
    );
    assert.deepEqual([(await list('youth')).length, (await list('zoo')).length, (await list(null)).length], [2, 0, 3]);
    const count = (board: string | null) => asReader(gates, (read) => countActions(read, board));
    assert.deepEqual([await count(null), await count('youth'), await count('audit'), await count('zoo')], [3, 2, 1, 0]);
  });
});
