/** How a board's membership moves from one paper to the next: what the record keeps of who sat where, and when. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { type BoardAt, boardOf, council } from '#test/boards.js';
import { rolledBack } from '#test/house.js';
import { peopleOf, recordAppointments, recordBoard, recordMembership } from './acts.js';
import { group, member, paper } from './fixtures.js';

/** "Moor 0, since 2026-01-20: Ann Whitcombe (Northmoor) 2026-01-20 to now": all seats that there were, held or not. */
async function seats(write: Write, { board }: BoardAt): Promise<readonly string[]> {
  const { rows } = await sql<{ line: string }>`
    select coalesce(g.name, 'Board') || ' ' || s.position || ', since ' || s.since || coalesce(' until ' || s.until, '')
        || ': ' || coalesce(string_agg(p.name || coalesce(' (' || m.authority || ')', '') || ' ' || m.since || ' to '
          || coalesce(m.until::text, 'now'), ', ' order by m.since, m.until nulls last), 'vacant') as line
      from record.seat s
      join record.political_group g on g.id = s.political_group
      left join record.membership m on m.seat = s.id
      left join record.person p on p.id = m.person
      where s.board = ${board}
      group by g.position, g.name, s.position, s.since, s.until, s.id
      order by g.position, g.name, s.position, s.since, s.until nulls last`.execute(write);
  return rows.map(({ line }) => line);
}

async function substitutes(write: Write, { board }: BoardAt): Promise<readonly string[]> {
  const { rows } = await sql<{ line: string }>`
    select g.name || ' ' || s.position || ': ' || p.name || coalesce(' (' || s.authority || ')', '') || ' ' || s.since
        || ' to ' || coalesce(s.until::text, 'now') as line
      from record.substitute s
      join record.political_group g on g.id = s.political_group
      join record.person p on p.id = s.person
      where s.board = ${board} order by g.name, s.since, s.position, p.name`.execute(write);
  return rows.map(({ line }) => line);
}

async function offices(write: Write, { board }: BoardAt): Promise<readonly string[]> {
  const { rows } = await sql<{ line: string }>`
    select p.name || ', ' || o.label || ' (' || o.code || '), ' || o.since || ' to ' || coalesce(o.until::text, 'now')
        as line
      from record.office o join record.person p on p.id = o.person
      where o.board = ${board} order by o.since, p.name, o.label`.execute(write);
  return rows.map(({ line }) => line);
}

async function groups(write: Write, { board }: BoardAt): Promise<readonly string[]> {
  const { rows } = await sql<{ line: string }>`
    select position || ' ' || coalesce(name, 'Board') || ', ' || coalesce(office_phone, 'no telephone') || ', '
        || coalesce(office_email, 'no address') as line
      from record.political_group where board = ${board} order by position, name`.execute(write);
  return rows.map(({ line }) => line);
}

async function appointments(write: Write, { board }: BoardAt): Promise<readonly string[]> {
  const { rows } = await sql<{ line: string }>`
    select b.name || ': ' || p.name || ' ' || a.since || ' to ' || coalesce(a.until::text, 'now') as line
      from record.appointment a join record.outside_body b on b.id = a.outside_body
      join record.person p on p.id = a.person
      where a.board = ${board} order by b.name, a.since, p.name`.execute(write);
  return rows.map(({ line }) => line);
}

/** All that the record says of a board's membership. */
async function everythingOf(write: Write, at: BoardAt): Promise<readonly (readonly string[])[]> {
  const { rows } = await sql<{ line: string }>`
    select concat_ws(' ', name, cycle, membership_as_of) as line from record.board where id = ${at.board}`.execute(
    write,
  );
  const board = rows.map(({ line }) => line);
  const parts = [board];
  for (const part of [groups, seats, substitutes, offices, appointments]) parts.push([...(await part(write, at))]);
  return parts;
}

test('the first paper gives each group its seats, held in the order of the paper, the rest vacant', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    await paper(write, at, '2026-01-20', [
      group('Moor', [member('Ann Whitcombe', { authority: 'Northmoor' }), 'Ben Adeyemi'], {
        seats: 3,
        office: { phone: '020 7946 0001', email: 'moor@northmoor.example' },
      }),
      group('Coast', ['Cai Rhys'], { office: { phone: '020 7946 0002', email: null } }),
    ]);
    assert.deepEqual(await everythingOf(write, at), [
      ['Children and Young People Board 2025/26 2026-01-20'],
      ['0 Moor, 020 7946 0001, moor@northmoor.example', '1 Coast, 020 7946 0002, no address'],
      [
        'Moor 0, since 2026-01-20: Ann Whitcombe (Northmoor) 2026-01-20 to now',
        'Moor 1, since 2026-01-20: Ben Adeyemi 2026-01-20 to now',
        'Moor 2, since 2026-01-20: vacant',
        'Coast 0, since 2026-01-20: Cai Rhys 2026-01-20 to now',
      ],
      [],
      [],
      [],
    ]);
  });
});

test('a newer paper moves the seats: who stays keeps theirs, who leaves keeps the dates of their time', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    await paper(write, at, '2026-01-20', [
      group('Moor', [member('Ann Whitcombe', { authority: 'Northmoor' }), 'Ben Adeyemi', 'Dilys Pugh'], { seats: 4 }),
    ]);
    await paper(
      write,
      at,
      '2026-05-12',
      [group('Moor', ['Eve Okafor', member('Ann Whitcombe', { authority: 'Eastmere' }), 'Dilys Pugh'], { seats: 3 })],
      '2026/27',
    );
    assert.deepEqual(await seats(write, at), [
      'Moor 0, since 2026-01-20: Ann Whitcombe (Eastmere) 2026-01-20 to now',
      'Moor 1, since 2026-01-20: Ben Adeyemi 2026-01-20 to 2026-05-12, Eve Okafor 2026-05-12 to now',
      'Moor 2, since 2026-01-20: Dilys Pugh 2026-01-20 to now',
      'Moor 3, since 2026-01-20 until 2026-05-12: vacant',
    ]);
    const [board] = await everythingOf(write, at);
    assert.deepEqual(board, ['Children and Young People Board 2026/27 2026-05-12']);
  });
});

test('a paper older than what is known changes nothing; one of the same day, a correction, counts', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    await paper(write, at, '2026-05-12', [group('Moor', ['Ann Whitcombe'])]);
    const known = await everythingOf(write, at);
    await paper(write, at, '2026-05-11', [group('Coast', [member('Ben Adeyemi', { office: 'Chair' })])], '2024/25');
    assert.deepEqual(await everythingOf(write, at), known);
    await paper(write, at, '2026-05-12', [group('Moor', ['Ann Whitcombe', 'Ben Adeyemi'])], null);
    const [board, , held] = await everythingOf(write, at);
    assert.deepEqual(board, ['Children and Young People Board 2026-05-12']);
    assert.deepEqual(held, [
      'Moor 0, since 2026-05-12: Ann Whitcombe 2026-05-12 to now',
      'Moor 1, since 2026-05-12: Ben Adeyemi 2026-05-12 to now',
    ]);
  });
});

test('the same paper a second time changes nothing', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const printed = [
      group('Moor', [member('Ann Whitcombe', { office: 'Chair', authority: 'Northmoor' }), 'Ben Adeyemi'], {
        seats: 4,
        substitutes: [member('Fay Lindqvist', { authority: 'Eastmere' }), 'Gus Moreau'],
        office: { phone: '020 7946 0001', email: null },
      }),
      group(null, ['Cai Rhys'], { substitutes: ['Hal Doyle'] }),
    ];
    await paper(write, at, '2026-01-20', printed);
    const known = await everythingOf(write, at);
    await paper(write, at, '2026-01-20', printed);
    assert.deepEqual(await everythingOf(write, at), known);
  });
});

test('a paper moves its own board alone', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const others = [
      await boardOf(write, 'Audit Committee', at.organisation),
      await boardOf(write, 'Children and Young People Board'),
    ];
    const printed = [
      group('Moor', [member('Ann Whitcombe', { office: 'Chair' }), 'Ben Adeyemi'], {
        seats: 3,
        substitutes: ['Fay Lindqvist'],
        office: { phone: '020 7946 0001', email: 'moor@northmoor.example' },
      }),
    ];
    for (const one of [at, ...others]) await paper(write, one, '2026-01-20', printed);
    const known = [];
    for (const other of others) known.push(await everythingOf(write, other));
    for (const [, named, held, , chair] of known) {
      assert.deepEqual(named, ['0 Moor, 020 7946 0001, moor@northmoor.example']);
      assert.equal(held?.length, 3);
      assert.deepEqual(chair, ['Ann Whitcombe, Chair (chair), 2026-01-20 to now']);
    }
    await paper(write, at, '2026-05-12', [
      group('Coast', ['Cai Rhys'], { substitutes: ['Gus Moreau'], office: { phone: '1', email: '2' } }),
    ]);
    await paper(
      write,
      at,
      '2026-05-13',
      [group('Moor', [member('Ben Adeyemi', { office: 'Chair', authority: 'Eastmere' })])],
      null,
    );
    for (const [index, other] of others.entries()) {
      assert.deepEqual(await everythingOf(write, other), known[index]);
    }
    const elsewhere = { organisation: others[1]?.organisation ?? '', board: at.board };
    const membership = { cycle: null, groups: [], asOf: '2026-06-01' };
    await assert.rejects(recordMembership(write, elsewhere, membership, peopleOf(write, elsewhere.organisation)), {
      message: 'no result',
    });
  });
});

test('a group that a paper no longer names gives up its seats; named again, it is the same group', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    await paper(write, at, '2026-01-20', [
      group('Moor', ['Ann Whitcombe'], { office: { phone: '020 7946 0001', email: 'moor@northmoor.example' } }),
      group('Coast', ['Ben Adeyemi'], { seats: 2, substitutes: ['Fay Lindqvist'] }),
    ]);
    await paper(write, at, '2026-05-12', [group('MOOR', ['Ann Whitcombe'])]);
    await paper(write, at, '2026-09-08', [
      group('Coast', ['Ben Adeyemi']),
      group('Moor', ['Ann Whitcombe'], { office: { phone: '020 7946 0003', email: null } }),
    ]);
    // What an office is reached by stays until a paper gives another.
    assert.deepEqual(await groups(write, at), [
      '0 Coast, no telephone, no address',
      '1 Moor, 020 7946 0003, moor@northmoor.example',
    ]);
    assert.deepEqual(await seats(write, at), [
      'Coast 0, since 2026-01-20 until 2026-05-12: Ben Adeyemi 2026-01-20 to 2026-05-12',
      'Coast 0, since 2026-09-08: Ben Adeyemi 2026-09-08 to now',
      'Coast 1, since 2026-01-20 until 2026-05-12: vacant',
      'Moor 0, since 2026-01-20: Ann Whitcombe 2026-01-20 to now',
    ]);
    assert.deepEqual(await substitutes(write, at), ['Coast 0: Fay Lindqvist 2026-01-20 to 2026-05-12']);
  });
});

test('somebody who changes groups leaves one seat and takes the other on the same day', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    await paper(write, at, '2026-01-20', [
      group('Moor', ['Ann Whitcombe', 'Ben Adeyemi']),
      group('Coast', ['Cai Rhys']),
    ]);
    await paper(write, at, '2026-05-12', [
      group('Moor', ['Cai Rhys', 'Ben Adeyemi']),
      group('Coast', ['Ann Whitcombe']),
    ]);
    assert.deepEqual(await seats(write, at), [
      'Moor 0, since 2026-01-20: Ann Whitcombe 2026-01-20 to 2026-05-12, Cai Rhys 2026-05-12 to now',
      'Moor 1, since 2026-01-20: Ben Adeyemi 2026-01-20 to now',
      'Coast 0, since 2026-01-20: Cai Rhys 2026-01-20 to 2026-05-12, Ann Whitcombe 2026-05-12 to now',
    ]);
  });
});

test('a new seat comes behind those that are there, also where an earlier one has ended', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    await paper(write, at, '2026-01-20', [group('Moor', ['Ann Whitcombe', 'Ben Adeyemi', 'Cai Rhys'])]);
    await paper(write, at, '2026-05-12', [group('Moor', ['Ben Adeyemi', 'Cai Rhys'])]);
    await paper(write, at, '2026-09-08', [group('Moor', ['Ben Adeyemi', 'Cai Rhys', 'Eve Okafor'], { seats: 5 })]);
    assert.deepEqual(await seats(write, at), [
      'Moor 0, since 2026-01-20 until 2026-05-12: Ann Whitcombe 2026-01-20 to 2026-05-12',
      'Moor 1, since 2026-01-20: Ben Adeyemi 2026-01-20 to now',
      'Moor 2, since 2026-01-20: Cai Rhys 2026-01-20 to now',
      'Moor 3, since 2026-09-08: Eve Okafor 2026-09-08 to now',
      'Moor 4, since 2026-09-08: vacant',
      'Moor 5, since 2026-09-08: vacant',
    ]);
  });
});

test('newcomers take the seats that are free in the order of the seats', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    await paper(write, at, '2026-01-20', [group('Moor', ['Ann Whitcombe', 'Ben Adeyemi', 'Cai Rhys'])]);
    // However the rows lie: their positions say their order.
    await sql`update record.seat set position = -position where board = ${at.board}`.execute(write);
    await paper(write, at, '2026-05-12', [group('Moor', ['Dilys Pugh', 'Eve Okafor'], { seats: 2 })]);
    assert.deepEqual(await seats(write, at), [
      'Moor -2, since 2026-01-20: Cai Rhys 2026-01-20 to 2026-05-12, Dilys Pugh 2026-05-12 to now',
      'Moor -1, since 2026-01-20: Ben Adeyemi 2026-01-20 to 2026-05-12, Eve Okafor 2026-05-12 to now',
      'Moor 0, since 2026-01-20 until 2026-05-12: Ann Whitcombe 2026-01-20 to 2026-05-12',
    ]);
  });
});

test('somebody printed twice sits once, where the paper has them first, and holds the office of either place', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    await paper(write, at, '2026-01-20', [
      group('Moor', [member('Ann Whitcombe', { authority: 'Northmoor' }), 'Ben Adeyemi']),
      group('Officers', [member('ANN WHITCOMBE', { office: 'Chair', authority: 'Eastmere' })]),
    ]);
    assert.deepEqual(await seats(write, at), [
      'Moor 0, since 2026-01-20: Ann Whitcombe (Northmoor) 2026-01-20 to now',
      'Moor 1, since 2026-01-20: Ben Adeyemi 2026-01-20 to now',
    ]);
    assert.deepEqual(await offices(write, at), ['Ann Whitcombe, Chair (chair), 2026-01-20 to now']);
  });
});

test('substitutes stay with their group, in the order of the newest paper; who is named no more has an end', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    await paper(write, at, '2026-01-20', [
      group('Moor', [], {
        substitutes: [member('Fay Lindqvist', { authority: 'Northmoor' }), 'Gus Moreau', 'Hal Doyle'],
      }),
      group('Coast', [], { substitutes: ['Fay Lindqvist'] }),
    ]);
    await paper(write, at, '2026-05-12', [
      group('Moor', [], { substitutes: ['Hal Doyle', member('Fay Lindqvist', { authority: 'Eastmere' })] }),
      group('Coast', [], { substitutes: ['Iris Bevan'] }),
    ]);
    assert.deepEqual(await substitutes(write, at), [
      'Coast 0: Fay Lindqvist 2026-01-20 to 2026-05-12',
      'Coast 0: Iris Bevan 2026-05-12 to now',
      'Moor 0: Hal Doyle 2026-01-20 to now',
      'Moor 1: Fay Lindqvist (Eastmere) 2026-01-20 to now',
      'Moor 1: Gus Moreau 2026-01-20 to 2026-05-12',
    ]);
    // Who had ended and is named anew begins anew.
    await paper(write, at, '2026-09-08', [group('Moor', [], { substitutes: ['Hal Doyle', 'Gus Moreau'] })]);
    assert.deepEqual(await substitutes(write, at), [
      'Coast 0: Fay Lindqvist 2026-01-20 to 2026-05-12',
      'Coast 0: Iris Bevan 2026-05-12 to 2026-09-08',
      'Moor 0: Hal Doyle 2026-01-20 to now',
      'Moor 1: Fay Lindqvist (Eastmere) 2026-01-20 to 2026-09-08',
      'Moor 1: Gus Moreau 2026-01-20 to 2026-05-12',
      'Moor 1: Gus Moreau 2026-09-08 to now',
    ]);
  });
});

test('a name that a group prints twice among its substitutes stands twice, however often the paper comes', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const printed = [group('Moor', [], { substitutes: ['Fay Lindqvist', 'Fay Lindqvist'] })];
    await paper(write, at, '2026-01-20', printed);
    await paper(write, at, '2026-05-12', printed);
    assert.deepEqual(await substitutes(write, at), [
      'Moor 0: Fay Lindqvist 2026-01-20 to now',
      'Moor 1: Fay Lindqvist 2026-01-20 to now',
    ]);
  });
});

test('an office lasts as long as papers print it with the same words for the same person', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const printed = (...labels: readonly (string | null)[]) => [
      group(
        'Moor',
        ['Ann Whitcombe', 'Ben Adeyemi', 'Cai Rhys'].map((name, index) =>
          member(name, { office: labels[index] ?? null }),
        ),
      ),
    ];
    await paper(write, at, '2026-01-20', printed('Chair', 'Vice-Chairman', 'Lead Member'));
    await paper(write, at, '2026-05-12', printed('Chair', 'Deputy Chair', null));
    await paper(write, at, '2026-09-08', printed(null, 'Chair', 'Lead Member'));
    assert.deepEqual(await offices(write, at), [
      'Ann Whitcombe, Chair (chair), 2026-01-20 to 2026-09-08',
      'Ben Adeyemi, Vice-Chairman (vice-chair), 2026-01-20 to 2026-05-12',
      'Cai Rhys, Lead Member (other), 2026-01-20 to 2026-05-12',
      'Ben Adeyemi, Deputy Chair (deputy-chair), 2026-05-12 to 2026-09-08',
      'Ben Adeyemi, Chair (chair), 2026-09-08 to now',
      'Cai Rhys, Lead Member (other), 2026-09-08 to now',
    ]);
  });
});

test('a board has one Chair: a second one that a paper prints keeps the word alone, and the next may be Chair', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const printed = (names: readonly string[]) => [
      group(
        'Moor',
        names.map((name) => member(name, { office: 'Chair' })),
      ),
    ];
    await paper(write, at, '2026-01-20', printed(['Ann Whitcombe', 'Ben Adeyemi']));
    await paper(write, at, '2026-05-12', printed(['Ann Whitcombe', 'Ben Adeyemi', 'Cai Rhys']));
    await paper(write, at, '2026-09-08', printed(['Ben Adeyemi', 'Dilys Pugh']));
    assert.deepEqual(await offices(write, at), [
      'Ann Whitcombe, Chair (chair), 2026-01-20 to 2026-09-08',
      'Ben Adeyemi, Chair (other), 2026-01-20 to now',
      'Cai Rhys, Chair (other), 2026-05-12 to 2026-09-08',
      'Dilys Pugh, Chair (chair), 2026-09-08 to now',
    ]);
  });
});

test('an office that a paper prints in two places is one office', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const chair = member('Ann Whitcombe', { office: 'Chair' });
    await paper(write, at, '2026-01-20', [group('Officers', [chair]), group('Moor', [chair, 'Ben Adeyemi'])]);
    assert.deepEqual(await offices(write, at), ['Ann Whitcombe, Chair (chair), 2026-01-20 to now']);
  });
});

test('appointments to outside bodies are added, each once; a paper that lists fewer ends none', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const other = await boardOf(write, 'Audit Committee', at.organisation);
    const elsewhere = await boardOf(write);
    const appoint = async (to: BoardAt, asOf: string, bodies: Readonly<Record<string, readonly string[]>>) =>
      recordAppointments(
        write,
        to,
        Object.entries(bodies).map(([name, people]) => ({ name, people: people.map((one) => member(one)) })),
        asOf,
        peopleOf(write, to.organisation),
      );
    await appoint(other, '2026-01-01', { 'Youth Trust': ['Ann Whitcombe'] });
    await appoint(elsewhere, '2026-01-01', { 'Youth Trust': ['Ann Whitcombe'] });
    await appoint(at, '2026-01-20', {
      'Youth Trust': ['Ann Whitcombe', 'Ben Adeyemi'],
      'Sports Council': ['Ann Whitcombe'],
    });
    await appoint(at, '2026-05-12', { 'Youth Trust': ['Cai Rhys', 'Ann Whitcombe'] });
    assert.deepEqual(await appointments(write, at), [
      'Sports Council: Ann Whitcombe 2026-01-20 to now',
      'Youth Trust: Ann Whitcombe 2026-01-20 to now',
      'Youth Trust: Ben Adeyemi 2026-01-20 to now',
      'Youth Trust: Cai Rhys 2026-05-12 to now',
    ]);
    assert.deepEqual(await appointments(write, other), ['Youth Trust: Ann Whitcombe 2026-01-01 to now']);
    assert.deepEqual(await appointments(write, elsewhere), ['Youth Trust: Ann Whitcombe 2026-01-01 to now']);
    // Somebody whose time there had ended is appointed anew.
    await sql`update record.appointment set until = '2026-06-01' where board = ${at.board}`.execute(write);
    await appoint(at, '2026-09-08', { 'Youth Trust': ['Ann Whitcombe'] });
    assert.equal((await appointments(write, at)).at(-1), 'Youth Trust: Ann Whitcombe 2026-09-08 to now');
  });
});

test('a board is known by its name in its organisation, however the letters are written', async () => {
  await rolledBack(async (write) => {
    const own = await council(write, 'Northmoor Council');
    const other = await council(write, 'Eastmere Council');
    const elsewhere = await recordBoard(write, other, 'Audit Committee');
    const audit = await recordBoard(write, own, 'Audit Committee');
    const board = await recordBoard(write, own, 'Youth Board');
    assert.equal(elsewhere.slug, 'audit-committee');
    assert.equal(audit.slug, 'audit-committee-2');
    assert.deepEqual(await recordBoard(write, own, 'YOUTH board'), board);
    assert.deepEqual(await recordBoard(write, own, 'audit committee'), audit);
    assert.deepEqual(await recordBoard(write, other, 'AUDIT COMMITTEE'), elsewhere);
  });
});

test('a person is known by their name in their organisation, and learns titles and honours from later papers', async () => {
  await rolledBack(async (write) => {
    const own = await council(write, 'Northmoor Council');
    const other = await council(write, 'Eastmere Council');
    const known = async (of: string) => {
      const { rows } = await sql<{ line: string }>`
        select concat_ws(' ', slug || ':', title, name, honours) as line from record.person
          where organisation = ${of} order by slug`.execute(write);
      return rows.map(({ line }) => line);
    };
    const said = { title: null, honours: null };
    await peopleOf(write, other)({ ...said, name: 'Ann Whitcombe' });
    const first = peopleOf(write, own);
    const ann = await first({ ...said, name: 'Ann Whitcombe' });
    const ben = await first({ ...said, name: 'Ben Adeyemi', title: 'Mr', honours: 'MBE' });
    assert.equal((await first({ ...said, name: 'ann whitcombe' })).id, ann.id);
    const second = peopleOf(write, own);
    assert.equal((await second({ ...said, name: 'ANN WHITCOMBE', title: 'Cllr' })).id, ann.id);
    assert.equal((await second({ ...said, name: 'Ben Adeyemi', title: 'Cllr' })).id, ben.id);
    assert.deepEqual(await known(own), ['ann-whitcombe-2: Cllr Ann Whitcombe', 'ben-adeyemi: Cllr Ben Adeyemi MBE']);
    await peopleOf(write, own)({ ...said, name: 'Ann Whitcombe', honours: 'OBE' });
    assert.deepEqual(await known(own), [
      'ann-whitcombe-2: Cllr Ann Whitcombe OBE',
      'ben-adeyemi: Cllr Ben Adeyemi MBE',
    ]);
    assert.deepEqual(await known(other), ['ann-whitcombe: Ann Whitcombe']);
  });
});

test('what a paper prints of a person first stands; what it prints only in a later place is added', async () => {
  await rolledBack(async (write) => {
    const own = await council(write);
    const people = peopleOf(write, own);
    const { id } = await people({ name: 'Ann Whitcombe', title: 'Cllr', honours: null });
    await people({ name: 'Ann Whitcombe', title: 'Councillor', honours: 'OBE' });
    await people({ name: 'Ann Whitcombe', title: null, honours: 'CBE' });
    const row = await write
      .selectFrom('record.person')
      .select(['title', 'honours'])
      .where('id', '=', id)
      .executeTakeFirst();
    assert.deepEqual(row, { title: 'Cllr', honours: 'OBE' });
  });
});

test('of two people who bear one name the one recorded first is meant', async () => {
  await rolledBack(async (write) => {
    const own = await council(write);
    const ids = ['0199aaaa-0000-7000-8000-000000000002', '0199aaaa-0000-7000-8000-000000000001'];
    for (const [index, id] of ids.entries())
      await write
        .insertInto('record.person')
        .values({ organisation: own, id, slug: `ann-${index}`, title: null, name: 'Ann Whitcombe', honours: null })
        .execute();
    assert.equal((await peopleOf(write, own)({ name: 'Ann Whitcombe', title: null, honours: null })).id, ids[1]);
  });
});

test('at the work gate a clerk moves the boards that are in sight, and no other', async () => {
  await rolledBack(async (write, { gates }) => {
    const at = await boardOf(write);
    const audit = await boardOf(write, 'Audit Committee', at.organisation);
    const other = await boardOf(write);
    const clerk = { account: newId(), organisation: at.organisation, boards: [at.board] };
    const bring = (to: BoardAt) =>
      gates.work.write(clerk, (inside) => paper(inside, to, '2026-01-20', [group('Moor', ['Ann Whitcombe'])]));
    await bring(at);
    assert.deepEqual(await seats(write, at), ['Moor 0, since 2026-01-20: Ann Whitcombe 2026-01-20 to now']);
    for (const hidden of [audit, other]) {
      await assert.rejects(bring(hidden), { message: 'no result' });
      assert.deepEqual(await seats(write, hidden), []);
    }
  });
});
