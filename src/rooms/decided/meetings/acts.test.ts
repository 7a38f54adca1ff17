/** What happens to a meeting: announced, recorded with its agenda, and closed by its roll. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Write } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { type BoardAt, boardOf, personOf, publicBoard, saidWithdrawn } from '#test/boards.js';
import { rolledBack } from '#test/house.js';
import { recordAgenda, recordAgendaItem, recordComing, recordMeeting, recordRoll } from './acts.js';
import { agenda, attended, item, meetingOn, rollOf, said } from './fixtures.js';
import { meetingRecord, roll, workBoards } from './lookups.js';

/** "2026-06-16 11:00 Mill Lane, hybrid: planned": the meetings of a board as the record has them. */
async function meetingsOf(write: Write, { board }: Pick<BoardAt, 'board'>): Promise<readonly string[]> {
  const { rows } = await sql<{ line: string }>`
    select slug || coalesce(' ' || start, '') || coalesce(' ' || place, '') || coalesce(', ' || mode, '') || ': ' || state
        || case when by_clerk then ', by the clerk' else '' end as line
      from record.meeting where board = ${board} order by slug`.execute(write);
  return rows.map(({ line }) => line);
}

/** "1 Welcome": the agenda of a meeting in its order. */
async function itemsOf(write: Write, meeting: string): Promise<readonly string[]> {
  const { rows } = await sql<{ line: string }>`
    select position || ': ' || number || ' ' || title as line
      from record.agenda_item where meeting = ${meeting} order by position, number`.execute(write);
  return rows.map(({ line }) => line);
}

test('a board has one meeting on a day: what a paper gives takes the place of what was known, the rest stays', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const first = await meetingOn(write, at, '2026-06-16', { start: '11:00', place: 'Mill Lane', mode: 'hybrid' });
    assert.equal(first.slug, '2026-06-16');
    assert.deepEqual(await meetingOn(write, at, '2026-06-16', { start: '10:30' }), first);
    assert.deepEqual(await meetingsOf(write, at), ['2026-06-16 10:30 Mill Lane, hybrid: planned']);
    await meetingOn(write, at, '2026-06-16', { place: 'Town Hall', mode: 'remote' });
    assert.deepEqual(await meetingsOf(write, at), ['2026-06-16 10:30 Town Hall, remote: planned']);
  });
});

test('meetings of other days, other boards and other organisations are others', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const boards = [at, await boardOf(write, 'Audit Committee', at.organisation), await boardOf(write)];
    const made = [];
    for (const one of boards)
      for (const date of ['2026-06-16', '2026-06-17']) made.push((await meetingOn(write, one, date)).id);
    assert.equal(new Set(made).size, 6);
    await meetingOn(write, at, '2026-06-16', { start: '10:30', place: 'Mill Lane' });
    assert.deepEqual(await meetingsOf(write, at), ['2026-06-16 10:30 Mill Lane: planned', '2026-06-17: planned']);
    for (const other of boards.slice(1))
      assert.deepEqual(await meetingsOf(write, other), ['2026-06-16: planned', '2026-06-17: planned']);
    // The board of another organisation cannot be meant: the day is not found there, and the database refuses a new one.
    const elsewhere = { organisation: boards[2]?.organisation ?? '', board: at.board };
    await assert.rejects(meetingOn(write, elsewhere, '2026-06-16', { place: 'Nowhere' }), { code: '23503' });
  });
});

test('where two meetings of one day are known, the start tells which is meant; without it the first is', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const first = await meetingOn(write, at, '2026-06-16', { start: '09:00' });
    // Its id is the lower one, as if it had been recorded before.
    const second = newId(new Date('2020-01-01'));
    await sql`insert into record.meeting (organisation, board, id, slug, date, start)
      values (${at.organisation}, ${at.board}, ${second}, '2026-06-16-2', '2026-06-16', '14:00')`.execute(write);
    // However the rows lie.
    await sql`update record.meeting set place = 'Mill Lane' where id = ${first.id}`.execute(write);
    assert.equal((await meetingOn(write, at, '2026-06-16', { start: '14:00', place: 'Town Hall' })).id, second);
    assert.equal((await meetingOn(write, at, '2026-06-16')).id, first.id);
    assert.deepEqual(await meetingsOf(write, at), [
      '2026-06-16 09:00 Mill Lane: planned',
      '2026-06-16-2 14:00 Town Hall: planned',
    ]);
  });
});

const coming = { date: '2026-06-16', start: '11:00', place: 'Mill Lane', mode: 'hybrid' } as const;
const who = ({ organisation }: BoardAt, now = new Date('2026-03-02T10:00:00Z')) => ({
  organisation,
  account: newId(),
  now,
});
const boardAt = ({ board, slug }: BoardAt, isPublished = false) => ({
  id: board,
  slug,
  name: 'Youth Board',
  isPublished,
});

test('a clerk announces a coming meeting, and the journal says so', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const clerk = who(at);
    assert.deepEqual(await recordComing(write, clerk, boardAt(at), coming), {
      ok: true,
      value: { slug: '2026-06-16' },
    });
    assert.deepEqual(await meetingsOf(write, at), ['2026-06-16 11:00 Mill Lane, hybrid: planned, by the clerk']);
    const { rows: meetings } = await sql<{
      id: string;
    }>`select id from record.meeting where board = ${at.board}`.execute(write);
    const { rows } =
      await sql<object>`select scope, number, at, who, verb, kind, thing, why, detail from kit.journal`.execute(write);
    assert.deepEqual(rows, [
      {
        scope: at.organisation,
        number: 1,
        at: clerk.now,
        who: clerk.account,
        verb: 'record',
        kind: 'meeting',
        thing: meetings[0]?.id,
        why: null,
        detail: { board: at.slug, date: '2026-06-16' },
      },
    ]);
    const { meeting } = await meetingRecord(write, at.organisation, meetings[0]?.id ?? '');
    assert.deepEqual([meeting.notices, meeting.leftovers, meeting.membership, meeting.next], [[], [], null, null]);
  });
});

test('today may still be announced, yesterday not; today is London’s', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const late = who(at, new Date('2026-06-15T23:30:00Z'));
    assert.deepEqual(await recordComing(write, late, boardAt(at), { ...coming, date: '2026-06-15' }), {
      ok: false,
      problem: { code: 'date passed' },
    });
    assert.equal((await recordComing(write, late, boardAt(at), { ...coming, date: '2026-06-16' })).ok, true);
    assert.deepEqual(await meetingsOf(write, at), ['2026-06-16 11:00 Mill Lane, hybrid: planned, by the clerk']);
  });
});

test('a day on which the board meets already is not announced again; the refusal names the meeting', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const others = [await boardOf(write, 'Audit Committee', at.organisation), await boardOf(write)];
    await sql`insert into record.meeting (organisation, board, id, slug, date) values
      (${at.organisation}, ${at.board}, ${newId(new Date('2020-01-01'))}, '2026-06-16-3', '2026-06-16'),
      (${at.organisation}, ${at.board}, ${newId()}, '2026-06-16-2', '2026-06-16')`.execute(write);
    assert.deepEqual(await recordComing(write, who(at), boardAt(at), coming), {
      ok: false,
      problem: { code: 'known already', slug: '2026-06-16-2' },
    });
    // Another day with the same address: somebody was faster.
    await sql`insert into record.meeting (organisation, board, id, slug, date)
      values (${at.organisation}, ${at.board}, ${newId()}, '2026-06-18', '2026-06-19')`.execute(write);
    assert.deepEqual(await recordComing(write, who(at), boardAt(at), { ...coming, date: '2026-06-18' }), {
      ok: false,
      problem: { code: 'known already', slug: '2026-06-18' },
    });
    assert.equal((await sql`select from kit.journal`.execute(write)).rows.length, 0);
    // Other boards may meet on that day, and this one on another.
    for (const other of others) assert.equal((await recordComing(write, who(other), boardAt(other), coming)).ok, true);
    assert.equal((await recordComing(write, who(at), boardAt(at), { ...coming, date: '2026-06-17' })).ok, true);
  });
});

test('readers who know the board find the announced meeting; of a board that they do not know they find nothing', async () => {
  await rolledBack(async (write) => {
    const [at, hidden] = [await boardOf(write, 'Youth Board'), await boardOf(write, 'Audit Committee')];
    await publicBoard(write, at.slug, 'Youth Board');
    const seen = async () =>
      (await sql<object>`select * from published.meeting order by board, slug`.execute(write)).rows;
    const revision = async () =>
      Number((await sql<{ number: string }>`select number from published.revision`.execute(write)).rows[0]?.number);
    const before = await revision();
    const clerk = who(at);
    await recordComing(write, who(hidden), boardAt(hidden), coming);
    assert.deepEqual([await seen(), await revision()], [[], before]);
    await recordComing(write, clerk, boardAt(at, true), coming);
    const row = {
      board: at.slug,
      slug: '2026-06-16',
      board_name: 'Youth Board',
      ...coming,
      state: 'planned',
      pack: null,
      minutes: null,
    };
    assert.deepEqual(await seen(), [{ ...row, changed_at: clerk.now }]);
    assert.equal(await revision(), before + 1);
  });
});

test('a meeting that readers have already, from a paper of another, takes what the clerk says of it', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write, 'Youth Board');
    await publicBoard(write, at.slug, 'Youth Board');
    await sql`insert into published.meeting (board, slug, board_name, date, place, state, changed_at)
      values (${at.slug}, '2026-06-16', 'Youth Board', '2026-06-16', 'To be said', 'postponed', '2026-01-01T09:00Z')`.execute(
      write,
    );
    const clerk = who(at);
    await recordComing(write, clerk, boardAt(at, true), coming);
    const { rows } = await sql<object>`select start, place, mode, state, changed_at from published.meeting`.execute(
      write,
    );
    assert.deepEqual(rows, [
      { start: '11:00', place: 'Mill Lane', mode: 'hybrid', state: 'postponed', changed_at: clerk.now },
    ]);
  });
});

test('a meeting that was withdrawn is announced again: it is the same one, at its address, with what is said now', async () => {
  await rolledBack(async (write) => {
    const [at, other] = [await boardOf(write, 'Youth Board'), await boardOf(write, 'Audit Committee')];
    await publicBoard(write, at.slug, 'Youth Board');
    for (const one of [at, other]) for (const date of ['2026-06-16', '2026-06-17']) await meetingOn(write, one, date);
    const { id } = await meetingOn(write, at, '2026-06-16');
    const addressOf = (of: BoardAt, date: string) => `/boards/${of.slug}/meetings/${date}`;
    for (const [of, date] of [
      [at, '2026-06-16'],
      [other, '2026-06-17'],
    ] as const)
      await saidWithdrawn(write, 'meeting', `${of.slug}/${date}`, addressOf(of, date));
    const clerk = who(at);
    assert.deepEqual(await recordComing(write, clerk, boardAt(at, true), coming), {
      ok: true,
      value: { slug: '2026-06-16' },
    });
    assert.deepEqual(await meetingsOf(write, at), [
      '2026-06-16 11:00 Mill Lane, hybrid: planned, by the clerk',
      '2026-06-17: planned',
    ]);
    assert.deepEqual(await meetingsOf(write, other), ['2026-06-16: planned', '2026-06-17: planned']);
    const gone = await sql<{ address: string }>`select address from published.withdrawal`.execute(write);
    assert.deepEqual(
      gone.rows.map(({ address }) => address),
      [addressOf(other, '2026-06-17')],
    );
    const shown = await sql<object>`select slug, start, state from published.meeting`.execute(write);
    assert.deepEqual(shown.rows, [{ slug: '2026-06-16', start: '11:00', state: 'planned' }]);
    const lines = await sql<object>`select scope, at, who, verb, kind, thing, detail from kit.journal`.execute(write);
    const detail = { board: at.slug, date: '2026-06-16', again: true };
    const line = {
      scope: at.organisation,
      at: clerk.now,
      who: clerk.account,
      verb: 'record',
      kind: 'meeting',
      thing: id,
      detail,
    };
    assert.deepEqual(lines.rows, [line]);
    // Announced and not withdrawn, it is known.
    const again = await recordComing(write, clerk, boardAt(at, true), coming);
    assert.deepEqual(again, { ok: false, problem: { code: 'known already', slug: '2026-06-16' } });
  });
});

test('an item that is put on an agenda comes last, under the next number', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const [own, other] = [await meetingOn(write, at, '2026-06-16'), await meetingOn(write, at, '2026-09-08')];
    for (const number of ['1', '2', '3'])
      await recordAgendaItem(write, { ...at, id: other.id }, { title: number, text: 'x' });
    await recordAgendaItem(write, { ...at, id: own.id }, { title: 'A promise', text: 'Was due on 1 May 2026.' });
    await recordAgendaItem(write, { ...at, id: own.id }, { title: 'Another', text: '' });
    assert.deepEqual(await itemsOf(write, own.id), ['0: 1 A promise', '1: 2 Another']);
    const { items } = await meetingRecord(write, at.organisation, own.id);
    const [first] = items;
    assert.deepEqual(first, {
      id: first?.id,
      number: '1',
      title: 'A promise',
      purpose: 'discussion',
      delivery: 'none',
      text: [said('Was due on 1 May 2026.')],
    });
    // Behind a gap the last position counts, not how many there are.
    await sql`update record.agenda_item set position = 7 where id = ${items[1]?.id}`.execute(write);
    await recordAgendaItem(write, { ...at, id: own.id }, { title: 'The last', text: 'x' });
    assert.deepEqual(await itemsOf(write, own.id), ['0: 1 A promise', '7: 2 Another', '8: 9 The last']);
  });
});

test('an agenda takes the place of the one before, with all that surrounds it', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const [own, other] = [await meetingOn(write, at, '2026-06-16'), await meetingOn(write, at, '2026-03-10')];
    const group = { name: 'Moor', seats: 2, office: null, members: [], substitutes: [] };
    await recordAgenda(
      write,
      at,
      other.id,
      agenda({ items: [item('1', 'Elsewhere')], notices: [said('Another notice.')] }),
    );
    const ids = await recordAgenda(
      write,
      at,
      own.id,
      agenda({
        contact: { name: 'Ola Berg', email: 'ola@northmoor.example', phone: '020 7946 0009' },
        notices: [said('The lift is out of order.')],
        leftovers: [said('Printed on both sides.')],
        membership: { cycle: '2025/26', groups: [group] },
        next: { date: '2026-09-08', start: '10:30', place: 'Town Hall' },
        items: [
          item('1', 'Welcome'),
          item('2a', 'Late buses', {
            purpose: 'decision',
            delivery: 'attached',
            text: [said('Report of the Director.')],
          }),
        ],
      }),
    );
    assert.deepEqual(await meetingRecord(write, at.organisation, own.id), {
      meeting: {
        id: own.id,
        slug: '2026-06-16',
        date: '2026-06-16',
        start: null,
        place: null,
        mode: null,
        contact: { name: 'Ola Berg', email: 'ola@northmoor.example', phone: '020 7946 0009' },
        notices: [said('The lift is out of order.')],
        leftovers: [said('Printed on both sides.')],
        next: { date: '2026-09-08', start: '10:30', place: 'Town Hall' },
        membership: { cycle: '2025/26', groups: [group] },
      },
      items: [
        { id: ids[0], number: '1', title: 'Welcome', purpose: null, delivery: 'none', text: [] },
        {
          id: ids[1],
          number: '2a',
          title: 'Late buses',
          purpose: 'decision',
          delivery: 'attached',
          text: [said('Report of the Director.')],
        },
      ],
    });
    assert.deepEqual(await meetingsOf(write, at), ['2026-03-10: agenda published', '2026-06-16: agenda published']);
    await recordAgenda(write, at, own.id, agenda({ items: [item('1', 'Only this')] }));
    const { meeting, items } = await meetingRecord(write, at.organisation, own.id);
    assert.deepEqual(
      [meeting.contact, meeting.notices, meeting.leftovers, meeting.next, meeting.membership],
      [null, [], [], null, null],
    );
    assert.deepEqual(
      items.map(({ title }) => title),
      ['Only this'],
    );
    assert.deepEqual(await recordAgenda(write, at, own.id, agenda()), []);
    assert.deepEqual(await itemsOf(write, own.id), []);
    const elsewhere = await meetingRecord(write, at.organisation, other.id);
    assert.deepEqual([elsewhere.items.length, elsewhere.meeting.notices], [1, [said('Another notice.')]]);
  });
});

test('another organisation’s hand leaves an agenda and a roll as they are', async () => {
  await rolledBack(async (write) => {
    const [at, other] = [await boardOf(write), await boardOf(write)];
    const { id } = await meetingOn(write, at, '2026-06-16', { start: '11:00' });
    await recordAgenda(
      write,
      at,
      id,
      agenda({ items: [item('1', 'Welcome')], next: { date: '2026-09-08', start: null, place: null } }),
    );
    await meetingOn(write, at, '2026-09-08');
    await recordRoll(write, at, id, rollOf({ attendance: [attended('Ann Whitcombe')] }));
    const known = [
      await meetingsOf(write, at),
      await meetingRecord(write, at.organisation, id),
      await roll(write, at.organisation, id),
    ];
    await recordAgenda(write, other, id, agenda());
    await recordRoll(write, other, id, rollOf());
    assert.deepEqual(
      [
        await meetingsOf(write, at),
        await meetingRecord(write, at.organisation, id),
        await roll(write, at.organisation, id),
      ],
      known,
    );
  });
});

test('a day that was only announced, and is now announced as another, was never a meeting', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const others = [await boardOf(write, 'Audit Committee', at.organisation), await boardOf(write)];
    const announced = (date: string) => agenda({ next: { date, start: null, place: null } });
    for (const one of [at, ...others]) {
      const { id } = await meetingOn(write, one, '2026-03-10');
      await recordAgenda(write, one, id, announced('2026-06-16'));
      await meetingOn(write, one, '2026-06-16');
      await meetingOn(write, one, '2026-06-30');
    }
    const { id } = await meetingOn(write, at, '2026-03-10');
    const rest = ['2026-03-10: agenda published', '2026-06-16: planned', '2026-06-30: planned'];
    // Announced once more as it was: nothing goes.
    await recordAgenda(write, at, id, announced('2026-06-16'));
    assert.deepEqual(await meetingsOf(write, at), rest);
    await recordAgenda(write, at, id, announced('2026-06-23'));
    assert.deepEqual(await meetingsOf(write, at), ['2026-03-10: agenda published', '2026-06-30: planned']);
    for (const other of others) assert.deepEqual(await meetingsOf(write, other), rest);
    // An agenda that announces nothing takes the announced day away, too.
    await meetingOn(write, at, '2026-06-23');
    await recordAgenda(write, at, id, agenda());
    assert.deepEqual(await meetingsOf(write, at), ['2026-03-10: agenda published', '2026-06-30: planned']);
  });
});

test('an announced day stays where there is more of it than the announcement', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const { id } = await meetingOn(write, at, '2026-03-10');
    const announced = (date: string) => agenda({ next: { date, start: null, place: null } });
    const moved = async (date: string) => {
      await recordAgenda(write, at, id, announced(date));
      await recordAgenda(write, at, id, announced('2026-12-01'));
      return (await meetingsOf(write, at)).filter((line) => line.startsWith(date));
    };
    // The clerk announced it.
    await recordComing(write, who(at), boardAt(at), { ...coming, date: '2026-06-01' });
    assert.deepEqual(await moved('2026-06-01'), ['2026-06-01 11:00 Mill Lane, hybrid: planned, by the clerk']);
    // Something is on its agenda; that another meeting has an agenda counts for nothing.
    const busy = await meetingOn(write, at, '2026-06-02');
    await recordAgendaItem(write, { ...at, id: busy.id }, { title: 'Late buses', text: '' });
    assert.deepEqual(await moved('2026-06-02'), ['2026-06-02: planned']);
    await meetingOn(write, at, '2026-06-03');
    assert.deepEqual(await moved('2026-06-03'), []);
    // It was held.
    const held = await meetingOn(write, at, '2026-06-04');
    await recordRoll(write, at, held.id, rollOf());
    assert.deepEqual(await moved('2026-06-04'), ['2026-06-04: closed']);
  });
});

test('an announced day stays where the paper of another meeting announces it, too', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const other = await boardOf(write, 'Audit Committee', at.organisation);
    const announced = (date: string) => agenda({ next: { date, start: null, place: null } });
    const [january, february] = [await meetingOn(write, at, '2026-01-20'), await meetingOn(write, at, '2026-02-10')];
    await meetingOn(write, at, '2026-03-10');
    for (const { id } of [january, february]) await recordAgenda(write, at, id, announced('2026-03-10'));
    await recordAgenda(write, at, january.id, announced('2026-02-10'));
    assert.equal((await meetingsOf(write, at)).at(-1), '2026-03-10: planned');
    await recordAgenda(write, at, february.id, announced('2026-04-14'));
    assert.equal((await meetingsOf(write, at)).at(-1), '2026-02-10: agenda published');
    // What another board announces counts for nothing.
    const elsewhere = await meetingOn(write, other, '2026-01-20');
    await recordAgenda(write, other, elsewhere.id, announced('2026-04-14'));
    await meetingOn(write, at, '2026-04-14');
    await recordAgenda(write, at, february.id, agenda());
    assert.equal((await meetingsOf(write, at)).at(-1), '2026-02-10: agenda published');
  });
});

test('a corrected agenda does not open a meeting again that was closed', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const { id } = await meetingOn(write, at, '2026-03-10');
    await recordAgenda(write, at, id, agenda({ items: [item('1', 'Welcome')] }));
    await recordRoll(write, at, id, rollOf());
    await recordAgenda(write, at, id, agenda({ items: [item('1', 'Welcome and apologies')] }));
    assert.deepEqual(await meetingsOf(write, at), ['2026-03-10: closed']);
  });
});

test('a roll takes the place of the one before and closes the meeting, and no other', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const [own, other] = [await meetingOn(write, at, '2026-03-10'), await meetingOn(write, at, '2026-06-16')];
    const [ann, ben] = [await personOf(write, at, 'Ann Whitcombe'), await personOf(write, at, 'Ben Adeyemi', null)];
    const full = rollOf({
      attendance: [
        attended('Cllr A Whitcombe', { person: ann, role: 'Chair' }),
        attended('Zoe Guest', { role: 'Guest', status: 'in attendance', represents: 'NHS', origin: 'clerk' }),
      ],
      substitutions: [{ absent: ann, substitute: ben }],
      declarations: [{ person: ben, item: '3', kind: 'pecuniary', nature: 'Owns a bus' }],
    });
    for (const { id } of [own, other]) await recordRoll(write, at, id, full);
    assert.deepEqual(await meetingsOf(write, at), ['2026-03-10: closed', '2026-06-16: closed']);
    const said = {
      attendance: [
        {
          role: 'Chair',
          status: 'present',
          name: 'Cllr A Whitcombe',
          represents: null,
          origin: 'source',
          slug: 'ann-whitcombe',
        },
        { role: 'Guest', status: 'in attendance', name: 'Zoe Guest', represents: 'NHS', origin: 'clerk', slug: null },
      ],
      substitutions: [{ absent: 'Cllr Ann Whitcombe', substitute: 'Ben Adeyemi' }],
      declarations: [{ name: 'Ben Adeyemi', slug: 'ben-adeyemi', item: '3', kind: 'pecuniary', nature: 'Owns a bus' }],
    };
    assert.deepEqual(await roll(write, at.organisation, own.id), said);
    await recordRoll(write, at, own.id, rollOf({ attendance: [attended('Ann Whitcombe')] }));
    const { attendance, substitutions, declarations } = await roll(write, at.organisation, own.id);
    assert.deepEqual([attendance.map(({ name }) => name), substitutions, declarations], [['Ann Whitcombe'], [], []]);
    await recordRoll(write, at, own.id, rollOf());
    assert.deepEqual(await roll(write, at.organisation, own.id), {
      attendance: [],
      substitutions: [],
      declarations: [],
    });
    assert.deepEqual(await roll(write, at.organisation, other.id), said);
  });
});

test('a roll closes its own meeting alone', async () => {
  await rolledBack(async (write) => {
    const at = await boardOf(write);
    const own = await recordMeeting(write, at, { ...coming, date: '2026-03-10' });
    await meetingOn(write, at, '2026-06-16');
    await recordRoll(write, at, own.id, rollOf());
    assert.deepEqual(await meetingsOf(write, at), [
      '2026-03-10 11:00 Mill Lane, hybrid: closed',
      '2026-06-16: planned',
    ]);
    const [board] = await workBoards(write, at.organisation);
    assert.equal(board?.slug, at.slug);
  });
});

test('at the work gate a clerk announces meetings of the boards in sight, and of no other', async () => {
  await rolledBack(async (write, { gates }) => {
    const at = await boardOf(write);
    const audit = await boardOf(write, 'Audit Committee', at.organisation);
    const other = await boardOf(write);
    const clerk = who(at);
    const standing = { account: clerk.account, organisation: at.organisation, boards: [at.board] };
    const announce = (of: BoardAt) =>
      gates.work.write(standing, (inside) => recordComing(inside, clerk, boardAt(of), coming));
    assert.equal((await announce(at)).ok, true);
    for (const hidden of [audit, other]) {
      await assert.rejects(announce(hidden), (error: { code?: string }) =>
        ['23503', '42501'].includes(error.code ?? ''),
      );
      assert.deepEqual(await meetingsOf(write, hidden), []);
    }
    const { rows } = await sql<{ thing: string }>`select thing from kit.journal`.execute(write);
    assert.equal(rows.length, 1);
  });
});
