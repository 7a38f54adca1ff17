/** What a board would show the public now, from the record. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { type BoardAt, boardOf } from '#test/boards.js';
import { rolledBack } from '#test/house.js';
import { peopleOf, recordAppointments } from './acts.js';
import { group, member, paper } from './fixtures.js';
import { boardContent, boardKeeper } from './lookups.js';

async function appointed(write: Write, at: BoardAt, body: string, ...names: readonly string[]): Promise<void> {
  const bodies = [{ name: body, people: names.map((name) => member(name, { title: null })) }];
  await recordAppointments(write, at, bodies, '2026-01-20', peopleOf(write, at.organisation));
}

/** Another board of the same council, and one of another council, with the same people: nothing of theirs is shown. */
async function neighbours(write: Write, at: BoardAt): Promise<void> {
  for (const other of [
    await boardOf(write, 'Audit Committee', at.organisation),
    await boardOf(write, 'Audit Committee'),
  ]) {
    const chair = member('Ann Whitcombe', { office: 'Convenor', authority: 'Elsewhere' });
    await paper(write, other, '2026-01-20', [group('Vale', [chair, 'Ned Stone'], { substitutes: ['Olga Price'] })]);
    await appointed(write, other, 'Harbour Trust', 'Ann Whitcombe');
  }
}

test('a board shows its groups, who sits there and in what office, substitutes and outside bodies', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    await neighbours(write, at);
    await paper(write, at, '2026-01-20', [
      group(
        'Moor',
        [member('Ann Whitcombe', { office: 'Chair', honours: 'OBE', authority: 'Northmoor' }), 'Ben Adeyemi'],
        {
          seats: 3,
          office: { phone: '020 7946 0001', email: 'moor@northmoor.example' },
          substitutes: [
            member('Fay Lindqvist', { honours: 'MBE', authority: 'Eastmere' }),
            member('Gus Moreau', { title: null }),
          ],
        },
      ),
      group('Coast', [member('Cai Rhys', { title: null, office: 'Vice-Chairman' })], {
        office: { phone: null, email: 'coast@northmoor.example' },
      }),
      group('Isles', [], { office: { phone: '020 7946 0004', email: null }, substitutes: ['Hal Doyle'] }),
      group('Fell', []),
    ]);
    await appointed(write, at, 'Youth Trust', 'Cai Rhys', 'Ann Whitcombe');
    await appointed(write, at, 'Sports Council', 'Ben Adeyemi');
    const plain = { honours: null, office: null, authority: null };
    assert.deepEqual(await boardContent(write, at.organisation, at.board), {
      format: 'kept-board/1',
      board: {
        name: 'Children and Young People Board',
        slug: 'children-and-young-people-board',
        organisation: 'Northmoor Council',
      },
      cycle: '2025/26',
      groups: [
        {
          name: 'Moor',
          seats: 3,
          office: { phone: '020 7946 0001', email: 'moor@northmoor.example' },
          members: [
            {
              name: 'Cllr Ann Whitcombe',
              slug: 'ann-whitcombe',
              honours: 'OBE',
              office: 'Chair',
              authority: 'Northmoor',
            },
            { ...plain, name: 'Cllr Ben Adeyemi', slug: 'ben-adeyemi' },
          ],
          substitutes: [
            { name: 'Cllr Fay Lindqvist', slug: 'fay-lindqvist', honours: 'MBE', office: null, authority: 'Eastmere' },
            { ...plain, name: 'Gus Moreau', slug: 'gus-moreau' },
          ],
        },
        {
          name: 'Coast',
          seats: 1,
          office: { phone: null, email: 'coast@northmoor.example' },
          members: [{ ...plain, name: 'Cai Rhys', slug: 'cai-rhys', office: 'Vice-Chairman' }],
          substitutes: [],
        },
        {
          name: 'Isles',
          seats: 0,
          office: { phone: '020 7946 0004', email: null },
          members: [],
          substitutes: [{ ...plain, name: 'Cllr Hal Doyle', slug: 'hal-doyle' }],
        },
      ],
      outsideBodies: [
        { name: 'Sports Council', people: [{ name: 'Cllr Ben Adeyemi', slug: 'ben-adeyemi' }] },
        {
          name: 'Youth Trust',
          people: [
            { name: 'Cllr Ann Whitcombe', slug: 'ann-whitcombe' },
            { name: 'Cai Rhys', slug: 'cai-rhys' },
          ],
        },
      ],
    });
  });
});

test('what has ended is shown no more', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    await paper(write, at, '2026-01-20', [
      group('Moor', [member('Ann Whitcombe', { office: 'Chair' }), 'Ben Adeyemi'], {
        substitutes: ['Fay Lindqvist', 'Gus Moreau'],
      }),
      group('Coast', ['Cai Rhys']),
    ]);
    await appointed(write, at, 'Youth Trust', 'Ann Whitcombe', 'Ben Adeyemi');
    await paper(
      write,
      at,
      '2026-05-12',
      [group('Moor', ['Ann Whitcombe'], { seats: 2, substitutes: ['Gus Moreau'] })],
      null,
    );
    await sql`update record.appointment set until = '2026-05-12' where board = ${at.board}
      and person = (select id from record.person where slug = 'ann-whitcombe')`.execute(write);
    const { cycle, groups, outsideBodies } = await boardContent(write, at.organisation, at.board);
    assert.equal(cycle, null);
    assert.deepEqual(
      groups.map(({ name, seats, office, members, substitutes }) => ({
        name,
        seats,
        office,
        people: [...members, ...substitutes].map((one) => [one.name, one.office]),
      })),
      [
        {
          name: 'Moor',
          seats: 2,
          office: null,
          people: [
            ['Cllr Ann Whitcombe', null],
            ['Cllr Gus Moreau', null],
          ],
        },
      ],
    );
    assert.deepEqual(outsideBodies, [
      { name: 'Youth Trust', people: [{ name: 'Cllr Ben Adeyemi', slug: 'ben-adeyemi' }] },
    ]);
  });
});

test('groups, seats and substitutes stand in the order of their positions, however the rows lie', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    await paper(write, at, '2026-01-20', [
      group('Moor', ['Ann Whitcombe', 'Ben Adeyemi'], { substitutes: ['Fay Lindqvist', 'Gus Moreau'] }),
      group('Coast', ['Cai Rhys']),
    ]);
    for (const table of ['political_group', 'seat', 'substitute'])
      await sql`update ${sql.table(`record.${table}`)} set position = -position where board = ${at.board}`.execute(
        write,
      );
    const { groups } = await boardContent(write, at.organisation, at.board);
    assert.deepEqual(
      groups.map(({ name, members, substitutes }) => [
        name,
        ...members.map((one) => one.slug),
        ...substitutes.map((one) => one.slug),
      ]),
      [
        ['Coast', 'cai-rhys'],
        ['Moor', 'ben-adeyemi', 'ann-whitcombe', 'gus-moreau', 'fay-lindqvist'],
      ],
    );
  });
});

test('the board of another organisation is none of ours', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const other = await boardOf(write, 'Audit Committee');
    await assert.rejects(boardContent(write, other.organisation, at.board), { message: 'no result' });
    await assert.rejects(boardContent(write, at.organisation, newId()), { message: 'no result' });
  });
});

test('whoever asks is told whose board it is', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const other = await boardOf(write, 'Audit Committee');
    assert.equal(await boardKeeper(write, at.slug), at.organisation);
    assert.equal(await boardKeeper(write, other.slug), other.organisation);
    assert.equal(await boardKeeper(write, 'no-such-board'), null);
  });
});
