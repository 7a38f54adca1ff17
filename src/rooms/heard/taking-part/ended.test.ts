/** What comes in after an end, by a code that was stopped, and by seats that nobody uses: through the real gates, as scripts and files hand in. */
import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { londonDate } from '#base/london.js';
import { momentOf } from '#kit/db/client.js';
import { openGates, type Standing } from '#kit/db/gate.js';
import { belongingAndSafety } from '#rooms/heard/instruments/index.js';
import { freshHouse, type House } from '#test/house.js';
import { asOwner } from '#test/owner.js';
import { leaveSeat, whatCodeOpens, takeSeat } from './codes-and-seats.js';
import { asked, type OpenSurvey, openSurvey } from './fixtures.js';
import { handIn } from './hand-in.js';
import { mix } from './mixer.js';
import {
  changeWayIn,
  closeIntake,
  freeSeats,
  moveIntake,
  receivedByWayIn,
  stopWayIn,
  voidWayIn,
} from './workspace-to-intake.js';
import { receive, type Submission } from './receiver.js';
import { ticketFor } from './tickets.js';

const now = new Date('2026-11-26T10:00:00Z');
const minutes = (many: number): Date => new Date(now.getTime() + many * 60_000);
const day = (text: string): Date => new Date(`${text}T10:00:00Z`);
const token = (bytes = 16): string => randomBytes(bytes).toString('base64url');
const house: Promise<House> = freshHouse();
const organisation = randomUUID();
const asker: Standing = { account: null, organisation, boards: '*' };

after(async () => (await house).gates.close());

const open = async (days: { opensOn?: string; closesOn?: string } = {}): Promise<OpenSurvey> =>
  openSurvey((await house).gates.work, (await house).key, organisation, days);
const work = async <T>(act: Parameters<House['gates']['work']['write']>[1], standing = asker): Promise<T> =>
  (await house).gates.work.write(standing, act) as Promise<T>;

interface Sent {
  readonly survey: string;
  readonly code: string;
  readonly seat?: string;
  readonly ticket?: string;
  readonly submission?: string;
}
const body = (sent: Sent) => ({
  submission: token(),
  audience: 'student primary',
  language: 'en',
  given: { belonging: 'usually' },
  ...sent,
});
async function hand(sent: Sent, at = now, sender: string | null = null): Promise<string> {
  const { gates, key } = await house;
  return (await handIn(gates.intake, key, body(sent), at, sender)).outcome;
}
async function seated(code: string, at = now, seat = token(32)): Promise<string> {
  const { gates, key } = await house;
  assert.equal(await takeSeat(gates.intake, key, code, seat, at), null);
  return seat;
}
const state = async (code: string, at = now) => {
  const { gates, key } = await house;
  return (await whatCodeOpens(gates.intake, key, code, at))?.state;
};
async function kept(survey: string): Promise<{ readonly inbox: number; readonly answer: number }> {
  const { rows } = await asOwner(await house, (write) =>
    sql<{
      inbox: number;
      answer: number;
    }>`select (select count(*)::int from intake.inbox where survey = ${survey}) as inbox, (select count(*)::int
      from intake.answer where survey = ${survey}) as answer`.execute(write),
  );
  return rows[0] ?? assert.fail();
}
const submission = (survey: string, pass: string): Submission => ({
  survey,
  asked,
  pass,
  submission: token(),
  audience: 'student primary',
  language: 'en',
  seed: null,
  given: { belonging: 'no' },
});

const ends: readonly (readonly [
  string,
  (session: { readonly id: string }, survey: string) => Promise<unknown>,
  Date,
  string,
])[] = [
  ['its hour passed', async () => undefined, minutes(61), 'ended'],
  [
    'it was ended by hand',
    async ({ id }) => work((write) => changeWayIn(write, id, { places: 10, endsAt: null, isClosed: true })),
    minutes(10),
    'ended',
  ],
  ['the survey was closed', async (_, survey) => work((write) => closeIntake(write, survey)), minutes(10), 'closed'],
  [
    'the last day of the survey passed',
    async (_, survey) => work((write) => moveIntake(write, survey, '2026-11-26')),
    day('2026-11-28'),
    'closed',
  ],
];
for (const [how, end, then, outcome] of ends) {
  void test(`a session after ${how}: seats that were taken before and tickets of the server answer until the late day, invented ones never`, async () => {
    const { key } = await house;
    const { survey, wayIn } = await open();
    const [session, other] = [
      await wayIn('class session', { places: 10, endsAt: minutes(60) }),
      await wayIn('class session', { places: 10 }),
    ];
    const { code } = session;
    const [mine, left, late] = [await seated(code), await seated(code), await seated(code)];
    const foreign = await seated(other.code);
    await leaveSeat((await house).gates.intake, key, left);
    await end(session, survey);
    for (const _ of [1, 2, 3])
      assert.equal(await hand({ survey, code, seat: token(32) }, then), outcome, 'an invented seat');
    for (const ticket of [token(), ticketFor(key, 'late', other.code), ticketFor(key, 'paper', code)])
      assert.equal(
        await hand({ survey, code, seat: token(32), ticket: ticket.slice(0, 22) }, then),
        outcome,
        'a ticket that is none',
      );
    assert.equal(await takeSeat((await house).gates.intake, key, code, token(32), then), outcome);
    assert.equal(await hand({ survey, code, seat: mine }, then), 'accepted');
    assert.equal(await hand({ survey, code, seat: mine }, then), 'used');
    assert.equal(await hand({ survey, code, seat: left }, then), 'accepted', 'it was issued, and a place is free');
    assert.equal(
      await hand({ survey, code, seat: token(32), ticket: ticketFor(key, 'late', code) }, then),
      'accepted',
      'a device that had the questions and no connection',
    );
    assert.equal(
      await hand({ survey, code, seat: foreign }, then),
      'accepted',
      'a seat of the other session counts there',
    );
    const answered = async () => await (await house).gates.work.read(asker, (read) => receivedByWayIn(read, survey));
    assert.deepEqual([(await answered()).get(session.id)?.least, (await answered()).get(other.id)?.least], [1, 1]);
    const days =
      how === 'the last day of the survey passed'
        ? (['2026-12-03', '2026-12-04'] as const)
        : (['2027-02-19', '2027-02-20'] as const);
    assert.equal(await hand({ survey, code, seat: late }, day(days[1])), 'closed', 'after the late day');
    assert.equal(await hand({ survey, code, seat: late }, day(days[0])), 'accepted', 'on the late day');
  });
}

void test('a link that was closed takes nobody new, whatever they show; who had a seat still sends', async () => {
  const { key } = await house;
  const { survey, wayIn } = await open();
  const link = await wayIn('open link');
  const mine = await seated(link.code);
  await work((write) => changeWayIn(write, link.id, { places: null, endsAt: null, isClosed: true }));
  assert.equal(await state(link.code), 'code ended', 'the survey is open still');
  assert.equal(await hand({ survey, code: link.code, seat: token(32) }), 'code ended');
  assert.equal(await hand({ survey, code: link.code, seat: mine }), 'accepted');
  assert.equal(ticketFor(key, 'late', link.code).length, 22);
});

void test('a limit of places holds against 300 who send at once, against seats that are left while they answer, and through two processes', async () => {
  const { key, gates } = await house;
  const second = openGates((await house).reach, () => undefined, { letGo: true });
  const { survey, wayIn } = await open();
  for (const kind of ['open link', 'class session'] as const) {
    const { code, id } = await wayIn(kind, { places: 40 });
    const sent = Array.from({ length: 300 }, () => body({ survey, code, seat: token(32) }));
    // A machine that is busy says so, and the same is sent again.
    const outcomes = await Promise.all(
      sent.map(async (one, index) => {
        for (;;) {
          const { outcome } = await handIn(index % 2 === 0 ? gates.intake : second.intake, key, one, now).catch(
            (problem: unknown) => {
              if (momentOf(problem) === null) throw problem;
              return { outcome: 'busy' as const };
            },
          );
          if (outcome !== 'busy') return outcome;
        }
      }),
    );
    assert.deepEqual(
      [outcomes.filter((one) => one === 'accepted').length, outcomes.filter((one) => one === 'full').length],
      [40, 260],
    );
    const { rows } = await asOwner(await house, (write) =>
      sql<{ many: number }>`select count(*)::int as many from intake.inbox where way_in = ${id}`.execute(write),
    );
    assert.equal(rows[0]?.many, 40);
  }
  const { code, id } = await wayIn('class session', { places: 5 });
  for (let round = 0; round < 12; round += 1) {
    const seat = token(32);
    if ((await takeSeat(gates.intake, key, code, seat, now)) !== null) continue;
    await Promise.all([receive(gates.intake, key, submission(survey, seat), now), leaveSeat(second.intake, key, seat)]);
  }
  const { rows } = await asOwner(await house, (write) =>
    sql<{
      many: number;
      taken: number;
    }>`select (select count(*)::int from intake.inbox where way_in = ${id}) as many, taken from intake.way_in where way_in = ${id}`.execute(
      write,
    ),
  );
  assert.ok((rows[0]?.many ?? 9) <= 5 && rows[0]?.taken === rows[0]?.many, JSON.stringify(rows));
  await second.close();
});

void test(
  'one pupil takes every seat: unused ones come back by themselves, and at once when the lead frees them; what was ' +
    'written there is not lost',
  async () => {
    const { survey, wayIn } = await open();
    const { code, id } = await wayIn('class session', { places: 28 });
    const taken = await Promise.all(Array.from({ length: 28 }, () => seated(code)));
    assert.equal(await state(code), 'full');
    assert.equal(await state(code, minutes(9)), 'full');
    assert.equal(await state(code, minutes(20)), 'open');
    await seated(code, minutes(20));
    // Of those that came back one is still there, and is seen again by what it sends.
    assert.equal(await hand({ survey, code, seat: taken[0] ?? '' }, minutes(21)), 'accepted');
    await Promise.all(Array.from({ length: 26 }, () => seated(code, minutes(21))));
    assert.equal(await state(code, minutes(21)), 'full');
    assert.equal(
      await hand({ survey, code, seat: taken[1] ?? '' }, minutes(22)),
      'full',
      'its place is somebody else’s, and it is told so',
    );
    assert.equal(
      await work((write) => freeSeats(write, id), { ...asker, organisation: randomUUID() }),
      false,
      'another organisation frees nothing',
    );
    assert.equal(await work((write) => freeSeats(write, id)), true);
    assert.equal(await state(code, minutes(22)), 'open');
    assert.equal(await hand({ survey, code, seat: taken[1] ?? '' }, minutes(22)), 'accepted');
    for (let place = 2; place < 28; place += 1) await seated(code, minutes(22));
    assert.equal(await hand({ survey, code, seat: token(32) }, minutes(22)), 'full', 'what answered keeps its place');
    // Whoever is seen goes on sitting.
    const other = await wayIn('class session', { places: 1 });
    const seat = await seated(other.code);
    await seated(other.code, minutes(11), seat);
    assert.equal(await state(other.code, minutes(20)), 'full');
    assert.equal(await state(other.code, minutes(40)), 'open');
    // In which ten minutes somebody sat there is forgotten once they have answered.
    const { gates, key } = await house;
    await mix(gates.release, key, now, false, londonDate(now));
    const { rows } = await asOwner(await house, (write) =>
      sql<{
        many: number;
      }>`select count(*)::int as many from intake.pass p join intake.spent x on x.hash = p.hash
      and x.submission <> intake.nought() where p.turn is not null`.execute(write),
    );
    assert.equal(rows[0]?.many, 0);
  },
);

void test('a way in that is paused takes nothing and goes on; one that is withdrawn ends for good, and what came in before counts', async () => {
  const { survey, wayIn } = await open();
  const [batch, session] = [await wayIn('cards', { places: 12 }), await wayIn('class session', { places: 12 })];
  const [a = '', b = '', c = '', d = ''] = batch.cards;
  const seat = await seated(session.code);
  assert.equal(await hand({ survey, code: a }), 'accepted');
  const stop = (id: string, how: 'paused' | 'withdrawn' | null, standing = asker) =>
    work<boolean>((write) => stopWayIn(write, id, how), standing);
  assert.equal(await stop(batch.id, 'paused', { ...asker, organisation: randomUUID() }), false);
  for (const { id } of [batch, session]) assert.equal(await stop(id, 'paused'), true);
  assert.deepEqual([await state(b), await state(a), await state(session.code)], ['paused', 'paused', 'paused']);
  assert.equal(await hand({ survey, code: b }), 'not yet', 'a device keeps it for when they take part again');
  assert.equal(await hand({ survey, code: session.code, seat }), 'not yet');
  for (const { id } of [batch, session]) assert.equal(await stop(id, null), true);
  assert.deepEqual([await state(b), await state(a), await state(session.code)], ['open', 'spent', 'open']);
  assert.equal(await hand({ survey, code: b }), 'accepted');
  assert.equal(await hand({ survey, code: session.code, seat }), 'accepted');
  assert.equal(await stop(batch.id, 'withdrawn'), true);
  assert.deepEqual([await state(c), await state(a)], ['code ended', 'spent']);
  assert.equal(await hand({ survey, code: c }), 'code ended');
  assert.equal(await hand({ survey, code: c }, day('2027-02-18')), 'code ended', 'late as well');
  for (const how of [null, 'paused', 'withdrawn'] as const) assert.equal(await stop(batch.id, how), false, 'for good');
  assert.equal(await hand({ survey, code: d }), 'code ended');
  assert.deepEqual(await kept(survey), { inbox: 3, answer: 0 });
});

void test('what came by a leaked code is destroyed before and after the first mixing; the pass stays spent, and says so', async () => {
  const { gates, key } = await house;
  const { survey, wayIn } = await open();
  const [leaked, small, link, good] = [
    await wayIn('cards', { places: 30 }),
    await wayIn('cards', { places: 5 }),
    await wayIn('open link'),
    await wayIn('cards', { places: 30 }),
  ];
  for (const card of leaked.cards.slice(0, 11)) assert.equal(await hand({ survey, code: card }), 'accepted');
  for (const card of good.cards.slice(0, 11)) assert.equal(await hand({ survey, code: card }), 'accepted');
  for (let many = 0; many < 11; many += 1)
    assert.equal(await hand({ survey, code: link.code, seat: token(32) }), 'accepted');
  await mix(gates.release, key, now, false, londonDate(now));
  assert.deepEqual(await kept(survey), { inbox: 0, answer: 33 });
  for (const card of leaked.cards.slice(11, 14)) assert.equal(await hand({ survey, code: card }), 'accepted');
  for (const card of small.cards.slice(0, 3)) assert.equal(await hand({ survey, code: card }), 'accepted');
  const strange = { ...asker, organisation: randomUUID() };
  for (const { id } of [leaked, small, link]) {
    assert.equal(await work((write) => voidWayIn(write, id), strange), false);
    assert.equal(await work((write) => voidWayIn(write, id)), true);
  }
  assert.deepEqual(await kept(survey), { inbox: 0, answer: 11 });
  assert.deepEqual(
    [
      await state(leaked.cards[0] ?? ''),
      await state(leaked.cards[20] ?? ''),
      await state(link.code),
      await state(good.cards[20] ?? ''),
    ],
    ['voided', 'voided', 'voided', 'open'],
  );
  for (const card of [leaked.cards[0] ?? '', leaked.cards[20] ?? ''])
    assert.equal(await hand({ survey, code: card }), 'voided');
  assert.equal(
    await hand({ survey, code: link.code, seat: token(32), ticket: ticketFor(key, 'late', link.code) }),
    'voided',
  );
  const bands = await gates.work.read(asker, (read) => receivedByWayIn(read, survey));
  assert.deepEqual(
    [leaked, small, link, good].map(({ id }) => bands.get(id)?.least),
    [0, 0, 0, 10],
  );
  assert.equal(await work((write) => stopWayIn(write, leaked.id, null)), false);
});

void test('what was written freely by a code that is voided is not lost unread: it goes to a reviewer, marked, while its answers go', async () => {
  const { gates, key } = await house;
  const { survey, wayIn } = await open();
  const [leaked, good] = [await wayIn('cards', { places: 30 }), await wayIn('cards', { places: 30 })];
  const text =
    belongingAndSafety.items.find((one) => one.kind === 'long text' && one.audiences.includes('student primary'))
      ?.key ?? assert.fail();
  const writes = (card: string, words: string) =>
    handIn(
      gates.intake,
      key,
      { ...body({ survey, code: card }), given: { belonging: 'no', [text]: words } },
      now,
      null,
    ).then(({ outcome }) => assert.equal(outcome, 'accepted'));
  await writes(leaked.cards[0] ?? '', 'I am afraid to go home');
  assert.equal(await hand({ survey, code: leaked.cards[1] ?? '' }), 'accepted');
  await writes(good.cards[0] ?? '', 'More football');
  assert.equal(await work((write) => voidWayIn(write, leaked.id)), true);
  const texts = async () =>
    (
      await asOwner(await house, (write) =>
        sql<{
          body: string;
          voided: boolean;
        }>`select body, voided from intake.text where survey = ${survey} order by body`.execute(write),
      )
    ).rows.map((one) => [one.body, one.voided]);
  await mix(gates.release, key, now, false, londonDate(now));
  assert.deepEqual([await texts(), await kept(survey)], [[], { inbox: 2, answer: 0 }], 'not before its hour');
  await mix(gates.release, key, now, true, londonDate(now));
  assert.deepEqual(await texts(), [
    ['I am afraid to go home', true],
    ['More football', false],
  ]);
  // Nothing is left of the answers beside it, and the survey is mixed for the last time as ever.
  assert.deepEqual(await kept(survey), { inbox: 1, answer: 0 });
  await work((write) => closeIntake(write, survey));
  await mix(gates.release, key, day('2027-03-30'), true, londonDate(day('2027-03-30')));
  assert.deepEqual(await kept(survey), { inbox: 0, answer: 1 });
});

void test('whoever voids waits for answers on their way: none of them is left behind', async () => {
  const { gates, key } = await house;
  for (let round = 0; round < 5; round += 1) {
    const { survey, wayIn } = await open();
    const { id, cards } = await wayIn('cards', { places: 300 });
    const sending = cards.map((card) => receive(gates.intake, key, submission(survey, card), now));
    await Promise.all([
      work((write) => voidWayIn(write, id)),
      mix(gates.release, key, now, false, londonDate(now)),
      ...sending,
    ]);
    assert.deepEqual(await kept(survey), { inbox: 0, answer: 0 });
  }
});

void test('answers are not kept longer for a last day that moves: deletion comes earlier with it, and never later', async () => {
  const { survey } = await openSurvey((await house).gates.work, (await house).key, organisation, {
    opensOn: '2026-11-01',
    closesOn: '2026-11-30',
    keepUntil: '2027-05-30',
  });
  const until = async () =>
    (
      await asOwner(await house, (write) =>
        sql<{ day: string }>`select keep_until::text as day from intake.survey where survey = ${survey}`.execute(write),
      )
    ).rows[0]?.day;
  const move = (to: string) => work<boolean>((write) => moveIntake(write, survey, to));
  assert.deepEqual([await move('2026-12-10'), await until()], [true, '2027-05-30']);
  assert.deepEqual([await move('2099-01-01'), await until()], [false, '2027-05-30'], 'beyond the day of deletion');
  assert.deepEqual([await move('2026-12-05'), await until()], [true, '2027-05-25']);
  assert.deepEqual([await move('2026-12-20'), await until()], [true, '2027-05-25']);
});
