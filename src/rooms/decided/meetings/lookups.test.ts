/** What the record says of meetings: agenda, roll, and a clerk's boards and meetings. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { newId } from '#kit/id.js';
import { boardOf, personOf, publicBoard } from '#test/boards.js';
import { rolledBack } from '#test/house.js';
import { pagesOf } from '#test/places.js';
import { recordAgenda, recordRoll } from './acts.js';
import { agenda, attended, item, meetingOn, rollOf, said } from './fixtures.js';
import {
  meetingRecord,
  meetingsAround,
  meetingsOfBoard,
  roll,
  someBoards,
  workBoards,
  workMeetings,
} from './lookups.js';

test('a meeting says its own day, time, place and mode, and items stand in the order of the agenda', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    await meetingOn(write, at, '2026-03-10', { place: 'Elsewhere' });
    const { id } = await meetingOn(write, at, '2026-06-16', { start: '11:00', place: 'Mill Lane', mode: 'hybrid' });
    await recordAgenda(
      write,
      at,
      id,
      agenda({ items: ['1', '2', '3'].map((number) => item(number, `Item ${number}`)) }),
    );
    // However the rows lie.
    await sql`update record.agenda_item set position = -position where meeting = ${id}`.execute(write);
    const { meeting, items } = await meetingRecord(write, at.organisation, id);
    assert.deepEqual(meeting, {
      id,
      slug: '2026-06-16',
      date: '2026-06-16',
      start: '11:00',
      place: 'Mill Lane',
      mode: 'hybrid',
      contact: null,
      notices: [],
      leftovers: [],
      next: null,
      membership: null,
    });
    assert.deepEqual(
      items.map(({ number }) => number),
      ['3', '2', '1'],
    );
  });
});

test('a meeting of another organisation is none of ours', async () => {
  await rolledBack(async (write) => {
    const [at, other] = [await boardOf(write), await boardOf(write)];
    const { id } = await meetingOn(write, at, '2026-06-16');
    const [ann, ben] = [await personOf(write, at, 'Ann Whitcombe'), await personOf(write, at, 'Ben Adeyemi')];
    await recordRoll(write, at, id, {
      attendance: [attended('Ann Whitcombe')],
      substitutions: [{ absent: ann, substitute: ben }],
      declarations: [{ person: ann, item: null, kind: null, nature: null }],
    });
    await assert.rejects(meetingRecord(write, other.organisation, id), { message: 'no result' });
    await assert.rejects(meetingRecord(write, at.organisation, newId()), { message: 'no result' });
    assert.deepEqual(await roll(write, other.organisation, id), {
      attendance: [],
      substitutions: [],
      declarations: [],
    });
  });
});

test('a contact is known by any one of name, address and telephone', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const { id } = await meetingOn(write, at, '2026-06-16');
    const none = { name: null, email: null, phone: null };
    for (const contact of [
      { ...none, name: 'Ola Berg' },
      { ...none, email: 'ola@northmoor.example' },
      { ...none, phone: '020 7946 0009' },
    ]) {
      await recordAgenda(write, at, id, agenda({ contact }));
      assert.deepEqual((await meetingRecord(write, at.organisation, id)).meeting.contact, contact);
    }
    await recordAgenda(write, at, id, agenda({ contact: none }));
    assert.equal((await meetingRecord(write, at.organisation, id)).meeting.contact, null);
  });
});

test('a next meeting is one with a day, and a membership is what the pack printed, be it without a cycle', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const { id } = await meetingOn(write, at, '2026-06-16');
    const membership = { cycle: null, groups: [] };
    await recordAgenda(
      write,
      at,
      id,
      agenda({ next: { date: '2026-09-08', start: null, place: null }, membership, notices: [said('Note')] }),
    );
    const { meeting } = await meetingRecord(write, at.organisation, id);
    assert.deepEqual(
      [meeting.next, meeting.membership],
      [{ date: '2026-09-08', start: null, place: null }, membership],
    );
  });
});

test('attendance stands in the order of the minutes, however the rows lie; a person has a page, a guest has none', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const [own, other] = [await meetingOn(write, at, '2026-03-10'), await meetingOn(write, at, '2026-06-16')];
    const ann = await personOf(write, at, 'Ann Whitcombe');
    await recordRoll(write, at, other.id, rollOf({ attendance: [attended('Somebody else')] }));
    await recordRoll(
      write,
      at,
      own.id,
      rollOf({
        attendance: [
          attended('Zoe Guest', { role: 'Guest', status: 'in attendance', represents: 'NHS', origin: 'clerk' }),
          attended('Cllr A Whitcombe', { person: ann, role: 'Chair', represents: 'Northmoor' }),
          attended('Ben Adeyemi', { status: 'apologies' }),
        ],
      }),
    );
    const names = async () => (await roll(write, at.organisation, own.id)).attendance.map(({ name }) => name);
    assert.deepEqual(await names(), ['Zoe Guest', 'Cllr A Whitcombe', 'Ben Adeyemi']);
    await sql`update record.attendance set position = -position where meeting = ${own.id}`.execute(write);
    assert.deepEqual(await names(), ['Ben Adeyemi', 'Cllr A Whitcombe', 'Zoe Guest']);
    assert.deepEqual((await roll(write, at.organisation, own.id)).attendance, [
      { role: 'Member', status: 'apologies', name: 'Ben Adeyemi', represents: null, origin: 'source', slug: null },
      {
        role: 'Chair',
        status: 'present',
        name: 'Cllr A Whitcombe',
        represents: 'Northmoor',
        origin: 'source',
        slug: 'ann-whitcombe',
      },
      { role: 'Guest', status: 'in attendance', name: 'Zoe Guest', represents: 'NHS', origin: 'clerk', slug: null },
    ]);
  });
});

test('substitutions stand by who stood in and for whom; what nobody stated is null', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const [own, other] = [await meetingOn(write, at, '2026-03-10'), await meetingOn(write, at, '2026-06-16')];
    const [ann, ben] = [await personOf(write, at, 'Ann Whitcombe'), await personOf(write, at, 'Ben Adeyemi', null)];
    const [cai, dee] = [await personOf(write, at, 'Cai Rhys'), await personOf(write, at, 'Dilys Pugh')];
    await recordRoll(write, at, other.id, rollOf({ substitutions: [{ absent: ann, substitute: null }] }));
    await recordRoll(
      write,
      at,
      own.id,
      rollOf({
        substitutions: [
          { absent: dee, substitute: null },
          { absent: ann, substitute: null },
          { absent: ben, substitute: cai },
          { absent: null, substitute: ben },
        ],
      }),
    );
    assert.deepEqual((await roll(write, at.organisation, own.id)).substitutions, [
      { absent: null, substitute: 'Ben Adeyemi' },
      { absent: 'Ben Adeyemi', substitute: 'Cllr Cai Rhys' },
      { absent: 'Cllr Ann Whitcombe', substitute: null },
      { absent: 'Cllr Dilys Pugh', substitute: null },
    ]);
  });
});

test('declarations stand by name, and those of one person in one order however they were recorded', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const [own, other] = [await meetingOn(write, at, '2026-03-10'), await meetingOn(write, at, '2026-06-16')];
    const [ann, ben] = [await personOf(write, at, 'Ann Whitcombe'), await personOf(write, at, 'Ben Adeyemi', null)];
    await recordRoll(
      write,
      at,
      other.id,
      rollOf({ declarations: [{ person: ann, item: '9', kind: null, nature: null }] }),
    );
    const declarations = [
      { person: ben, item: null, kind: null, nature: 'Governor' },
      { person: ann, item: '4', kind: 'pecuniary', nature: 'Owns a bus' },
      { person: ann, item: '3', kind: 'pecuniary', nature: 'Owns a bus' },
      { person: ann, item: '3', kind: 'non-pecuniary', nature: 'Rides a bus' },
      { person: ann, item: '3', kind: 'non-pecuniary', nature: 'Drives a bus' },
    ];
    // By the name, whatever the address.
    await sql`update record.person set slug = 'cllr-ann' where id = ${ann}`.execute(write);
    const a = { name: 'Cllr Ann Whitcombe', slug: 'cllr-ann' };
    for (const given of [declarations, declarations.toReversed()]) {
      await recordRoll(write, at, own.id, rollOf({ declarations: given }));
      assert.deepEqual((await roll(write, at.organisation, own.id)).declarations, [
        { ...a, item: '3', kind: 'non-pecuniary', nature: 'Drives a bus' },
        { ...a, item: '3', kind: 'non-pecuniary', nature: 'Rides a bus' },
        { ...a, item: '3', kind: 'pecuniary', nature: 'Owns a bus' },
        { ...a, item: '4', kind: 'pecuniary', nature: 'Owns a bus' },
        { name: 'Ben Adeyemi', slug: 'ben-adeyemi', item: null, kind: null, nature: 'Governor' },
      ]);
    }
  });
});

test('a clerk has the boards of the organisation by name, and is told which of them readers know', async () => {
  await rolledBack(async (write) => {
    const youth = await boardOf(write, 'Youth Board');
    const audit = await boardOf(write, 'Audit Committee', youth.organisation);
    const other = await boardOf(write, 'Board of Others');
    await publicBoard(write, youth.slug, 'Youth Board');
    const shown = { id: youth.board, slug: youth.slug, name: 'Youth Board', isPublished: true };
    const hidden = { id: audit.board, slug: audit.slug, name: 'Audit Committee', isPublished: false };
    assert.deepEqual(await workBoards(write, youth.organisation), [hidden, shown]);
    assert.deepEqual(await workBoards(write, youth.organisation, youth.slug), [shown]);
    assert.deepEqual(await workBoards(write, youth.organisation, other.slug), []);
  });
});

test('a clerk has the meetings of one board or of all, the latest first', async () => {
  await rolledBack(async (write) => {
    const youth = await boardOf(write, 'Youth Board');
    const audit = await boardOf(write, 'Audit Committee', youth.organisation);
    const other = await boardOf(write, 'Youth Board');
    const plain = { place: null, start: null, mode: null };
    const made = await meetingOn(write, youth, '2026-06-16', { start: '11:00', place: 'Mill Lane', mode: 'remote' });
    await meetingOn(write, audit, '2026-09-08');
    await meetingOn(write, youth, '2026-03-10');
    await meetingOn(write, other, '2026-12-01');
    await sql`insert into record.meeting (organisation, board, id, slug, date)
      values (${youth.organisation}, ${youth.board}, ${newId()}, '2026-06-16-2', '2026-06-16'),
        (${youth.organisation}, ${youth.board}, ${newId()}, 'the-first', '2026-01-05')`.execute(write);
    const slugs = async (board: string | null = null) =>
      (await workMeetings(write, youth.organisation, board)).map(({ slug }) => slug);
    assert.deepEqual(await slugs(), ['2026-09-08', '2026-06-16-2', '2026-06-16', '2026-03-10', 'the-first']);
    assert.deepEqual(await slugs(youth.slug), ['2026-06-16-2', '2026-06-16', '2026-03-10', 'the-first']);
    assert.deepEqual(await slugs(audit.slug), ['2026-09-08']);
    assert.deepEqual(await slugs(other.slug), []);
    const of = {
      organisation: youth.organisation,
      board: youth.board,
      boardSlug: youth.slug,
      boardName: 'Youth Board',
    };
    const found = (await workMeetings(write, youth.organisation, youth.slug))[1];
    assert.deepEqual(found, {
      ...of,
      ...plain,
      id: made.id,
      slug: '2026-06-16',
      date: '2026-06-16',
      start: '11:00',
      place: 'Mill Lane',
      mode: 'remote',
      state: 'planned',
    });
  });
});

test('the boards of an organisation stand by name, page by page, two of one name in the order of their making', async () => {
  await rolledBack(async (write) => {
    const { organisation } = await boardOf(write, 'Youth Board');
    await boardOf(write, 'Early Years Panel');
    for (const name of ['Audit Committee', 'Health Board', 'Zoo Panel']) await boardOf(write, name, organisation);
    await sql`insert into record.board (organisation, id, slug, name)
      values (${organisation}, ${newId(new Date('2020-01-01'))}, 'health-first', 'Health Board')`.execute(write);
    const list = (place: object) => someBoards(write, organisation, place, 2);
    assert.deepEqual(await pagesOf(list, ({ slug }) => slug), [
      ['audit-committee', 'health-first'],
      ['health-board', 'youth-board'],
      ['zoo-panel'],
    ]);
    const [first] = (await list({})).rows;
    assert.deepEqual(Object.keys(first ?? {}).toSorted(), ['id', 'name', 'slug']);
  });
});

test('the meetings of a board stand latest first, page by page, and are its own', async () => {
  await rolledBack(async (write) => {
    const youth = await boardOf(write, 'Youth Board');
    const audit = await boardOf(write, 'Audit Committee', youth.organisation);
    await meetingOn(write, audit, '2026-05-05');
    for (const date of ['2026-06-16', '2026-01-20', '2026-09-08', '2026-03-10'])
      await meetingOn(write, youth, date, { start: '11:00', place: 'Mill Lane' });
    await sql`insert into record.meeting (organisation, board, id, slug, date)
      values (${youth.organisation}, ${youth.board}, ${newId()}, '2026-03-10-2', '2026-03-10')`.execute(write);
    const list = (place: object) => meetingsOfBoard(write, youth.organisation, youth.board, place, 2);
    assert.deepEqual(await pagesOf(list, ({ slug }) => slug), [
      ['2026-09-08', '2026-06-16'],
      ['2026-03-10-2', '2026-03-10'],
      ['2026-01-20'],
    ]);
    const line = { slug: '2026-09-08', date: '2026-09-08', start: '11:00', place: 'Mill Lane', state: 'planned' };
    assert.deepEqual((await list({})).rows[0], { board: youth.board, ...line });
    const { organisation } = await boardOf(write, 'Other');
    assert.deepEqual((await meetingsOfBoard(write, organisation, youth.board, {}, 9)).rows, []);
  });
});

test('around a day each board has its next meetings, the soonest first, and its last, the latest first', async () => {
  await rolledBack(async (write) => {
    const youth = await boardOf(write, 'Youth Board');
    const { organisation } = youth;
    const audit = await boardOf(write, 'Audit Committee', organisation);
    const zoo = await boardOf(write, 'Zoo Panel', organisation);
    for (const day of ['02', '10', '04', '01', '03', '05']) await meetingOn(write, youth, `2026-03-${day}`);
    await meetingOn(write, youth, '2026-02-27');
    for (const date of ['2026-03-20', '2026-02-01']) await meetingOn(write, audit, date);
    await meetingOn(write, zoo, '2026-03-02');
    await sql`insert into record.meeting (organisation, board, id, slug, date) values
      (${organisation}, ${youth.board}, ${newId()}, '2026-03-02-2', '2026-03-02'),
      (${organisation}, ${youth.board}, ${newId()}, '2026-03-01-2', '2026-03-01')`.execute(write);
    const around = async (boards: readonly string[], coming: number, past: number, of = organisation) =>
      (await meetingsAround(write, of, boards, '2026-03-02', { coming, past })).map(
        ({ board, slug }) =>
          `${board === youth.board ? 'youth' : board === audit.board ? 'audit' : 'zoo'} ${slug.slice(5)}`,
      );
    assert.deepEqual(await around([youth.board, audit.board], 9, 9), [
      'youth 03-02',
      'youth 03-02-2',
      'youth 03-03',
      'youth 03-04',
      'youth 03-05',
      'youth 03-10',
      'youth 03-01-2',
      'youth 03-01',
      'youth 02-27',
      'audit 03-20',
      'audit 02-01',
    ]);
    assert.deepEqual(await around([audit.board, youth.board], 2, 1), [
      'audit 03-20',
      'audit 02-01',
      'youth 03-02',
      'youth 03-02-2',
      'youth 03-01-2',
    ]);
    assert.deepEqual(await around([], 9, 9), []);
    assert.deepEqual(await around([youth.board], 9, 9, (await boardOf(write, 'Other')).organisation), []);
    const [line] = await meetingsAround(write, organisation, [zoo.board], '2026-03-02', { coming: 1, past: 0 });
    const rest = { slug: '2026-03-02', date: '2026-03-02', start: null, place: null, state: 'planned' };
    assert.deepEqual(line, { board: zoo.board, ...rest });
  });
});
