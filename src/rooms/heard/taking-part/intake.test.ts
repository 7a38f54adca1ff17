import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import test from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import pg from 'pg';
import { londonDate } from '#base/london.js';
import { clientConfig } from '#kit/db/client.js';
import { type Gate, nobody } from '#kit/db/gate.js';
import { forgetDue } from '#test/forget-due.js';
import { freshHouse, type House } from '#test/house.js';
import { asOwner } from '#test/owner.js';
import { checkGiven, codesOf } from './answers.js';
import { askedOf, leaveSeat, whatCodeOpens, takeSeat } from './codes-and-seats.js';
import { asked, givens, openSurvey } from './fixtures.js';
import { mix } from './mixer.js';
import { changeWayIn, moveIntake, receivedBySetting } from './workspace-to-intake.js';
import { receive, type Submission } from './receiver.js';
import { takingPartRetention } from './retention.js';
import type { Given } from './given-answers.js';

const now = new Date('2026-11-26T10:00:00Z');
const refused = { code: '42501' };
const quiet = { name: 'kept test', statementTimeout: 0, lockTimeout: 0, idleInTransactionTimeout: 0 };
const token = (): string => randomBytes(16).toString('base64url');

let shared: Promise<{ house: House; organisation: string }> | null = null;
function place(): Promise<{ house: House; organisation: string }> {
  return (shared ??= (async () => {
    const house = await freshHouse();
    return { house, organisation: randomUUID() };
  })());
}

async function asSuperuser<T>(house: House, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(clientConfig(house.admin, quiet));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function submission(
  survey: string,
  pass: string,
  given: Given = { belonging: 'usually' },
  more: Partial<Submission> = {},
): Submission {
  return {
    survey,
    asked,
    pass,
    submission: token(),
    audience: 'student primary',
    language: 'en',
    seed: null,
    given,
    ...more,
  };
}

test('a card answers once: sent again it is answered the same, with anything else it is used', async () => {
  const { house, organisation } = await place();
  const { intake } = house.gates;
  const open = await openSurvey(house.gates.work, house.key, organisation);
  const { cards } = await open.wayIn('cards', { places: 3 });
  const [card = '', other = ''] = cards;
  assert.equal((await whatCodeOpens(intake, house.key, card, now))?.state, 'open');
  const first = submission(open.survey, card);
  const received = await receive(intake, house.key, first, now);
  assert.equal(received.outcome, 'accepted');
  assert.equal(received.receipt.length, 4);
  assert.deepEqual(await receive(intake, house.key, first, now), received, 'a replay');
  assert.equal(
    (await receive(intake, house.key, { ...first, given: { belonging: 'no' } }, now)).outcome,
    'used',
    'the same id with other content',
  );
  assert.equal((await receive(intake, house.key, submission(open.survey, card), now)).outcome, 'used', 'another id');
  const written =
    asked.content.items.find(({ kind, audiences }) => kind === 'long text' && audiences.includes('student primary'))
      ?.key ?? '';
  assert.ok(written);
  assert.equal(
    (await receive(intake, house.key, { ...first, given: { ...first.given, [written]: 'Other words' } }, now)).outcome,
    'used',
    'the same id and answers with other words',
  );
  assert.equal((await whatCodeOpens(intake, house.key, card, now))?.state, 'spent');
  assert.equal(
    (await receive(intake, house.key, submission(open.survey, 'BCDFGHJKL'), now)).outcome,
    'unknown',
    'no such card',
  );
  const another = await openSurvey(house.gates.work, house.key, organisation);
  assert.equal(
    (await receive(intake, house.key, submission(another.survey, other), now)).outcome,
    'unknown',
    'a card of another survey',
  );
  assert.equal(
    (await receive(intake, house.key, submission(randomUUID(), other), now)).outcome,
    'closed',
    'no such survey',
  );
  assert.equal(
    (await receive(intake, house.key, submission(open.survey, other, {}, { audience: 'educator' }), now)).outcome,
    'unknown',
    'a card of another audience',
  );
  const { rows } = await asSuperuser(house, (client) =>
    client.query('select 1 from intake.inbox where survey = $1', [open.survey]),
  );
  assert.equal(rows.length, 1);
});

test('nothing comes in before a survey opens, after its last late day, or for a session that is over and has no seat', async () => {
  const { house, organisation } = await place();
  const { intake, work } = house.gates;
  const standing = { account: null, organisation, boards: '*' } as const;
  const open = await openSurvey(work, house.key, organisation, { opensOn: '2026-11-20', closesOn: '2026-11-30' });
  const day = (text: string): Date => new Date(`${text}T10:00:00Z`);
  const cards = await open.wayIn('cards', { places: 5 });
  const session = await open.wayIn('class session', { places: 2, endsAt: day('2026-11-26') });
  const [a = '', b = '', c = ''] = cards.cards;
  assert.equal((await whatCodeOpens(intake, house.key, a, day('2026-11-19')))?.state, 'not yet');
  assert.equal((await receive(intake, house.key, submission(open.survey, a), day('2026-11-19'))).outcome, 'closed');
  assert.equal(
    (await receive(intake, house.key, submission(open.survey, a), day('2026-12-07'))).outcome,
    'accepted',
    'late, as answers that waited',
  );
  assert.equal((await whatCodeOpens(intake, house.key, b, day('2026-12-01')))?.state, 'closed');
  assert.equal((await receive(intake, house.key, submission(open.survey, b), day('2026-12-08'))).outcome, 'closed');
  // A session has two seats, and what waited for a connection may take one after its end.
  assert.equal(await takeSeat(intake, house.key, session.code, 'one', day('2026-11-26')), null);
  assert.equal(await takeSeat(intake, house.key, session.code, 'one', day('2026-11-26')), null, 'taken again');
  assert.equal(await takeSeat(intake, house.key, session.code, 'two', new Date('2026-11-26T10:00:01Z')), 'ended');
  assert.equal(await takeSeat(intake, house.key, session.code, 'two', day('2026-11-28'), { late: true }), null);
  assert.equal(await takeSeat(intake, house.key, session.code, 'three', day('2026-11-28'), { late: true }), 'full');
  await leaveSeat(intake, house.key, 'one');
  assert.equal(
    await takeSeat(intake, house.key, session.code, 'three', day('2026-11-28'), { late: true }),
    null,
    'a seat that was left',
  );
  assert.ok(
    await work.write(standing, (write) => changeWayIn(write, session.id, { places: 1, endsAt: null, isClosed: false })),
  );
  assert.equal(
    (await whatCodeOpens(intake, house.key, session.code, day('2026-11-26')))?.state,
    'full',
    'never fewer than are taken',
  );
  assert.ok(await work.write(standing, (write) => moveIntake(write, open.survey, '2026-11-25')));
  assert.equal((await whatCodeOpens(intake, house.key, c, day('2026-11-26')))?.state, 'closed');
  assert.ok(
    !(await work.write({ ...standing, organisation: randomUUID() }, (write) =>
      moveIntake(write, open.survey, '2027-11-25'),
    )),
    'another organisation moves nothing',
  );
  assert.equal(await takeSeat(intake, house.key, 'BCDFGHJK', 'x', now), 'unknown');
});

test('as many as may answer at once do: none is lost, none is doubled, whatever the number', async () => {
  const { house, organisation } = await place();
  const { intake, work } = house.gates;
  const open = await openSurvey(work, house.key, organisation);
  // The pool has four connections; two groups are under way at most.
  for (const many of [3, 4, 5, 16, 200, 1000]) {
    const session = await open.wayIn('class session', { places: 1000 });
    const seats = Array.from({ length: many }, token);
    for (let at = 0; at < many; at += 100)
      await Promise.all(seats.slice(at, at + 100).map((seat) => takeSeat(intake, house.key, session.code, seat, now)));
    // Every one twice, at once: the tablet that sends again.
    const sent = seats.map((seat) => submission(open.survey, seat));
    const outcomes = await Promise.all([...sent, ...sent].map((one) => receive(intake, house.key, one, now)));
    assert.ok(outcomes.every(({ outcome }) => outcome === 'accepted'));
    const { rows } = await asSuperuser(house, (client) =>
      client.query<{ inbox: number; spent: number }>(
        'select (select count(*)::int from intake.inbox where session = $1) as inbox, (select count(*)::int from intake.spent where way_in = $1) as spent',
        [session.id],
      ),
    );
    assert.deepEqual(rows[0], { inbox: many, spent: many });
  }
});

test('counts are seen in bands by who asks and by the setting, and by nobody else', async () => {
  const { house, organisation } = await place();
  const { intake, work } = house.gates;
  const open = await openSurvey(work, house.key, organisation);
  const { cards } = await open.wayIn('cards', { places: 30 });
  const seen = (whose: string) =>
    work.read({ account: null, organisation: whose, boards: '*' }, (read) => receivedBySetting(read, open.survey));
  const leasts: number[] = [];
  for (const [index, card] of cards.slice(0, 21).entries()) {
    await receive(intake, house.key, submission(open.survey, card), now);
    if ([0, 8, 9, 18, 19, 20].includes(index)) leasts.push((await seen(organisation))[0]?.least ?? -1);
  }
  assert.deepEqual(leasts, [1, 1, 10, 10, 20, 20]);
  assert.equal((await seen(open.setting))[0]?.least, 20);
  assert.deepEqual(await seen(randomUUID()), []);
});

test('the intake gate reads nothing, not even what it has just handed in', async () => {
  const { house } = await place();
  const ask = (gate: Gate, text: string): Promise<unknown> =>
    gate.write(nobody, (write) => sql.raw(text).execute(write));
  for (const table of ['survey', 'way_in', 'pass', 'spent', 'inbox', 'answer', 'text']) {
    for (const text of [
      `select * from intake.${table}`,
      `select count(*) from intake.${table}`,
      `delete from intake.${table}`,
      `copy intake.${table} to stdout`,
      `insert into intake.${table} default values returning *`,
    ])
      await assert.rejects(ask(house.gates.intake, text), refused, text);
    for (const text of [`select * from intake.${table}`, `table intake.${table}`]) {
      await assert.rejects(ask(house.gates.work, text), refused, text);
      await assert.rejects(ask(house.gates.public, text), refused, text);
    }
  }
  for (const table of ['pass', 'spent', 'way_in'])
    await assert.rejects(ask(house.gates.release, `select * from intake.${table}`), refused, 'the mixer knows no pass');
  for (const name of ['receive', 'take_seat', 'code_opens']) {
    const { rows } = await asSuperuser(house, (client) =>
      client.query<{ who: string }>(
        `select r.rolname as who from pg_proc p cross join pg_roles r where p.pronamespace = 'intake'::regnamespace
          and p.proname = $1 and has_function_privilege(r.oid, p.oid, 'execute') and r.rolname like 'kept\\_%'
          and r.rolname <> 'kept_owner'`,
        [name],
      ),
    );
    assert.deepEqual(rows, [{ who: 'kept_intake' }]);
  }
});

test('no table of the intake has a time, an address or an agent, and no id that follows the clock', async () => {
  const { house } = await place();
  const { rows } = await asSuperuser(house, (client) =>
    client.query<{ name: string; type: string }>(
      `select c.table_name || '.' || c.column_name as name, c.data_type as type from information_schema.columns c
        where c.table_schema = 'intake' and (c.data_type like 'timestamp%'
        or c.data_type in ('time', 'inet', 'cidr', 'serial') or c.is_identity = 'YES'
        or c.column_default like 'nextval%') order by 1`,
    ),
  );
  // The end of a class session is the teacher's.
  assert.deepEqual(rows, [{ name: 'way_in.ends_at', type: 'timestamp with time zone' }]);
});

/** All that a dump of the database holds of the intake, with what PostgreSQL itself notes: place on disk and transaction. */
async function dump(house: House, survey: string) {
  return asSuperuser(house, async (client) => ({
    spent: (
      await client.query<{ ctid: string; xmin: string; hash: Buffer }>(
        'select x.ctid::text, x.xmin::text, x.hash from intake.spent x join intake.way_in w on w.way_in = x.way_in where w.survey = $1 order by x.ctid',
        [survey],
      )
    ).rows,
    inbox: (
      await client.query<{ ctid: string; xmin: string; answers: Buffer; texts: Buffer | null }>(
        'select ctid::text, xmin::text, answers, texts from intake.inbox where survey = $1 order by ctid',
        [survey],
      )
    ).rows,
    answer: (
      await client.query<{ ctid: string; xmin: string; id: string; codes: (number | null)[] }>(
        'select ctid::text, xmin::text, id, codes from intake.answer where survey = $1 order by ctid',
        [survey],
      )
    ).rows,
    text: (
      await client.query<{ ctid: string; xmin: string; body: string }>(
        'select ctid::text, xmin::text, body from intake.text where survey = $1 order by ctid',
        [survey],
      )
    ).rows,
  }));
}

test('from a dump of the database no answer is joined to a code: not by order, not by transaction, not by what lies in the inbox', async () => {
  const { house, organisation } = await place();
  const { intake, work, release } = house.gates;
  const open = await openSurvey(work, house.key, organisation);
  const { cards } = await open.wayIn('cards', { places: 60 });
  const number = asked.content.items.find(
    ({ kind, audiences }) => kind === 'choose' && audiences.includes('student primary'),
  );
  const text = asked.content.items.find(
    ({ kind, audiences }) => kind === 'long text' && audiences.includes('student primary'),
  );
  assert.ok(number && text);
  // Each card gives an answer that only it gives: a mask of its own.
  const keys = number.options.map(({ key }) => key);
  const givenBy = (index: number): Given => ({
    [number.key]: keys.filter((_, bit) => ((index + 1) >> bit) & 1),
    ...(index % 3 === 0 ? { [text.key]: `the words of card ${index}` } : {}),
  });
  for (const [index, card] of cards.slice(0, 40).entries()) {
    const checked = checkGiven(
      {
        ...asked,
        content: {
          ...asked.content,
          items: asked.content.items.map((item) => (item.key === number.key ? { ...item, atMost: 20 } : item)),
        },
      },
      'student primary',
      givenBy(index),
    );
    assert.ok(checked.ok);
    assert.equal(
      (await receive(intake, house.key, submission(open.survey, card, checked.value), now)).outcome,
      'accepted',
    );
  }
  const before = await dump(house, open.survey);
  assert.equal(before.inbox.length, 40);
  // Row by row the same transactions as the passes: so nothing in it may be readable.
  for (const { answers, texts } of before.inbox)
    assert.ok(
      !Buffer.concat([answers, texts ?? Buffer.alloc(0)])
        .toString('latin1')
        .includes('words of card'),
    );
  // Sealed alike: the same answer never looks the same twice.
  assert.equal(new Set(before.inbox.map(({ answers }) => answers.toString('hex'))).size, 40);
  await mix(release, house.key, now, false, londonDate(now));
  const after = await dump(house, open.survey);
  assert.equal(after.inbox.length, 0);
  assert.equal(after.answer.length, 40);
  assert.equal(after.text.length, 14);
  const spentBy = new Set(after.spent.map(({ xmin }) => xmin));
  assert.ok(
    [...after.answer, ...after.text].every(({ xmin }) => !spentBy.has(xmin)),
    'no transaction wrote a pass and an answer',
  );
  assert.equal(new Set(after.answer.map(({ xmin }) => xmin)).size, 1, 'all in one transaction');
  // The order on disk says nothing: neither that of answers nor that of texts follows the cards. (One in 40! and 14! by chance.)
  const at = asked.content.items.indexOf(number);
  const masks = after.answer.map(({ codes }) => codes[at] ?? 0);
  assert.deepEqual(
    masks.toSorted((a, b) => a - b),
    Array.from({ length: 40 }, (_, index) => index + 1),
  );
  assert.notDeepEqual(
    masks,
    masks.toSorted((a, b) => a - b),
  );
  const said = after.text.map(({ body }) => Number(body.replace('the words of card ', '')));
  assert.notDeepEqual(
    said,
    said.toSorted((a, b) => a - b),
  );
  assert.ok(
    after.answer.every(({ id }) => id[14] === '4'),
    'random ids',
  );
  // Everything that a dump holds, read as text: no code, and nothing of a submission.
  const everything = JSON.stringify(after);
  for (const card of cards) assert.ok(!everything.includes(card));
});

test('fewer than ten stay in the inbox while a survey is open; at its end all are mixed once more, and what was spent is forgotten', async () => {
  const { house, organisation } = await place();
  const { intake, work, release } = house.gates;
  const open = await openSurvey(work, house.key, organisation, { opensOn: '2026-11-01', closesOn: '2026-11-30' });
  const { cards } = await open.wayIn('cards', { places: 30 });
  const text = asked.content.items.find(
    ({ kind, audiences }) => kind === 'long text' && audiences.includes('student primary'),
  );
  assert.ok(text);
  for (const card of cards.slice(0, 9))
    await receive(intake, house.key, submission(open.survey, card, { belonging: 'no', [text.key]: 'help' }), now);
  await mix(release, house.key, now, false, londonDate(now));
  let found = await dump(house, open.survey);
  assert.deepEqual([found.inbox.length, found.answer.length, found.text.length], [9, 0, 0]);
  await mix(release, house.key, now, true, londonDate(now));
  found = await dump(house, open.survey);
  assert.deepEqual(
    [found.inbox.length, found.answer.length, found.text.length],
    [9, 0, 9],
    'a worry does not wait for ten',
  );
  await receive(intake, house.key, submission(open.survey, cards[9] ?? ''), now);
  await mix(release, house.key, now, false, londonDate(now));
  found = await dump(house, open.survey);
  assert.deepEqual([found.inbox.length, found.answer.length, found.text.length], [0, 10, 9], 'and is not read twice');
  const first = found.answer;
  await receive(intake, house.key, submission(open.survey, cards[10] ?? ''), new Date('2026-12-05T10:00:00Z'));
  await mix(release, house.key, new Date('2026-12-08T10:00:00Z'), false, londonDate(new Date('2026-12-08T10:00:00Z')));
  found = await dump(house, open.survey);
  assert.deepEqual(
    [found.inbox.length, found.answer.length, found.spent.length],
    [0, 11, 0],
    'what was spent is forgotten',
  );
  assert.equal(
    (await work.read({ account: null, organisation, boards: '*' }, (read) => receivedBySetting(read, open.survey)))[0]
      ?.least,
    10,
    'how many answered is not',
  );
  assert.equal(new Set(found.answer.map(({ xmin }) => xmin)).size, 1, 'one transaction for all of them');
  assert.ok(
    first.every(({ id }) => !found.answer.some((one) => one.id === id)),
    'new ids',
  );
  assert.equal(
    await whatCodeOpens(intake, house.key, cards[11] ?? '', new Date('2026-12-08T10:00:00Z')).then(
      (opened) => opened?.state,
    ),
    'closed',
  );
  await retained(house, 'codes', '2026-12-31');
  found = await dump(house, open.survey);
  assert.deepEqual([found.answer.length, found.spent.length], [11, 0]);
  assert.equal(await whatCodeOpens(intake, house.key, cards[11] ?? '', now), null, 'cards are forgotten');
});

/** As the retention of kit does it, with the rights of the tables' owner. */
async function retained({ admin }: House, name: string, today: string): Promise<void> {
  await asOwner({ admin }, (write) => forgetDue(write, takingPartRetention, name, today));
}

test('after the day of the data sheet nothing is left that somebody answered; the day comes earlier with the last one', async () => {
  const { house, organisation } = await place();
  const { intake, work, release } = house.gates;
  const days = { opensOn: '2026-11-01', closesOn: '2026-11-30', keepUntil: '2027-05-30' };
  const [open, other] = [
    await openSurvey(work, house.key, organisation, days),
    await openSurvey(work, house.key, organisation, days),
  ];
  const text = asked.content.items.find(
    ({ kind, audiences }) => kind === 'long text' && audiences.includes('student primary'),
  );
  assert.ok(text);
  const last: Submission[] = [];
  for (const { survey, wayIn } of [open, other]) {
    const { cards } = await wayIn('cards', { places: 30 });
    for (const card of cards.slice(0, 11))
      await receive(intake, house.key, submission(survey, card, { [text.key]: 'help' }), now);
    last.push(submission(survey, cards[11] ?? '', { [text.key]: 'help' }));
  }
  await mix(release, house.key, now, true, londonDate(now));
  // One more each, which the mixer will never be able to open.
  for (const one of last) await receive(intake, house.key, one, now);
  await asSuperuser(house, (client) =>
    client.query(
      'update intake.inbox set answers = set_byte(answers, 20, get_byte(answers, 20) # 1) where survey = any ($1)',
      [[open.survey, other.survey]],
    ),
  );
  const left = async (survey: string) => {
    const found = await dump(house, survey);
    return [found.inbox.length, found.answer.length, found.text.length];
  };
  const at = async (day: string) => {
    await retained(house, 'answers', day);
    await mix(release, house.key, new Date(`${day}T10:00:00Z`), false, day).catch(() => undefined);
  };
  assert.deepEqual(await left(open.survey), [1, 11, 11]);
  const move = (survey: string, to: string) =>
    work.write({ account: null, organisation, boards: '*' }, (write) => moveIntake(write, survey, to));
  assert.ok(await move(open.survey, '2026-11-27'));
  assert.ok(await move(other.survey, '2026-12-10'));
  await at('2027-05-27');
  assert.deepEqual(
    [await left(open.survey), await left(other.survey)],
    [
      [1, 11, 11],
      [1, 11, 11],
    ],
    'its last day',
  );
  await at('2027-05-28');
  assert.deepEqual(
    [await left(open.survey), await left(other.survey)],
    [
      [0, 0, 0],
      [1, 11, 11],
    ],
    'three days earlier, as its last day was',
  );
  await at('2027-05-30');
  assert.deepEqual(await left(other.survey), [1, 11, 11]);
  await at('2027-05-31');
  assert.deepEqual(await left(other.survey), [0, 0, 0], 'and not later for a later last day');
  const { rows } = await asSuperuser(house, (client) =>
    client.query<{ on: string; mixed: string }>(
      'select forgotten_on::text as on, mixed_on::text as mixed from intake.survey where survey = $1',
      [other.survey],
    ),
  );
  assert.deepEqual(rows, [{ on: '2027-05-31', mixed: '2027-05-31' }]);
  await mix(release, house.key, new Date('2027-06-11T10:00:00Z'), false, londonDate(new Date('2027-06-11T10:00:00Z')));
});

test('the seed of the order that was shown stays with its answer, through both mixings', async () => {
  const { house, organisation } = await place();
  const open = await openSurvey(house.gates.work, house.key, organisation, { closesOn: '2026-11-30' });
  const { cards } = await open.wayIn('cards', { places: 30, audience: 'student secondary' });
  const year = asked.content.items.find(
    ({ kind, audiences }) => kind === 'choose' && audiences.includes('student secondary'),
  );
  assert.ok(year);
  const keys = year.options.filter(({ missing }) => missing === null).map(({ key }) => key);
  const sent = cards
    .slice(0, 12)
    .map((card, index) =>
      submission(
        open.survey,
        card,
        { [year.key]: [keys[index % keys.length] ?? ''] },
        { audience: 'student secondary', seed: index < keys.length ? index * 5461 : null },
      ),
    );
  for (const one of sent) assert.equal((await receive(house.gates.intake, house.key, one, now)).outcome, 'accepted');
  assert.equal(
    (await receive(house.gates.intake, house.key, { ...(sent[0] ?? assert.fail()), seed: 9 }, now)).outcome,
    'accepted',
    'an order is no answer',
  );
  const at = asked.content.items.indexOf(year);
  const pairs = async (): Promise<readonly string[]> =>
    (
      await asSuperuser(house, (client) =>
        client.query<{ codes: (number | null)[]; seed: number | null }>(
          'select codes, seed from intake.answer where survey = $1',
          [open.survey],
        ),
      )
    ).rows
      .map(({ codes, seed }) => `${codes[at]} ${seed}`)
      .toSorted();
  const expected = sent.map(({ seed }, index) => `${1 << (index % keys.length)} ${seed}`).toSorted();
  await mix(house.gates.release, house.key, now, true, londonDate(now));
  assert.deepEqual(await pairs(), expected);
  await mix(
    house.gates.release,
    house.key,
    new Date('2026-12-08T10:00:00Z'),
    false,
    londonDate(new Date('2026-12-08T10:00:00Z')),
  );
  assert.deepEqual(await pairs(), expected);
});

test('what was sealed under another secret stays and is told', async () => {
  const { house, organisation } = await place();
  const open = await openSurvey(house.gates.work, house.key, organisation);
  const { cards } = await open.wayIn('cards', { places: 12 });
  for (const card of cards) await receive(house.gates.intake, house.key, submission(open.survey, card), now);
  const otherKey = (purpose: string): Buffer => Buffer.alloc(32, purpose.length);
  await assert.rejects(
    mix(house.gates.release, otherKey, now, true, londonDate(now)),
    new RegExp(`${open.survey}: 12 answers were sealed under another secret`),
  );
  assert.equal((await dump(house, open.survey)).inbox.length, 12);
  await mix(house.gates.release, house.key, now, true, londonDate(now));
  assert.equal((await dump(house, open.survey)).answer.length, 12);
});

test('what is asked can be read while a survey takes answers', async () => {
  const { house, organisation } = await place();
  const open = await openSurvey(house.gates.work, house.key, organisation);
  assert.deepEqual(await askedOf(house.gates.intake, open.survey), asked);
  assert.equal(await askedOf(house.gates.intake, randomUUID()), null);
});

test('answers of every kind arrive as they were given', async () => {
  const { house, organisation } = await place();
  const open = await openSurvey(house.gates.work, house.key, organisation);
  const { cards } = await open.wayIn('cards', { places: 20, audience: 'student secondary' });
  const samples = fc.sample(givens('student secondary'), 20);
  const expected: string[] = [];
  for (const [index, given] of samples.entries()) {
    const checked = checkGiven(asked, 'student secondary', given);
    assert.ok(checked.ok);
    expected.push(JSON.stringify(codesOf(asked, checked.value).map((code) => (code === null ? null : Number(code)))));
    assert.equal(
      (
        await receive(
          house.gates.intake,
          house.key,
          submission(open.survey, cards[index] ?? '', checked.value, { audience: 'student secondary' }),
          now,
        )
      ).outcome,
      'accepted',
    );
  }
  await mix(house.gates.release, house.key, now, true, londonDate(now));
  const { answer } = await dump(house, open.survey);
  assert.deepEqual(answer.map(({ codes }) => JSON.stringify(codes)).toSorted(), expected.toSorted());
});

test('the pools close', async () => {
  await (await place()).house.gates.close();
});
