import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nobody, type Standing } from '#kit/db/gate.js';
import { newId } from '#kit/id.js';
import { recordBoard } from '#rooms/decided/boards/index.js';
import { recordAgenda, recordComing, recordMeeting, workBoards, workMeetings } from '#rooms/decided/meetings/index.js';
import { rolledBack } from '#test/house.js';
import { body } from '#test/leads.js';
import { promiseRecord } from './lookups.js';
import { publishedPromise, suggestionsFor, promisesTakenUp } from './published.js';
import { openSuggestions, recordSetAside, recordTakenUp, suggestionsAt } from './suggestions.js';
import { agreed, saidYes, lines, seen } from './test/promise-agreed.js';

const refused = { code: '42501' };

test('a meeting that the clerk works on outlives the paper that announced it', async () => {
  await rolledBack(async (write, { gates }) => {
    const [school, council] = [await body(write, gates, 'school'), await body(write, gates, 'authority')];
    const board = await council.act('2026-01-05', (inside, who) =>
      recordBoard(inside, who.organisation, `Panel ${council.slug}`),
    );
    const late = await agreed(school, { board: board.slug, due: '2026-11-01' });
    await saidYes(council);
    const where = { organisation: council.id, board: board.id };
    const paper = { contact: null, notices: [], leftovers: [], membership: null, items: [] };
    const mentioned = (date: string) => ({ date, start: null, place: null, mode: null });
    const first = await council.act('2026-12-01', async (inside) => {
      const { id } = await recordMeeting(inside, where, mentioned('2026-12-10'));
      await recordAgenda(inside, where, id, { ...paper, next: mentioned('2027-02-01') });
      await recordMeeting(inside, where, mentioned('2027-02-01'));
      return id;
    });
    const days = () =>
      council.act('2026-12-11', async (inside) =>
        (await workMeetings(inside, council.id, board.slug)).map(({ date }) => date),
      );
    // Announced only: another day takes its place.
    await council.act('2026-12-11', async (inside) => {
      await recordAgenda(inside, where, first, { ...paper, next: mentioned('2027-02-08') });
      await recordMeeting(inside, where, mentioned('2027-02-08'));
    });
    assert.deepEqual(await days(), ['2027-02-08', '2026-12-10']);
    const [february] = await council.act('2026-12-11', (inside) => workMeetings(inside, council.id, board.slug));
    assert.ok(february);
    assert.equal(
      (await council.act('2026-12-11', (inside, who) => recordSetAside(inside, who, february, late.id, 'Not yet.'))).ok,
      true,
    );
    await council.act('2026-12-12', (inside) =>
      recordAgenda(inside, where, first, { ...paper, next: mentioned('2027-02-15') }),
    );
    assert.deepEqual(await days(), ['2027-02-08', '2026-12-10']);
  });
});

test('an overdue promise is suggested for the next meeting of its board, once: taken up or set aside', async () => {
  await rolledBack(async (write, { gates }) => {
    const [school, council, stranger] = [
      await body(write, gates, 'school'),
      await body(write, gates, 'authority'),
      await body(write, gates, 'authority'),
    ];
    const board = await council.act('2026-01-05', (inside, who) =>
      recordBoard(inside, who.organisation, `Young people’s panel ${council.slug}`),
    );
    const [own] = await council.act('2026-01-05', (inside) => workBoards(inside, council.id, board.slug));
    assert.ok(own);
    const draftOf = (date: string) => ({ date, start: '14:00', place: 'Room 1', mode: 'hybrid' as const });
    assert.deepEqual(
      await council.act('2026-12-20', (inside, who) => recordComing(inside, who, own, draftOf('2026-12-19'))),
      { ok: false, problem: { code: 'date passed' } },
    );
    for (const date of ['2027-01-15', '2027-03-15'])
      assert.equal(
        (await council.act('2026-12-20', (inside, who) => recordComing(inside, who, own, draftOf(date)))).ok,
        true,
      );
    assert.deepEqual(
      await council.act('2026-12-20', (inside, who) => recordComing(inside, who, own, draftOf('2027-01-15'))),
      { ok: false, problem: { code: 'known already', slug: '2027-01-15' } },
    );
    const [late, later, fine] = [
      await agreed(school, { board: board.slug, due: '2026-11-01' }),
      await agreed(school, { board: board.slug, due: '2026-12-01' }),
      await agreed(school, { board: board.slug, due: '2027-12-01' }),
    ];
    await saidYes(council);
    const [march, january] = await council.act('2026-12-20', (inside) => workMeetings(inside, council.id, board.slug));
    assert.ok(january && march);
    const open = (at: typeof january, today: string) =>
      council.act(today, async (inside) => (await openSuggestions(inside, at, today)).map(({ slug }) => slug));

    assert.deepEqual(await open(january, '2026-12-20'), [late.slug, later.slug]);
    assert.equal(
      (await council.act('2026-12-20', (inside, who) => recordTakenUp(inside, who, january, late.id))).ok,
      true,
    );
    assert.deepEqual(
      await council.act('2026-12-20', (inside, who) => recordSetAside(inside, who, january, later.id, ' ')),
      { ok: false, problem: 'no reason' },
    );
    assert.equal(
      (
        await council.act('2026-12-20', (inside, who) =>
          recordSetAside(inside, who, january, later.id, 'The school comes in March.'),
        )
      ).ok,
      true,
    );
    // Neither is shown twice for this meeting, and what is taken up for it is not offered for the one after.
    assert.deepEqual(await open(january, '2026-12-20'), []);
    assert.deepEqual(await open(march, '2026-12-20'), [later.slug]);
    for (const [promise, problem] of [
      [late.id, 'not suggested'],
      [later.id, 'not suggested'],
      [fine.id, 'not suggested'],
    ] as const)
      assert.deepEqual(await council.act('2026-12-21', (inside, who) => recordTakenUp(inside, who, january, promise)), {
        ok: false,
        problem,
      });
    const seen = await gates.public.read(nobody, (read) => publishedPromise(read, late.slug));
    assert.deepEqual(seen?.takenUp, [
      {
        board: board.slug,
        board_name: `Young people’s panel ${council.slug}`,
        meeting: '2027-01-15',
        date: '2027-01-15',
      },
    ]);

    const items = () =>
      write.selectFrom('record.agenda_item').select('title').where('meeting', '=', january.id).execute();
    assert.equal((await items()).length, 1);
    // The paper comes and replaces the agenda; what was taken up stays taken up.
    await council.act('2027-01-08', (inside) =>
      recordAgenda(inside, { organisation: council.id, board: board.id }, january.id, {
        contact: null,
        notices: [],
        leftovers: [],
        membership: null,
        next: null,
        items: [],
      }),
    );
    assert.deepEqual(await items(), []);
    assert.deepEqual(
      (await council.act('2027-01-08', (inside) => suggestionsAt(inside, council.id, january.id))).map(
        ({ slug, outcome }) => [slug, outcome],
      ),
      [
        [late.slug, 'taken up'],
        [later.slug, 'set aside'],
      ],
    );
    assert.deepEqual(await open(january, '2027-01-08'), []);
    // After the meeting it is suggested again where it is still overdue.
    assert.deepEqual(await open(march, '2027-01-16'), [late.slug, later.slug]);
    assert.deepEqual(await council.act('2027-01-16', (inside, who) => recordTakenUp(inside, who, january, later.id)), {
      ok: false,
      problem: 'meeting over',
    });
    // Nobody else sees or does any of it.
    assert.deepEqual(await stranger.act('2026-12-20', (inside) => suggestionsAt(inside, council.id, january.id)), []);
    await assert.rejects(
      stranger.act('2027-01-20', (inside, who) =>
        recordTakenUp(inside, { ...who, organisation: council.id }, march, later.id),
      ),
      refused,
    );
    const oneBoard: Standing = { ...council.standing, boards: [newId()] };
    assert.deepEqual(await gates.work.read(oneBoard, (read) => suggestionsAt(read, council.id, january.id)), []);
    assert.deepEqual(
      (await gates.public.read(nobody, (read) => suggestionsFor(read, board.slug, '2027-01-16'))).map(
        ({ slug }) => slug,
      ),
      [late.slug, later.slug],
    );
  });
});
test('what is overdue is suggested, taken up or set aside in the order of its dates, and readers see where', async () => {
  await rolledBack(async (write, { gates }) => {
    const [school, council] = [await body(write, gates, 'school'), await body(write, gates, 'authority')];
    const board = await council.act('2026-01-05', (inside, who) =>
      recordBoard(inside, who.organisation, `Panel ${council.slug}`),
    );
    const [second, first, third] = [
      await agreed(school, { board: board.slug, due: '2026-05-01' }),
      await agreed(school, { board: board.slug, due: '2026-04-01' }),
      await agreed(school, { board: board.slug, due: '2026-06-01' }),
    ];
    await saidYes(council);
    const suggested = async (iso: string, most?: number) =>
      (await gates.public.read(nobody, (read) => suggestionsFor(read, board.slug, iso, most))).map(({ slug }) => slug);
    assert.deepEqual(await suggested('2026-06-01'), [first.slug, second.slug]);
    assert.deepEqual(await suggested('2026-06-02'), [first.slug, second.slug, third.slug]);
    assert.deepEqual(await suggested('2026-06-02', 1), [first.slug]);
    const [own] = await council.act('2026-06-02', (inside) => workBoards(inside, council.id, board.slug));
    assert.ok(own);
    await council.act('2026-06-02', (inside, who) =>
      recordComing(inside, who, own, { date: '2026-07-01', start: '14:00', place: 'Room 1', mode: 'hybrid' }),
    );
    const [july] = await council.act('2026-06-02', (inside) => workMeetings(inside, council.id, board.slug));
    assert.ok(july);
    assert.deepEqual(
      await council.act('2026-06-02', (inside, who) => recordSetAside(inside, who, july, first.id, ' ')),
      { ok: false, problem: 'no reason' },
    );
    await council.act('2026-06-02', async (inside, who) => {
      assert.equal((await recordTakenUp(inside, who, july, third.id)).ok, true);
      assert.equal((await recordTakenUp(inside, who, july, second.id)).ok, true);
      assert.equal((await recordSetAside(inside, who, july, first.id, ' Heard in May ')).ok, true);
    });
    assert.deepEqual(
      (await council.act('2026-06-02', (inside) => suggestionsAt(inside, council.id, july.id)))
        .map(({ slug, outcome, reason: why, done_on }) => [slug, outcome, why, done_on])
        .toSorted(),
      [
        [first.slug, 'set aside', 'Heard in May', '2026-06-02'],
        [second.slug, 'taken up', null, '2026-06-02'],
        [third.slug, 'taken up', null, '2026-06-02'],
      ].toSorted(),
    );
    assert.deepEqual((await lines(write, first.id)).at(-1), [
      'record',
      'suggestion',
      'Heard in May',
      { outcome: 'set aside', board: board.slug, meeting: july.slug },
    ]);
    const taken = await gates.public.read(nobody, (read) => promisesTakenUp(read, board.slug, july.slug));
    assert.deepEqual(
      taken.map(({ slug, aim }) => [slug, aim]),
      [
        [second.slug, 'ask every class before a rule changes'],
        [third.slug, 'ask every class before a rule changes'],
      ],
    );
    assert.deepEqual(await gates.public.read(nobody, (read) => promisesTakenUp(read, board.slug, '2020-01-01')), []);
    assert.deepEqual((await seen(gates, third.slug))?.takenUp, [
      { board: board.slug, board_name: own.name, meeting: july.slug, date: '2026-07-01' },
    ]);
    assert.deepEqual((await seen(gates, first.slug))?.takenUp, []);
    assert.equal((await promiseRecord(write, school.id, first.slug))?.slug, first.slug);
    assert.equal(await promiseRecord(write, council.id, first.slug), undefined);
  });
});
