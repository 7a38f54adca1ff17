import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nobody } from '#kit/db/gate.js';
import { recordBoard } from '#rooms/decided/boards/index.js';
import { rolledBack } from '#test/house.js';
import { body } from '#test/leads.js';
import { publishedPromises, countPromises, promiseFilters } from './published.js';
import { agreed, saidYes, reason, ends } from './test/promise-agreed.js';
import { publicBoard } from '#test/boards.js';

test('promises are found by status, theme, organisation and board, and counted on the way', async () => {
  await rolledBack(async (write, { gates }) => {
    const [school, authority] = [await body(write, gates, 'school'), await body(write, gates, 'authority')];
    const council = await body(write, gates, 'authority');
    const board = await council.act('2026-01-05', (inside, who) =>
      recordBoard(inside, who.organisation, `Panel ${council.slug}`),
    );
    const late = await agreed(school, { due: '2026-06-01', board: board.slug });
    await saidYes(council);
    await agreed(school, { theme: 'beyond-achievement', due: '2028-01-01' }, '2026-06-20');
    await agreed(authority, { due: '2028-01-01', framework: 'care-leavers-asks', theme: 'housing' });
    const find = (wish: object) =>
      gates.public.read(nobody, (read) => publishedPromises(read, { today: '2026-08-01', count: 25, ...wish }));
    const all = await find({});
    assert.deepEqual(
      [all.total, all.promises.length, Object.fromEntries(all.counts)],
      [3, 3, { overdue: 1, 'on track': 1, 'no news': 1 }],
    );
    const overdue = await find({ status: 'overdue', organisation: school.slug });
    assert.deepEqual(
      [overdue.total, overdue.promises.map(({ slug }) => slug), overdue.counts.get('on track')],
      [1, [late.slug], 1],
    );
    assert.equal((await find({ framework: 'care-leavers-asks', theme: 'housing' })).total, 1);
    assert.equal((await find({ board: board.slug })).total, 1);
    assert.equal((await find({ board: `${board.slug}' or true --` })).total, 0);
    const [one, two, three] = all.promises;
    const next = await find({ count: 2 });
    assert.deepEqual(next.promises, [one, two]);
    const last = await find({ count: 2, place: { after: next.after ?? '' } });
    assert.deepEqual([last.promises, last.after], [[three], null]);
    assert.deepEqual((await find({ count: 2, place: { before: last.before ?? '' } })).promises, [one, two]);
  });
});

test('each filter narrows the list and its counts', async () => {
  await rolledBack(async (write, { gates }) => {
    const [school, council] = [await body(write, gates, 'school'), await body(write, gates, 'authority')];
    const board = await council.act('2026-01-05', (inside, who) =>
      recordBoard(inside, who.organisation, `Panel ${council.slug}`),
    );
    const other = await council.act('2026-01-05', (inside, who) =>
      recordBoard(inside, who.organisation, `Other ${council.slug}`),
    );
    const named = await agreed(council, { board: board.slug, due: '2026-02-01' });
    const plain = await agreed(school, { theme: 'beyond-achievement' }, '2026-01-12');
    const ended = await agreed(school);
    await ends(school, ended.id, '2026-01-20', { state: 'not kept', reason });
    const find = async (wish: object) => {
      const found = await gates.public.read(nobody, (read) =>
        publishedPromises(read, { today: '2026-02-02', count: 25, ...wish }),
      );
      assert.equal(found.total, found.promises.length, JSON.stringify(wish));
      return found.promises.map(({ slug }) => slug);
    };
    assert.deepEqual(await find({}), [ended.slug, plain.slug, named.slug]);
    assert.deepEqual(await find({ board: board.slug }), [named.slug]);
    assert.deepEqual(await find({ theme: 'beyond-achievement' }), [plain.slug]);
    assert.deepEqual(await find({ organisation: school.slug }), [ended.slug, plain.slug]);
    assert.deepEqual(await find({ status: 'not kept' }), [ended.slug]);
    assert.deepEqual(await find({ status: 'on track' }), [plain.slug]);
    assert.deepEqual(await find({ status: 'overdue' }), [named.slug]);
    assert.deepEqual(await find({ status: 'kept' }), []);
    assert.deepEqual(await find({ charter: 'none-of-that-name' }), []);
    // Of the boards that have a page those are offered that a promise names, by name.
    await agreed(council, { board: other.slug, due: '2026-02-01' });
    for (const [slug, name] of [
      [board.slug, 'Youth panel'],
      [other.slug, 'Children panel'],
      ['no-promise', 'Adults'],
    ] as const)
      await publicBoard(write, slug, name);
    assert.deepEqual((await gates.public.read(nobody, promiseFilters)).boards, [
      { slug: other.slug, name: 'Children panel' },
      { slug: board.slug, name: 'Youth panel' },
    ]);
    const counted = await gates.public.read(nobody, (read) =>
      countPromises(read, { today: '2026-02-02', organisation: school.slug, status: 'not kept' }),
    );
    assert.deepEqual([counted.total, Object.fromEntries(counted.counts)], [1, { 'on track': 1, 'not kept': 1 }]);
  });
});
